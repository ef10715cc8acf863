// A model of a few thousand random weights in a GGUF file: for tests of everything around a model. Its
// answers mean nothing, but they are the same for the same seed.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "gguf/writer.h"
#include "tensor/dtype.h"

namespace hearth::tests {

// Vocabulary: <bos>, <end>, <fn:wave>, the 256 bytes in the order of byte-level BPE, two merged tokens, and
// `tokens`.
struct TinyModel {
    int embedding = 32;
    int layers = 2;
    int heads = 4;
    int kvHeads = 2;
    int hidden = 64;
    int experts = 0;  // not 0: that many, all alike, of which two are used
    int context = 128;
    std::uint64_t seed = 1;
    std::string architecture = "llama";
    engine::DType type = engine::DType::F32;  // of the matrices; F32, or one that can be quantized to
    std::vector<std::string> tokens;          // further control tokens
    std::set<std::string> leaveOut;           // tensors and metadata keys
    std::map<std::string, std::vector<std::int64_t>> shapes;  // other shapes than the right ones
    float weight = 0;                                         // all weights, where not 0; may be NaN
    std::function<void(engine::gguf::Writer&)> adjust;        // after all metadata were set

    std::vector<std::byte> bytes() const;
    // As bytes(), into a file.
    void write(const std::string& path) const;
};

}  // namespace hearth::tests
