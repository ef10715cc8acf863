// hearth stored | wipe: what Hearth keeps on this device, and deleting it.
#include <algorithm>
#include <iostream>
#include <memory>

#include "catalogue/catalogue.h"
#include "cli/data_access.h"
#include "cli/terminal.h"
#include "cli/turn.h"
#include "privacy/vault.h"
#include "remote/secret_keeper.h"
#include "storage/data_folder.h"
#include "storage/stored_data.h"

namespace hearth::app::cli {

namespace {

void print(const std::vector<StoredKind>& kinds) {
    for (const StoredKind& kind : kinds)
        if (kind.count > 0 || kind.bytes > 0)
            std::cout << "  " << kind.count << " " << kind.what << " (" << sizeText(kind.bytes) << ")\n";
}

bool isEmpty(const std::vector<StoredKind>& kinds) {
    for (const StoredKind& kind : kinds)
        if (!kind.paths.empty()) return false;
    return true;
}

ExitCode stored() {
    const auto folder = dataFolder();
    if (!folder) return report(folder.error());
    std::cout << "In " << folder->string() << ":\n";
    print(storedData(*folder, cacheFolder()));
    return ExitCode::Ok;
}

ExitCode wipeAll(const std::vector<std::string>& keep, bool yes, const KeyringDoor& keyring) {
    const auto folder = dataFolder();
    if (!folder) return report(folder.error());
    // A program that still runs would write on.
    if (auto alone = checkAlone(*folder); !alone) return report(alone.error());
    auto kinds = storedData(*folder, cacheFolder());
    std::erase_if(kinds, [&](const StoredKind& kind) {
        return std::find(keep.begin(), keep.end(), kind.name) != keep.end();
    });
    if (isEmpty(kinds)) {
        std::cout << "There is nothing to delete.\n";
        return ExitCode::Ok;
    }
    std::cout << "This would delete, for good, from " << folder->string() << ":\n";
    print(kinds);
    if (!yes) {
        if (!inputIsTerminal())
            return report({base::ErrorCode::Refused, "Nothing was deleted. Add --yes to delete it", ""});
        const auto typed = readLine("Type wipe to delete it: ");
        if (typed != "wipe") return report({base::ErrorCode::Refused, "Nothing was deleted", ""});
    }
    if (const auto done = wipeWithKeys(*folder, kinds, keyring); !done) return report(done.error());
    // The key goes when nothing is left that it opens.
    if (const privacy::Vault vault(*folder); vault.present()) {
        const auto entry = vault.keyringEntry();
        if (vault.remove() && entry && !entry->empty() && keyring.remove) (void)keyring.remove(*entry);
    }
    std::cout << "Deleted.\n";
    return ExitCode::Ok;
}

// Before anything is deleted.
ExitCode checkKinds(const std::vector<std::string>& keep) {
    std::string known;
    const auto kinds = storedData("", "");
    for (const StoredKind& kind : kinds) known += (known.empty() ? "" : ", ") + kind.name;
    for (const std::string& name : keep)
        if (std::none_of(kinds.begin(), kinds.end(),
                         [&](const StoredKind& kind) { return kind.name == name; }))
            return report(
                {base::ErrorCode::InvalidInput, "There is no such kind of data. There are: " + known, name});
    return ExitCode::Ok;
}

}  // namespace

void addWipe(Commands& commands) {
    CLI::App* storedCommand =
        commands.add("stored", "Count what Hearth keeps on this device", "  hearth stored");
    commands.run(storedCommand, [] { return stored(); });

    auto keep = std::make_shared<std::vector<std::string>>();
    auto yes = std::make_shared<bool>(false);
    CLI::App* command =
        commands.add("wipe", "Delete everything that Hearth keeps, after showing what that is",
                     "  hearth wipe\n"
                     "  hearth wipe --keep models --keep settings --yes");
    command->add_option("--keep", *keep, "Spare this kind: conversations, calendar, models, …");
    command->add_flag("--yes", *yes, "Do not ask");
    commands.run(command, [keep, yes, &commands] {
        const ExitCode fine = checkKinds(*keep);
        return fine == ExitCode::Ok ? wipeAll(*keep, *yes, commands.global.keyring) : fine;
    });
}

}  // namespace hearth::app::cli
