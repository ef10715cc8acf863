// What a model predicts for given tokens, computed as exactly as can be: for comparing with other programs.
// Keeps no state; any thread.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/cancel.h"
#include "base/result.h"
#include "engine/tokenizer.h"

namespace hearth::engine {

struct AdapterFile {
    std::string path;
    float scale = 1;
};

struct LogitsOptions {
    bool exact =
        true;         // weights dequantized to float32; false: the quick kernels, which quantize activations
    int threads = 0;  // 0: one per physical core
    std::vector<AdapterFile> adapters;
    base::CancelToken cancel;
};

// Logits after each token, taken as they stand at positions 0, 1, …: [tokens, vocabulary] f32, row-major.
// Keys and values are kept in float32. Errors: those of Model::open and Adapter::open; InvalidInput for ids
// that do not exist.
base::Result<std::vector<float>> modelLogits(const std::string& path, std::span<const TokenId> tokens,
                                             const LogitsOptions& options = {});

}  // namespace hearth::engine
