// Models that read whole texts and give a vector for each of their tokens. Weights only: immutable, shared by
// any number of threads, each with a Compute and a Workspace of its own.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "base/cancel.h"
#include "base/result.h"
#include "engine/embedder.h"
#include "models/network.h"
#include "models/parameters.h"
#include "models/pass.h"

namespace hearth::engine {

// Texts one after the other, each seen by itself.
struct EncoderInput {
    std::span<const TokenId> tokens;  // n ids of the vocabulary
    std::span<const int> lengths;     // of the texts; they add up to n, none is 0 or above context()
    base::CancelToken cancel;
};

class Encoder {
  public:
    virtual ~Encoder() = default;
    virtual int vocabulary() const = 0;
    virtual int width() const = 0;        // numbers a token
    virtual int context() const = 0;      // tokens of the longest text
    virtual Pooling pooling() const = 0;  // what the file asks for

    // out: [n, width] f32. False if it was cancelled.
    virtual bool encode(Compute& compute, Workspace& work, const EncoderInput& input, float* out) const = 0;
    // From a pooled vector [width] to the text's, where the model goes on after pooling.
    virtual std::vector<float> finish(Compute& compute, std::vector<float> pooled) const {
        (void)compute;
        return pooled;
    }
};

// The key pooling_type, or `fallback` where it is missing.
Pooling readPooling(Parameters& parameters, Pooling fallback);

}  // namespace hearth::engine
