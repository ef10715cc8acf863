#include "remote/secret_keeper.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <system_error>

#include "agent/file_changes.h"
#include "privacy/database.h"
#include "privacy/vault.h"

namespace hearth::app {

namespace fs = std::filesystem;
using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

// Opens or makes it, for the user alone.
Result<privacy::Database> openSecrets(const fs::path& file) {
    const int made = ::open(file.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (made >= 0) ::close(made);
    auto database = privacy::Database::open(file);
    if (!database) return database;
    const std::vector<std::string> steps = {
        "CREATE TABLE secrets(name TEXT PRIMARY KEY, value TEXT NOT NULL)"};
    if (auto done = database->migrate("secrets", steps); !done) return tl::unexpected(done.error());
    // What was replaced or removed leaves no trace in the file.
    if (auto set = database->query("PRAGMA secure_delete = ON"); !set) return tl::unexpected(set.error());
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

void overwriteAndRemove(const fs::path& file, std::size_t size) {
    const int out = ::open(file.c_str(), O_WRONLY | O_CLOEXEC);
    if (out >= 0) {
        const std::string zeros(size, '\0');
        if (::write(out, zeros.data(), zeros.size()) > 0) ::fsync(out);
        ::close(out);
    }
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
    overwriteAndRemove(old, text->size());
    return {};
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
    const auto secret = keyring_.read(name);
    if (secret) return Kept{std::string(secret->view()), Place::Keyring};
    if (secret.error().code == ErrorCode::Refused) return tl::unexpected(secret.error());
    return Kept{};
}

Result<SecretKeeper::Place> SecretKeeper::write(const std::string& name, const std::string& text) const {
    if (keyring_.write && keyring_.write(name, privacy::Secret(text))) {
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
    if (name == kRemoteKey) overwriteAndRemove(dataDir_ / "remote.key", 0);
    if (auto gone = removeFrom(database(), name); !gone) return gone;
    if (!keyring_.remove) return {};
    const auto removed = keyring_.remove(name);
    if (!removed && removed.error().code == ErrorCode::Refused) return removed;
    return {};
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
