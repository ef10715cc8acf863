#include "cli/data_access.h"

#include "agent/services.h"
#include "assistant/data_folder.h"
#include "cli/passphrase.h"
#include "platform/session_desktop.h"
#include "privacy/vault.h"

namespace hearth::app::cli {

base::Result<std::unique_ptr<privacy::SealedFiles>> unlockData(const std::filesystem::path& folder) {
    const privacy::Vault vault(folder);
    if (!vault.present()) return nullptr;
    const auto passphrase = readPassphrase("Passphrase of your data: ");
    if (!passphrase) return tl::unexpected(passphrase.error());
    const auto key = vault.unlock(passphrase->view());
    if (!key) return tl::unexpected(key.error());
    return std::make_unique<privacy::SealedFiles>(*key);
}

Action withData(Action action) {
    return [action = std::move(action)] {
        const auto folder = dataFolder();
        if (!folder) return report(folder.error());
        const auto unlocked = unlockData(*folder);
        return unlocked ? action() : report(unlocked.error());
    };
}

base::Result<void> checkAlone(const std::filesystem::path& folder) {
    SessionDesktop desktop;
    agent::AgentOptions options;
    options.dataDir = folder;
    options.desktop = &desktop;
    const auto services = agent::AgentServices::create(options);
    // Anything else that is wrong is not for the caller to mend.
    if (!services && services.error().code == base::ErrorCode::Conflict)
        return tl::unexpected<base::Error>(services.error());
    return {};
}

}  // namespace hearth::app::cli
