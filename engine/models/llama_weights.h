// What a llama model is made of: its dimensions and its weights, and reading both from a file.
// Plain data, immutable once read.
#pragma once

#include <vector>

#include "base/result.h"
#include "kernels/weights.h"
#include "models/experts.h"
#include "models/llama.h"
#include "models/network.h"

namespace hearth::engine {

struct LlamaShape {
    int vocabulary = 0;
    int embedding = 0;
    int layers = 0;
    int heads = 0;
    int kvHeads = 0;
    int headDim = 0;
    int hidden = 0;     // of the feed-forward layer
    int ropePairs = 0;  // pairs of a head that rotate
    int experts = 0;    // 0: one dense feed-forward layer
    int expertsUsed = 0;
    float epsilon = 0;
    double ropeBase = 0;
    int window = 0;           // latest positions that attention sees, the own included; 0: all
    int originalContext = 0;  // beyond it other frequencies apply; 0: there are none
    float ropeMagnitude = 1;  // of cosines and sines
    double ropeScale = 1;     // positions are multiplied by it
    float embeddingScale = 1;
    float residualScale = 1;  // of what each block adds
    float logitScale = 1;
    LlamaVariant variant;
};

struct LlamaLayer {
    std::vector<float> attentionNorm;               // [embedding]
    WeightMatrix q;                                 // [heads * headDim, embedding]
    WeightMatrix k, v;                              // [kvHeads * headDim, embedding]
    WeightMatrix o;                                 // [embedding, heads * headDim]
    std::vector<float> qBias, kBias, vBias, oBias;  // as many as rows, or empty
    std::vector<float> qNorm, kNorm;                // [headDim], or empty
    std::vector<float> feedForwardNorm;             // [embedding]
    WeightMatrix gate, up;                          // [hidden, embedding]
    WeightMatrix down;                              // [embedding, hidden]
    Experts experts;                                // in place of the three where there are any
};

struct LlamaWeights {
    WeightMatrix embedding;  // [vocabulary, embedding]
    std::vector<LlamaLayer> layers;
    std::vector<float> outputNorm;            // [embedding]
    WeightMatrix output;                      // [vocabulary, embedding]; empty: the embedding is used
    std::vector<double> ropeFrequenciesLong;  // the same, for contexts beyond the original
    std::vector<double> ropeFrequencies;      // [ropePairs], radians a position
};

// InvalidInput and Unsupported, naming the metadata key.
base::Result<LlamaShape> readLlamaShape(const NetworkSource& source, const LlamaVariant& variant);

// As above, naming the tensor. Sets the vocabulary of `shape`.
base::Result<LlamaWeights> readLlamaWeights(const NetworkSource& source, LlamaShape& shape);

}  // namespace hearth::engine
