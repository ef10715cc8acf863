#include "remote/secret_keeper.h"

#include <algorithm>
#include <system_error>

#include "agent/file_changes.h"
#include "privacy/database.h"
#include "privacy/overwrite.h"
#include "privacy/vault.h"

namespace hearth::app {

namespace fs = std::filesystem;
using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

Result<privacy::Database> openSecrets(const fs::path& file) {
    auto database = privacy::Database::open(file);
    if (!database) return database;
    const std::vector<std::string> steps = {
        "CREATE TABLE secrets(name TEXT PRIMARY KEY, value TEXT NOT NULL)"};
    if (auto done = database->migrate("secrets", steps); !done) return tl::unexpected(done.error());
    return database;
}

Result<void> removeFrom(const fs::path& file, const std::string& name) {
    std::error_code none;
    if (!fs::exists(file, none)) return {};
    auto database = openSecrets(file);
    if (!database) return tl::unexpected(database.error());
    if (auto done = database->query("DELETE FROM secrets WHERE name = ?", {name}); !done)
        return tl::unexpected(done.error());
    if (auto done = database->query("PRAGMA wal_checkpoint(TRUNCATE)"); !done)
        return tl::unexpected(done.error());
    return {};
}

void overwriteAndRemove(const fs::path& file) {
    privacy::overwriteFile(file);
    std::error_code ignored;
    fs::remove(file, ignored);
}

}  // namespace

// Earlier versions kept the one key as a line of a file.
Result<void> SecretKeeper::takeOver() const {
    const fs::path old = dataDir_ / "remote.key";
    std::error_code none;
    if (!fs::exists(old, none)) return {};
    const auto text = agent::readFile(old);
    if (!text) return tl::unexpected(text.error());
    const std::string key = text->substr(0, text->find_first_of("\r\n"));
    if (!key.empty())
        if (auto kept = write(kRemoteKey, key); !kept) return tl::unexpected(kept.error());
    overwriteAndRemove(old);
    return {};
}

// Each data folder has entries of its own, by a number that is made when the first is written.
Result<std::string> SecretKeeper::entryOf(const std::string& name, bool make) const {
    const fs::path file = dataDir_ / "keyring.id";
    std::error_code none;
    if (!fs::exists(file, none)) {
        if (!make) return std::string();
        if (auto kept = agent::writeFileAtomically(file, agent::FileChanges::newId() + "\n"); !kept)
            return tl::unexpected(kept.error());
    }
    const auto text = agent::readFile(file);
    if (!text) return tl::unexpected(text.error());
    const std::string number = text->substr(0, text->find_first_not_of("0123456789abcdef"));
    if (number.empty())
        return fail(
            ErrorCode::InvalidInput,
            "The number of this folder's keyring entries is damaged. Delete the file and give the key "
            "again.",
            file.string());
    return name + " " + number;
}

// Earlier versions had one entry for all folders; the first folder that looks for it takes it.
Result<void> SecretKeeper::takeSharedEntry(const std::string& name) const {
    const auto shared = keyring_.read(name);
    if (!shared) {
        if (shared.error().code == ErrorCode::Refused) return tl::unexpected(shared.error());
        return {};
    }
    if (const auto kept = write(name, std::string(shared->view())); !kept)
        return tl::unexpected(kept.error());
    return keyring_.remove(name);
}

Result<SecretKeeper::Kept> SecretKeeper::read(const std::string& name) const {
    if (name == kRemoteKey)
        if (auto taken = takeOver(); !taken) return tl::unexpected(taken.error());
    std::error_code none;
    if (fs::exists(database(), none)) {
        auto secrets = openSecrets(database());
        if (!secrets) return tl::unexpected(secrets.error());
        const auto rows = secrets->query("SELECT value FROM secrets WHERE name = ?", {name});
        if (!rows) return tl::unexpected(rows.error());
        if (!rows->empty()) return Kept{privacy::textOf(rows->front().front()), Place::DataFolder};
    }
    if (!keyring_.read) return Kept{};
    auto entry = entryOf(name, false);
    if (entry && entry->empty()) {
        if (auto taken = takeSharedEntry(name); !taken) return tl::unexpected(taken.error());
        entry = entryOf(name, false);
    }
    if (!entry) return tl::unexpected(entry.error());
    if (entry->empty()) return Kept{};
    const auto secret = keyring_.read(*entry);
    if (secret) return Kept{std::string(secret->view()), Place::Keyring};
    if (secret.error().code == ErrorCode::Refused) return tl::unexpected(secret.error());
    return Kept{};
}

Result<SecretKeeper::Place> SecretKeeper::write(const std::string& name, const std::string& text) const {
    const auto entry = keyring_.write ? entryOf(name, true) : std::string();
    if (!entry) return tl::unexpected(entry.error());
    if (keyring_.write && keyring_.write(*entry, privacy::Secret(text))) {
        if (auto gone = removeFrom(database(), name); !gone) return tl::unexpected(gone.error());
        return Place::Keyring;
    }
    auto secrets = openSecrets(database());
    if (!secrets) return tl::unexpected(secrets.error());
    const auto kept = secrets->query(
        "INSERT INTO secrets(name, value) VALUES(?1, ?2) ON CONFLICT(name) DO UPDATE SET value = ?2",
        {name, text});
    if (!kept) return tl::unexpected(kept.error());
    return Place::DataFolder;
}

Result<void> SecretKeeper::remove(const std::string& name) const {
    std::error_code none;
    if (name == kRemoteKey) overwriteAndRemove(dataDir_ / "remote.key");
    if (auto gone = removeFrom(database(), name); !gone) return gone;
    if (!keyring_.remove) return {};
    const auto entry = entryOf(name, false);
    if (!entry) return tl::unexpected(entry.error());
    const auto removed = keyring_.remove(entry->empty() ? name : *entry);
    if (!removed && removed.error().code == ErrorCode::Refused) return removed;
    return {};
}

Result<void> wipeWithKeys(const fs::path& dataDir, const std::vector<StoredKind>& kinds,
                          const KeyringDoor& keyring) {
    const bool settings = std::any_of(kinds.begin(), kinds.end(),
                                      [](const StoredKind& kind) { return kind.name == "settings"; });
    // A keyring that does not open keeps its entry, which leads nowhere any more.
    if (settings) (void)SecretKeeper(dataDir, keyring).remove(kRemoteKey);
    return wipe(kinds, {});
}

std::string SecretKeeper::sentence(Place place) const {
    if (place == Place::Keyring) return "The key is kept in the desktop's keyring.";
    if (place == Place::Nowhere) return "No key is kept.";
    if (privacy::Vault(dataDir_).present())
        return "The desktop has no keyring, so the key is kept with your sealed data.";
    return "The desktop has no keyring, so the key is kept in a file that only you can read: " +
           database().string() + ".";
}

}  // namespace hearth::app
