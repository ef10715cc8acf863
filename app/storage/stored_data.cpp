#include "storage/stored_data.h"

#include <algorithm>
#include <cstdlib>

#include "privacy/overwrite.h"
#include "rag/sqlite.h"

namespace hearth::app {

namespace fs = std::filesystem;
using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

// A row a kind: which names in the data folder belong to it ("x*": all that begin with x), and in which of
// its folders the files with which ending are counted.
struct KindRow {
    const char* name;
    const char* what;
    std::vector<std::string> names;
    const char* countedEnding;  // nullptr: every name there is counts once
};

const std::vector<KindRow>& kindRows() {
    static const std::vector<KindRow> rows = {
        {"conversations", "conversations", {"conversations.db*", "stand_ins.db*", "stand-ins"}, nullptr},
        {"calendar", "calendar entries", {"calendar"}, ".ics"},
        {"reminders", "reminders, alarms and timers", {"reminders", "fired.json*"}, ".ics"},
        {"notes", "notes", {"notes"}, ".md"},
        {"lists", "lists", {"lists"}, ".md"},
        {"contacts", "contacts", {"contacts"}, ".vcf"},
        {"log", "logged actions and requests", {"hearth.db*", "undo", "logs"}, nullptr},
        {"library", "indexed documents", {"library.db*", "library.graph*"}, nullptr},
        {"models", "model files", {"models"}, ".gguf"},
        {"settings",
         "files of settings and permissions",
         {"settings.ini*", "approval.json*", "policy.json*", "mcp.json*", "server.token*", "remote.key*",
          "secrets.db*", "keyring.id*"},
         nullptr},
    };
    return rows;
}

bool matches(const std::string& name, const std::string& pattern) {
    if (!pattern.ends_with('*')) return name == pattern;
    return name.starts_with(std::string_view(pattern).substr(0, pattern.size() - 1));
}

// Adds what lies below `path`, itself included.
void measure(const fs::path& path, const char* ending, StoredKind& kind) {
    std::error_code none;
    const auto count = [&](const fs::path& file) {
        const auto size = fs::file_size(file, none);
        if (!none) kind.bytes += size;
        if (ending != nullptr && file.extension() == ending) ++kind.count;
    };
    if (!fs::is_directory(path, none)) return count(path);
    for (const auto& entry : fs::recursive_directory_iterator(path, none))
        if (entry.is_regular_file(none)) count(entry.path());
}

std::int64_t rowsOf(const fs::path& database, const std::string& table) {
    std::error_code none;
    if (!fs::exists(database, none)) return 0;
    auto opened = rag::Database::open(database.string(), "conversations");
    if (!opened) return 0;
    auto statement = (*opened)->prepare("SELECT count(*) FROM " + table);
    if (!statement) return 0;
    const auto row = statement->step();
    return row && *row ? statement->integer(0) : 0;
}

void countRows(const fs::path& dataDir, StoredKind& kind) {
    if (kind.name == "conversations") {
        kind.count = rowsOf(dataDir / "conversations.db", "conversations");
        const auto messages = rowsOf(dataDir / "conversations.db", "messages");
        kind.what = "conversations with " + std::to_string(messages) + " messages";
    } else if (kind.name == "log") {
        kind.count = rowsOf(dataDir / "hearth.db", "actions") + rowsOf(dataDir / "hearth.db", "requests");
    } else if (kind.name == "library") {
        kind.count = rowsOf(dataDir / "library.db", "documents");
    } else if (kind.name == "settings") {
        kind.count = static_cast<std::int64_t>(kind.paths.size());
    }
}

void overwriteAll(const fs::path& path) {
    std::error_code none;
    if (!fs::is_directory(fs::symlink_status(path, none))) return privacy::overwriteFile(path);
    for (const auto& entry : fs::recursive_directory_iterator(path, none))
        if (fs::is_regular_file(entry.symlink_status(none))) privacy::overwriteFile(entry.path());
}

}  // namespace

std::vector<StoredKind> storedData(const fs::path& dataDir, const fs::path& cacheDir) {
    std::vector<StoredKind> kinds;
    std::error_code none;
    std::vector<fs::path> entries;
    for (const auto& entry : fs::directory_iterator(dataDir, none)) entries.push_back(entry.path());
    std::sort(entries.begin(), entries.end());
    for (const KindRow& row : kindRows()) {
        StoredKind kind;
        kind.name = row.name;
        kind.what = row.what;
        for (const fs::path& path : entries)
            for (const std::string& pattern : row.names)
                if (matches(path.filename().string(), pattern)) kind.paths.push_back(path);
        for (const fs::path& path : kind.paths) measure(path, row.countedEnding, kind);
        countRows(dataDir, kind);
        kinds.push_back(std::move(kind));
    }
    StoredKind cache;
    cache.name = "cache";
    cache.what = "files that can be made again";
    if (!cacheDir.empty() && fs::exists(cacheDir, none)) {
        cache.paths.push_back(cacheDir);
        for (const auto& entry : fs::recursive_directory_iterator(cacheDir, none))
            if (entry.is_regular_file(none)) ++cache.count;
        measure(cacheDir, nullptr, cache);
    }
    kinds.push_back(std::move(cache));
    return kinds;
}

Result<void> wipe(const std::vector<StoredKind>& kinds, const std::vector<std::string>& keep) {
    for (const std::string& name : keep) {
        const bool known = std::any_of(kinds.begin(), kinds.end(),
                                       [&](const StoredKind& kind) { return kind.name == name; });
        if (!known)
            return fail(ErrorCode::InvalidInput, "There is no such kind of data; nothing was deleted.", name);
    }
    std::string left;
    for (const StoredKind& kind : kinds) {
        if (std::find(keep.begin(), keep.end(), kind.name) != keep.end()) continue;
        for (const fs::path& path : kind.paths) {
            std::error_code failed;
            if (kind.name != "models") overwriteAll(path);  // those are public, and large
            fs::remove_all(path, failed);
            if (failed) left += (left.empty() ? "" : ", ") + path.string();
        }
    }
    if (!left.empty()) return fail(ErrorCode::Io, "Not everything could be deleted. Left:", left);
    return {};
}

fs::path cacheFolder() {
    const auto variable = [](const char* name) {
        const char* value = std::getenv(name);
        return fs::path(value == nullptr ? "" : value);
    };
    if (!variable("XDG_CACHE_HOME").empty()) return variable("XDG_CACHE_HOME") / "hearth";
    if (!variable("HOME").empty()) return variable("HOME") / ".cache/hearth";
    return {};
}

}  // namespace hearth::app
