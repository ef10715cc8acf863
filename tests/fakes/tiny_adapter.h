// A LoRA adapter of random numbers for a TinyModel, in a GGUF file: for tests of everything around adapters.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "gguf/writer.h"
#include "tensor/dtype.h"

namespace hearth::tests {

struct TinyAdapter {
    int rank = 4;
    float alpha = 8;
    std::uint64_t seed = 7;
    std::string architecture = "llama";
    engine::DType type = engine::DType::F32;
    std::vector<std::string> targets = {"blk.0.attn_q.weight", "blk.1.ffn_down.weight"};
    // The shapes of the weights [in, out] or [in, out, experts]; right for a TinyModel's own by their names.
    std::map<std::string, std::vector<std::int64_t>> shapes;
    std::function<void(engine::gguf::Writer&)> adjust;  // after all metadata were set
    std::string leaveOut;                               // a tensor

    // The numbers of A [rank, in] and B [out, rank], of each expert one after the other; of a lookup
    // A [vocabulary, rank] and B [width, rank].
    struct Pair {
        std::vector<std::int64_t> shapeA, shapeB;
        std::vector<float> a, b;
    };
    Pair pair(const std::string& target) const;
    std::vector<std::byte> bytes() const;
    void write(const std::string& path) const;
};

}  // namespace hearth::tests
