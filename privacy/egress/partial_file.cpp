#include "egress/partial_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <nlohmann/json.hpp>
#include <utility>

namespace hearth::privacy {

namespace fs = std::filesystem;
using base::ErrorCode;
using base::Result;
using nlohmann::json;

namespace {

PartialFile::Source readNote(const fs::path& file) {
    std::ifstream in(file);
    const json note = json::parse(in, nullptr, false);
    PartialFile::Source source;
    if (!note.is_object()) return source;
    try {
        source.url = note.value("url", "");
        source.etag = note.value("etag", "");
        source.sha256 = note.value("sha256", "");
        source.total = note.value("total", std::uint64_t{0});
    } catch (const json::exception&) {
        source = {};  // damaged: as if nothing had come
    }
    return source;
}

}  // namespace

fs::path PartialFile::partOf(const fs::path& target) {
    return target.string() + ".partial";
}

fs::path PartialFile::noteOf(const fs::path& target) {
    return target.string() + ".partial.json";
}

base::Error PartialFile::error(const std::string& doing) const {
    const int code = errno;
    const std::string reason = code == ENOSPC
                                   ? "the disk is full. Make room, then go on; what has come is kept"
                                   : std::strerror(code);
    return {ErrorCode::Io, doing + ": " + reason + ".", partOf(target_).string()};
}

Result<PartialFile> PartialFile::open(const fs::path& target, const std::string& url,
                                      base::CancelToken cancel) {
    std::error_code ignored;
    fs::create_directories(target.parent_path(), ignored);
    const int file = ::open(partOf(target).c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    PartialFile part(target, file);
    if (file < 0) return tl::unexpected(part.error("The download cannot be written"));
    part.source_ = readNote(noteOf(target));
    const auto size = fs::file_size(partOf(target), ignored);
    if (part.source_.url != url || ignored) {
        part.source_ = {};
        part.source_.url = url;
        if (auto emptied = part.restart(); !emptied) return tl::unexpected(emptied.error());
        return part;
    }
    part.size_ = size;
    if (auto hashed = part.hash_.addFile(partOf(target), std::move(cancel)); !hashed)
        return tl::unexpected(hashed.error());
    if (::lseek(file, 0, SEEK_END) < 0) return tl::unexpected(part.error("The download cannot be read"));
    return part;
}

PartialFile::PartialFile(PartialFile&& other) noexcept
    : target_(std::move(other.target_)),
      file_(std::exchange(other.file_, -1)),
      source_(std::move(other.source_)),
      size_(other.size_),
      hash_(other.hash_) {}

PartialFile::~PartialFile() {
    if (file_ >= 0) ::close(file_);
}

Result<void> PartialFile::note(const Source& source) {
    source_ = source;
    const fs::path written = noteOf(target_).string() + ".new";
    std::ofstream out(written);
    out << json{{"url", source.url},
                {"etag", source.etag},
                {"sha256", source.sha256},
                {"total", source.total}}
               .dump(2, ' ', false, json::error_handler_t::replace)
        << '\n';
    out.close();
    std::error_code failed;
    fs::rename(written, noteOf(target_), failed);
    if (!out || failed) return tl::unexpected(error("The download cannot be written"));
    return {};
}

Result<void> PartialFile::append(std::string_view bytes) {
    hash_.add(bytes);
    while (!bytes.empty()) {
        const ssize_t written = ::write(file_, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return tl::unexpected(error("The download cannot be written"));
        size_ += static_cast<std::uint64_t>(written);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return {};
}

Result<void> PartialFile::restart() {
    if (::ftruncate(file_, 0) != 0 || ::lseek(file_, 0, SEEK_SET) < 0)
        return tl::unexpected(error("The download cannot be written"));
    size_ = 0;
    hash_ = Sha256();
    return {};
}

Result<void> PartialFile::sync() {
    if (::fsync(file_) != 0) return tl::unexpected(error("The download cannot be written"));
    return {};
}

Result<void> PartialFile::finish() {
    std::error_code failed;
    fs::rename(partOf(target_), target_, failed);
    if (failed)
        return base::fail(ErrorCode::Io, "The download cannot get its name: " + failed.message() + ".",
                          target_.string());
    fs::remove(noteOf(target_), failed);
    return {};
}

void PartialFile::discard() {
    std::error_code ignored;
    fs::remove(partOf(target_), ignored);
    fs::remove(noteOf(target_), ignored);
}

}  // namespace hearth::privacy
