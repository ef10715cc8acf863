// A model on disk as one gguf::File: a single file, or the parts of one that was split
// ("NAME-00001-of-00003.gguf", with split.no, split.count and split.tensors.count in each). Owns the memory
// maps; the metadata are those of the first part, the tensors those of all. Immutable once open, safe from
// any thread; moves, does not copy.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/mapped_file.h"
#include "base/result.h"
#include "gguf/reader.h"

namespace hearth::engine::gguf {

class ModelFile {
  public:
    // `path` may name any of the parts. Errors: those of MappedFile::open and File::parse; NotFound, naming
    // the file, for a part that is missing; InvalidInput for one that belongs to another model, and for a
    // part whose name does not say which it is.
    static base::Result<ModelFile> open(const std::string& path);

    const File& file() const { return file_; }
    std::uint64_t bytes() const;             // of all parts
    std::vector<std::string> parts() const;  // their paths; one for a model that is not split

    // As those of MappedFile, for whichever part holds the bytes.
    void willNeed() const;
    void release(std::span<const std::byte> part) const;

  private:
    ModelFile() = default;
    base::Result<void> addPart(const std::string& path, std::size_t index, std::size_t count);

    std::vector<base::MappedFile> maps_;
    File file_;
};

}  // namespace hearth::engine::gguf
