// hearth vault: sealing what Hearth keeps under a passphrase, and opening it again.
#include <iostream>

#include "cli/data_access.h"
#include "cli/passphrase.h"
#include "storage/data_folder.h"
#include "storage/data_vault.h"

namespace hearth::app::cli {
namespace {

using base::ErrorCode;
using base::fail;
using base::Result;
using privacy::Secret;
using Work = std::function<Result<void>(DataVault&)>;

// The passphrase of what is sealed.
Result<Secret> asked(const DataVault& data) {
    if (!data.sealed())
        return fail(ErrorCode::NotFound, "Nothing is sealed here", data.vault().file().string());
    return readPassphrase("Passphrase: ");
}

Result<void> status(DataVault& data) {
    const privacy::Vault& vault = data.vault();
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
Result<void> turnOn(DataVault& data) {
    const auto passphrase = data.sealed() ? asked(data) : readNewPassphrase();
    if (!passphrase) return tl::unexpected(passphrase.error());
    const auto done = data.sealed() ? data.open(passphrase->view()) : data.seal(passphrase->view());
    if (!done) return done;
    std::cout
        << "Sealed. Without the passphrase nobody can read it, and nobody can bring it back: keep it well.\n";
    return {};
}

Result<void> turnOff(DataVault& data) {
    const auto passphrase = asked(data);
    if (!passphrase) return tl::unexpected(passphrase.error());
    if (auto plain = data.unseal(passphrase->view()); !plain) return plain;
    std::cout << "Your data is no longer sealed.\n";
    return {};
}

Result<void> changePassphrase(DataVault& data) {
    const auto old = asked(data);
    if (!old) return tl::unexpected(old.error());
    const auto next = readNewPassphrase();
    if (!next) return tl::unexpected(next.error());
    if (auto changed = data.changePassphrase(old->view(), next->view()); !changed) return changed;
    std::cout << "The passphrase is changed.\n";
    return {};
}

ExitCode run(const Work& work, bool alone) {
    const auto folder = dataFolder();
    if (!folder) return report(folder.error());
    if (alone)
        if (const auto free = checkAlone(*folder); !free) return report(free.error());
    DataVault data(*folder);
    const auto done = work(data);
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
