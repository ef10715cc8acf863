// The part of a download that has come, and what is known of the whole: see privacy/download.h. Owns its file
// descriptor; one thread at a time.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.h"
#include "privacy/sha256.h"

namespace hearth::privacy {

class PartialFile {
  public:
    // What must stay the same for the parts of two answers to belong together.
    struct Source {
        std::string url;
        std::string etag;         // strong ones alone; empty: none
        std::string sha256;       // as told by the host; empty: not told
        std::uint64_t total = 0;  // bytes; 0: not known
    };

    static std::filesystem::path partOf(const std::filesystem::path& target);
    static std::filesystem::path noteOf(const std::filesystem::path& target);

    // Opens what is there of `url`, or an empty file. Errors: Io; Cancelled while it is read for its
    // checksum.
    static base::Result<PartialFile> open(const std::filesystem::path& target, const std::string& url,
                                          base::CancelToken cancel);
    PartialFile(PartialFile&& other) noexcept;
    PartialFile(const PartialFile&) = delete;
    PartialFile& operator=(const PartialFile&) = delete;
    PartialFile& operator=(PartialFile&&) = delete;
    ~PartialFile();

    const Source& source() const { return source_; }
    std::uint64_t size() const { return size_; }

    base::Result<void> note(const Source& source);  // on disk before the bytes it is about
    base::Result<void> append(std::string_view bytes);
    base::Result<void> restart();  // forgets the bytes
    std::string sha256() const { return Sha256(hash_).hex(); }
    base::Result<void> sync();
    // Gives the complete file its name and removes the note.
    base::Result<void> finish();
    void discard();

  private:
    PartialFile(std::filesystem::path target, int file) : target_(std::move(target)), file_(file) {}
    base::Error error(const std::string& doing) const;

    std::filesystem::path target_;
    int file_;
    Source source_;
    std::uint64_t size_ = 0;
    Sha256 hash_;
};

}  // namespace hearth::privacy
