// Writes GGUF version 3: first all metadata and the table of tensors, then the tensors' data one after the
// other, so that a file of any size needs little memory. The file appears under its name only when finish()
// succeeds; until then it is a temporary file beside it, which is removed if the Writer goes away.
// Used by one thread. The layout is in gguf/reader.h.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "gguf/value.h"
#include "tensor/dtype.h"

namespace hearth::engine::gguf {

class Writer {
  public:
    explicit Writer(std::uint32_t alignment = 32);
    ~Writer();
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    // Metadata, in the order in which it is to stand; a key that is set again keeps its place.
    // general.alignment is written by itself where it is not 32.
    void set(std::string_view key, std::string_view text);
    void set(std::string_view key, const char* text) { set(key, std::string_view(text)); }
    void set(std::string_view key, std::uint32_t number);
    void set(std::string_view key, float number);
    void set(std::string_view key, bool flag);
    void set(std::string_view key, std::span<const std::string> texts);
    void set(std::string_view key, std::span<const float> numbers);
    void set(std::string_view key, std::span<const std::int32_t> numbers);
    void set(std::string_view key, const Value& value);  // copied as it is

    // Declares a tensor; data follows in the order of declaration. Shape: fastest dimension first.
    void addTensor(std::string name, DType type, std::vector<std::int64_t> shape);

    // Header and table. After this no metadata and no tensor can be added.
    base::Result<void> begin(const std::string& path);
    // The next tensor's whole data, or a part of it; parts add up to its size.
    base::Result<void> write(std::span<const std::byte> data);
    // Flushes to disk and gives the file its name. Errors: Io (disk full, …), Internal (data is missing).
    base::Result<void> finish();

    // All of it in memory, for tests and small files: `data` holds one span a tensor.
    std::vector<std::byte> toBytes(const std::vector<std::span<const std::byte>>& data) const;

  private:
    struct Pair {
        std::string key;
        std::string value;  // type and payload as in the file
    };
    struct Tensor {
        std::string name;
        DType type;
        std::vector<std::int64_t> shape;
        std::uint64_t bytes;
    };
    void setRaw(std::string_view key, std::string value);
    std::string header() const;
    base::Result<void> put(const void* data, std::size_t length);
    base::Result<void> pad();

    std::uint32_t alignment_;
    std::vector<Pair> pairs_;
    std::vector<Tensor> tensors_;
    std::string path_;
    std::string partial_;
    std::FILE* file_ = nullptr;
    std::uint64_t written_ = 0;      // bytes of the file so far
    std::size_t tensor_ = 0;         // that data is expected for
    std::uint64_t tensorBytes_ = 0;  // of it that came
};

}  // namespace hearth::engine::gguf
