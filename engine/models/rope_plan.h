// Rotary positions (Su et al. 2021) as metadata describe them: base, dimensions, and the ways to reach
// beyond the context that a model was trained on. Plain data.
#pragma once

#include <string>
#include <vector>

#include "kernels/ops.h"
#include "models/parameters.h"
#include "models/weights_reader.h"

namespace hearth::engine {

// YaRN (Peng et al. 2023, section 3.2): high frequencies stay, low ones are divided by the factor.
struct Yarn {
    double extrapolation = 0;  // share of it, 0: none
    double betaFast = 32;      // turns in the original context from which frequencies stay
    double betaSlow = 1;       // turns below which they are divided
    double magnitude = 1;      // of cosines and sines
};

struct RopePlan {
    RopeStyle style = RopeStyle::Neox;
    int pairs = 0;
    double base = 10000;
    double factor = 1;        // positions are divided by it
    double magnitude = 1;     // of cosines and sines
    int originalContext = 0;  // that the model was trained on before it was stretched
    Yarn yarn;
    std::vector<bool> still;  // pairs that do not turn; empty: all do
    bool tensors = true;      // rope_freqs or rope_factors_* count, where the file has them
};

// Keys rope.freq_base, rope.dimension_count (else headDim) and rope.scaling.*.
RopePlan readRope(Parameters& parameters, RopeStyle style, int headDim);

// Key rope.dimension_sections: of pairs dealt out in turn to time, height and width, how many each of them
// gets. Text moves through all three alike; pairs that none of them gets do not turn.
void readSections(Parameters& parameters, RopePlan& plan);

struct Rope {
    RopeStyle style = RopeStyle::Neox;
    int pairs = 0;
    std::vector<double> frequencies;      // [pairs], radians a position
    std::vector<double> longFrequencies;  // for sessions longer than originalContext; may be empty
    int originalContext = 0;
    float magnitude = 1;

    // Those of a session of that many positions.
    const std::vector<double>& of(int context) const {
        return longFrequencies.empty() || context <= originalContext ? frequencies : longFrequencies;
    }
};

// With the factors of the tensors rope_freqs.weight, or rope_factors_short.weight and
// rope_factors_long.weight (LongRoPE, Ding et al. 2024), where the file has them.
Rope makeRope(WeightsReader& reader, const RopePlan& plan);

}  // namespace hearth::engine
