// Numbers that describe an architecture, read from metadata and checked against sensible ranges. The first
// error is kept and everything after it reads as the fallback, so that a loader is one list of fields with
// one check at its end. Used by one thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "gguf/reader.h"

namespace hearth::engine {

class Parameters {
  public:
    // Keys are read as "architecture.key".
    Parameters(const gguf::File& file, std::string architecture)
        : file_(file), architecture_(std::move(architecture)) {}

    int required(std::string_view key, int least, int most);
    int optional(std::string_view key, int fallback, int least, int most);
    // One number a layer: an array of that many, or one for all. No fallback: it is required.
    std::vector<int> perLayer(std::string_view key, int layers, std::optional<std::vector<int>> fallback,
                              int least, int most);
    double number(std::string_view key, std::optional<double> fallback, double least, double most);
    // One number a layer, required: an array of that many, or one for all; some files have the key without
    // the architecture.
    std::vector<float> numbers(std::string_view key, std::size_t layers);
    std::string text(std::string_view key, std::string fallback);
    bool flag(std::string_view key, bool fallback);
    bool has(std::string_view key) const { return file_.find(full(key)) != nullptr; }

    bool isArray(std::string_view key) const;
    bool hasTensor(std::string_view name) const { return file_.findTensor(name) != nullptr; }

    // Rows of a matrix in the file; 0 where it is missing.
    int rowsOf(std::string_view name) const;

    // Something that is wrong between fields; `key` is named.
    void fail(base::ErrorCode code, std::string_view key, const std::string& message);
    base::Result<void> check() const;

  private:
    std::string full(std::string_view key) const { return architecture_ + "." + std::string(key); }

    const gguf::File& file_;
    std::string architecture_;
    std::optional<base::Error> error_;
};

}  // namespace hearth::engine
