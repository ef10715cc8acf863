// Reads GGUF files, versions 2 and 3, little-endian: metadata and a table of tensors over bytes that belong
// to somebody else. Every count, length, type, offset and alignment is checked before it is used, so that
// what a File gives out lies inside the bytes; memory is at most a small multiple of the bytes read. A File
// is a view, immutable, and safe from any thread; the bytes must outlive it.
//
// Layout (source: the GGUF specification in the ggml project):
//   "GGUF" u32:version u64:tensors u64:entries
//   entries × { string:key u32:type value }        string = u64:length bytes
//   tensors × { string:name u32:dims u64×dims:shape u32:type u64:offset }
//   padding to the alignment (general.alignment, 32 if absent), then tensor data; offsets count from there
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "gguf/value.h"
#include "tensor/dtype.h"

namespace hearth::engine::gguf {

struct Entry {
    std::string_view key;
    Value value;
};

struct TensorView {
    std::string_view name;
    DType type = DType::F32;
    std::vector<std::int64_t> shape;  // fastest dimension first, 1 to 4 of them, none zero
    std::uint64_t offset = 0;         // from the start of the file
    std::span<const std::byte> data;  // whole blocks, aligned as the file says
    std::int64_t elements() const;
    std::int64_t dimension(std::size_t i) const { return i < shape.size() ? shape[i] : 1; }
};

class File {
  public:
    // Errors name the field (metadata key, tensor name) and its byte offset; `name` is the file's, for them.
    // Unsupported: big-endian files, version 1, tensor types that are not known.
    static base::Result<File> parse(std::span<const std::byte> bytes, const std::string& name);

    int version() const { return version_; }
    std::uint64_t alignment() const { return alignment_; }
    const std::vector<Entry>& entries() const { return entries_; }
    const std::vector<TensorView>& tensors() const { return tensors_; }
    const std::string& name() const { return name_; }

    // The tensors of a further part of the same model, whose bytes must outlive this too. InvalidInput where
    // both have a tensor of one name.
    base::Result<void> addTensors(const File& part);

    const Value* find(std::string_view key) const;
    const TensorView* findTensor(std::string_view name) const;

    // Metadata by type. An absent key gives nothing; one of another type, or a number out of range, is an
    // error.
    base::Result<std::optional<std::int64_t>> integer(std::string_view key) const;
    base::Result<std::optional<double>> number(std::string_view key) const;
    base::Result<std::optional<std::string>> string(std::string_view key) const;
    base::Result<std::optional<bool>> boolean(std::string_view key) const;

    // An error about `key`: names it and where it lies.
    tl::unexpected<base::Error> wrong(std::string_view key, const std::string& message) const;

  private:
    friend class Parser;
    std::string name_;
    int version_ = 0;
    std::uint64_t alignment_ = 32;
    std::vector<Entry> entries_;
    std::vector<TensorView> tensors_;
    std::unordered_map<std::string_view, std::size_t> entryIndex_;
    std::unordered_map<std::string_view, std::size_t> tensorIndex_;
};

}  // namespace hearth::engine::gguf
