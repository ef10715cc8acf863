#include "agent/file_changes.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <nlohmann/json.hpp>
#include <random>

#include "agent/phrases.h"
#include "base/base64.h"

namespace hearth::agent {

namespace fs = std::filesystem;
using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

struct Entry {
    fs::path path;
    std::optional<std::string> before;
    std::optional<std::string> after;
};

tl::unexpected<base::Error> ioError(const std::string& what, const fs::path& path) {
    return fail(ErrorCode::Io, what + ": " + std::strerror(errno), path.string());
}

// Without this a rename may be lost in a power cut although the file's bytes are on disk.
void syncFolder(const fs::path& folder) {
    const int fd = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0) return;
    ::fsync(fd);
    ::close(fd);
}

Result<void> writeAll(int fd, const std::string& bytes, const fs::path& path) {
    std::size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t n = ::write(fd, bytes.data() + done, bytes.size() - done);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return ioError(phrase("The file cannot be written"), path);
        done += static_cast<std::size_t>(n);
    }
    if (::fsync(fd) != 0) return ioError(phrase("The file cannot be written to the disk"), path);
    return {};
}

std::optional<std::string> current(const fs::path& path) {
    auto bytes = readFile(path);
    return bytes ? std::optional<std::string>(std::move(*bytes)) : std::nullopt;
}

Result<void> setContent(const fs::path& path, const std::optional<std::string>& bytes) {
    if (bytes) return writeFileAtomically(path, *bytes);
    if (::unlink(path.c_str()) != 0 && errno != ENOENT)
        return ioError(phrase("The file cannot be removed"), path);
    syncFolder(path.parent_path());
    return {};
}

nlohmann::json encoded(const std::optional<std::string>& bytes) {
    return bytes ? nlohmann::json(base::base64Encode(*bytes)) : nlohmann::json(nullptr);
}

Result<std::vector<Entry>> readEntry(const fs::path& path) {
    auto text = readFile(path, 64u << 20);
    if (!text) return tl::unexpected(text.error());
    const auto json = nlohmann::json::parse(*text, nullptr, false);
    const auto damaged = [&] {
        return fail(ErrorCode::InvalidInput, phrase("This record of a change is damaged"), path.string());
    };
    if (!json.is_object() || !json.contains("edits") || !json["edits"].is_array()) return damaged();
    std::vector<Entry> entries;
    for (const auto& edit : json["edits"]) {
        if (!edit.is_object() || !edit.contains("path") || !edit["path"].is_string()) return damaged();
        Entry entry{edit["path"].get<std::string>(), std::nullopt, std::nullopt};
        for (auto [key, target] : {std::pair{"before", &entry.before}, std::pair{"after", &entry.after}}) {
            if (!edit.contains(key)) return damaged();
            if (edit[key].is_null()) continue;
            if (!edit[key].is_string()) return damaged();
            *target = base::base64Decode(edit[key].get<std::string>());
            if (!*target) return damaged();
        }
        entries.push_back(std::move(entry));
    }
    return entries;
}

bool validId(const std::string& id) {
    return !id.empty() && id.size() <= 100 &&
           id.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") ==
               std::string::npos;
}

}  // namespace

Result<std::string> readFile(const fs::path& path, std::size_t limitBytes) {
    std::error_code error;
    const auto size = fs::file_size(path, error);
    if (error)
        return fail(error == std::errc::no_such_file_or_directory ? ErrorCode::NotFound : ErrorCode::Io,
                    std::string(phrase("The file cannot be read")) + ": " + error.message(), path.string());
    if (size > limitBytes)
        return fail(ErrorCode::Refused, phrase("The file is larger than what is read here"), path.string());
    std::ifstream in(path, std::ios::binary);
    std::string bytes(static_cast<std::size_t>(size), '\0');
    in.read(bytes.data(), static_cast<std::streamsize>(size));
    if (!in) return fail(ErrorCode::Io, phrase("The file cannot be read"), path.string());
    return bytes;
}

Result<void> writeFileAtomically(const fs::path& path, const std::string& bytes) {
    std::error_code error;
    fs::create_directories(path.parent_path(), error);
    if (error)
        return fail(ErrorCode::Io, std::string(phrase("The folder cannot be made")) + ": " + error.message(),
                    path.parent_path().string());
    // A leading dot and a foreign ending keep readers of the folder away from the unfinished file.
    std::string temporary = (path.parent_path() / ("." + path.filename().string() + ".XXXXXX")).string();
    const int fd = ::mkostemp(temporary.data(), O_CLOEXEC);
    if (fd < 0) return ioError(phrase("The file cannot be written"), path);
    auto written = writeAll(fd, bytes, path);
    ::close(fd);
    if (written && ::rename(temporary.c_str(), path.c_str()) != 0)
        written = ioError(phrase("The file cannot be written"), path);
    if (!written) ::unlink(temporary.c_str());
    syncFolder(path.parent_path());
    return written;
}

std::string FileChanges::newId() {
    std::random_device random;
    static constexpr char kDigits[] = "0123456789abcdef";
    std::string id;
    for (int word = 0; word < 4; ++word) {
        auto value = random();
        for (int digit = 0; digit < 8; ++digit, value >>= 4) id += kDigits[value & 15];
    }
    return id;
}

fs::path FileChanges::entryPath(const std::string& id) const {
    return dir_ / (id + ".json");
}

Result<void> FileChanges::apply(const std::string& id, const std::vector<FileEdit>& edits) {
    if (!validId(id)) return fail(ErrorCode::InvalidInput, phrase("This is no name for a change"), id);
    if (fs::exists(entryPath(id)))
        return fail(ErrorCode::Conflict, phrase("This change was made already"), entryPath(id).string());
    nlohmann::json json{{"edits", nlohmann::json::array()}};
    std::vector<std::optional<std::string>> before;
    for (const FileEdit& edit : edits) {
        before.push_back(current(edit.path));
        json["edits"].push_back({{"path", edit.path.string()},
                                 {"before", encoded(before.back())},
                                 {"after", encoded(edit.after)}});
    }
    if (auto written = writeFileAtomically(entryPath(id), json.dump()); !written) return written;
    for (std::size_t i = 0; i < edits.size(); ++i) {
        auto done = setContent(edits[i].path, edits[i].after);
        if (done) continue;
        while (i-- > 0) (void)setContent(edits[i].path, before[i]);
        (void)setContent(entryPath(id), std::nullopt);
        return done;
    }
    return {};
}

Result<void> FileChanges::undo(const std::string& id) {
    return setAll(id, false);
}

Result<void> FileChanges::redo(const std::string& id) {
    return setAll(id, true);
}

Result<void> FileChanges::setAll(const std::string& id, bool toAfter) {
    if (!validId(id)) return fail(ErrorCode::InvalidInput, phrase("This is no name for a change"), id);
    auto entries = readEntry(entryPath(id));
    if (!entries) return tl::unexpected(entries.error());
    for (const Entry& entry : *entries) {
        // A power cut in the middle of this leaves files that are set already.
        const auto now = current(entry.path);
        if (now != entry.after && now != entry.before)
            return fail(ErrorCode::Conflict,
                        phrase("This was changed afterwards, so it is left as it is. Change it by hand"),
                        entry.path.string());
    }
    for (const Entry& entry : *entries)
        if (auto done = setContent(entry.path, toAfter ? entry.after : entry.before); !done) return done;
    return {};
}

Result<bool> FileChanges::finish(const std::string& id) {
    if (!validId(id) || !fs::exists(entryPath(id))) return false;
    auto entries = readEntry(entryPath(id));
    if (!entries) return tl::unexpected(entries.error());
    for (const Entry& entry : *entries) {
        if (current(entry.path) != entry.before) continue;  // done, or changed by somebody since
        if (auto done = setContent(entry.path, entry.after); !done) return tl::unexpected(done.error());
    }
    return true;
}

bool FileChanges::stands(const std::string& id) const {
    if (!validId(id)) return false;
    auto entries = readEntry(entryPath(id));
    if (!entries) return false;
    for (const Entry& entry : *entries)
        if (current(entry.path) != entry.after) return false;
    return true;
}

std::string fileNameFor(const std::string& text) {
    std::string name;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool bad = byte < 0x20 || byte == 0x7f || std::strchr("/\\:*?\"<>|", c) != nullptr;
        if (bad || c == ' ') {
            if (!name.empty() && name.back() != ' ') name += ' ';
        } else {
            name += c;
        }
    }
    constexpr std::size_t kMaxBytes = 80;
    if (name.size() > kMaxBytes) {
        std::size_t cut = kMaxBytes;
        while (cut > 0 && (static_cast<unsigned char>(name[cut]) & 0xc0) == 0x80) --cut;
        name.resize(cut);
    }
    while (!name.empty() && (name.back() == ' ' || name.back() == '.')) name.pop_back();
    while (!name.empty() && name.front() == '.') name.erase(0, 1);
    return name.empty() ? "untitled" : name;
}

}  // namespace hearth::agent
