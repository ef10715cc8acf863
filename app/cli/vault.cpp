// hearth vault: sealing what Hearth keeps under a passphrase, and opening it again.
#include <iostream>

#include "assistant/data_folder.h"
#include "cli/data_access.h"
#include "cli/passphrase.h"
#include "privacy/vault.h"

namespace hearth::app::cli {
namespace {

using base::ErrorCode;
using base::fail;
using base::Result;
using privacy::Secret;
using privacy::Vault;
using Work = std::function<Result<void>(const Vault&)>;

// The key, from the passphrase that is asked for.
Result<Secret> unlocked(const Vault& vault) {
    if (!vault.present()) return fail(ErrorCode::NotFound, "Nothing is sealed here", vault.file().string());
    const auto passphrase = readPassphrase("Passphrase: ");
    if (!passphrase) return tl::unexpected(passphrase.error());
    return vault.unlock(passphrase->view());
}

Result<Secret> newKey(const Vault& vault) {
    const auto passphrase = readNewPassphrase();
    if (!passphrase) return tl::unexpected(passphrase.error());
    return vault.create(passphrase->view());
}

Result<void> status(const Vault& vault) {
    if (!vault.present()) {
        std::cout
            << "Nothing is sealed. `hearth vault on` seals your conversations and the log of actions.\n";
        return {};
    }
    const auto keyring = vault.opensByKeyring();
    if (!keyring) return tl::unexpected(keyring.error());
    std::cout << "Your data opens with a passphrase" << (*keyring ? " and with the desktop's keyring" : "")
              << ".\n";
    for (const auto& file : vault.databases())
        std::cout << "  "
                  << (privacy::formOf(file) == privacy::FileForm::Sealed ? "sealed      " : "not sealed  ")
                  << file.filename().string() << '\n';
    return {};
}

// Also completes what was interrupted.
Result<void> turnOn(const Vault& vault) {
    const auto key = vault.present() ? unlocked(vault) : newKey(vault);
    if (!key) return tl::unexpected(key.error());
    const privacy::SealedFiles files(*key);
    if (auto sealed = sealAll(vault); !sealed) return sealed;
    std::cout
        << "Sealed. Without the passphrase nobody can read it, and nobody can bring it back: keep it well.\n";
    return {};
}

Result<void> turnOff(const Vault& vault) {
    const auto key = unlocked(vault);
    if (!key) return tl::unexpected(key.error());
    const privacy::SealedFiles files(*key);
    if (auto plain = unsealAll(vault); !plain) return plain;
    if (auto removed = vault.remove(); !removed) return removed;
    std::cout << "Your data is no longer sealed.\n";
    return {};
}

Result<void> changePassphrase(const Vault& vault) {
    const auto key = unlocked(vault);
    if (!key) return tl::unexpected(key.error());
    const auto passphrase = readNewPassphrase();
    if (!passphrase) return tl::unexpected(passphrase.error());
    if (auto changed = vault.changePassphrase(*key, passphrase->view()); !changed) return changed;
    std::cout << "The passphrase is changed.\n";
    return {};
}

ExitCode run(const Work& work, bool alone) {
    const auto folder = dataFolder();
    if (!folder) return report(folder.error());
    if (alone)
        if (const auto free = checkAlone(*folder); !free) return report(free.error());
    const auto done = work(Vault(*folder));
    return done ? ExitCode::Ok : report(done.error());
}

}  // namespace

void addVault(Commands& commands) {
    CLI::App* vault = commands.add("vault", "Seal what Hearth keeps under a passphrase",
                                   "  hearth vault on\n"
                                   "  hearth vault passphrase\n"
                                   "  HEARTH_PASSPHRASE_FILE=secret.txt hearth log");
    vault->require_subcommand(1);
    const auto add = [&](const char* name, const char* help, Work work, bool alone) {
        CLI::App* command = Commands::addTo(*vault, name, help, "");
        commands.run(command, [work = std::move(work), alone] { return run(work, alone); });
    };
    add("status", "Say what is sealed and what opens it", status, false);
    add("on", "Seal everything under a new passphrase, or complete what was interrupted", turnOn, true);
    add("off", "Unseal everything", turnOff, true);
    add("passphrase", "Change the passphrase", changePassphrase, false);
}

}  // namespace hearth::app::cli
