// The files of a zip archive in memory, unpacked one by one within limits, so that a few kilobytes that
// unpack to gigabytes are refused. Holds libzip's handle; moves; one thread. The bytes must outlive it.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "ingest/reader.h"

struct zip;

namespace hearth::rag {

class ZipArchive {
  public:
    static tl::expected<ZipArchive, ReadFailure> open(std::string_view bytes);

    bool has(const std::string& name) const;
    // Names of all files, as the directory lists them.
    std::vector<std::string> names() const;
    // Errors: Damaged (no such file, or bad data), Protected, Bomb.
    tl::expected<std::string, ReadFailure> read(const std::string& name) const;

  private:
    struct Close {
        void operator()(zip* archive) const;
    };
    explicit ZipArchive(zip* archive) : archive_(archive) {}

    std::unique_ptr<zip, Close> archive_;
    mutable std::uint64_t unpacked_ = 0;  // of all files read so far
};

}  // namespace hearth::rag
