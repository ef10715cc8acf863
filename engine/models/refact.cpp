// Refact (Refact.ai 2023): llama with slopes in place of rotary positions.
#include "models/architectures.h"

namespace hearth::engine {

DecoderPlan planRefact(Parameters& p) {
    DecoderPlan plan = readDecoderPlan(p, RopeStyle::Interleaved);
    slopeScores(plan, p.number("attention.max_alibi_bias", 8.0, 0, 1e3));
    return plan;
}

}  // namespace hearth::engine
