// A whole file, read-only, as a span of bytes over a memory map: pages come in when they are touched and are
// shared between processes. Moves, does not copy; unmaps when destroyed. Reading is safe from any thread.
// A file that another program shortens while it is mapped ends the process (SIGBUS): the price of a map.
#pragma once

#include <cstddef>
#include <span>
#include <string>

#include "base/result.h"

namespace hearth::base {

class MappedFile {
  public:
    // Errors: NotFound, Refused (permission), InvalidInput (not a regular file, or empty), Io.
    static Result<MappedFile> open(const std::string& path);

    MappedFile(MappedFile&& other) noexcept;
    MappedFile& operator=(MappedFile&& other) noexcept;
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;
    ~MappedFile();

    std::span<const std::byte> bytes() const { return {data_, size_}; }
    const std::string& path() const { return path_; }

    // Asks the system to read this part ahead, in the background.
    void willNeed(std::size_t offset, std::size_t length) const;
    // Gives the memory of these bytes back to the system, for the time being: reading them is still allowed
    // and fetches them again. `part` lies inside bytes().
    void release(std::span<const std::byte> part) const;

  private:
    MappedFile(std::string path, const std::byte* data, std::size_t size)
        : path_(std::move(path)), data_(data), size_(size) {}

    std::string path_;
    const std::byte* data_ = nullptr;
    std::size_t size_ = 0;
};

}  // namespace hearth::base
