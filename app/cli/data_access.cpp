#include "cli/data_access.h"

#include "agent/services.h"
#include "cli/passphrase.h"
#include "platform/session_desktop.h"
#include "settings/language.h"
#include "storage/data_folder.h"
#include "storage/data_vault.h"

namespace hearth::app::cli {

namespace {

base::Result<void> open(DataVault& data) {
    if (!data.locked()) return {};
    const auto passphrase = readPassphrase("Passphrase of your data: ");
    return passphrase ? data.open(passphrase->view()) : tl::unexpected(passphrase.error());
}

}  // namespace

Action withData(Action action) {
    return [action = std::move(action)] {
        const auto folder = dataFolder();
        if (!folder) return report(folder.error());
        DataVault data(*folder);
        const auto opened = open(data);
        return opened ? action() : report(opened.error());
    };
}

base::Result<void> checkAlone(const std::filesystem::path& folder) {
    SessionDesktop desktop;
    agent::AgentOptions options;
    options.dataDir = folder;
    options.language = languageTagIn(folder);
    options.desktop = &desktop;
    const auto services = agent::AgentServices::create(options);
    // Anything else that is wrong is not for the caller to mend.
    if (!services && services.error().code == base::ErrorCode::Conflict)
        return tl::unexpected<base::Error>(services.error());
    return {};
}

}  // namespace hearth::app::cli
