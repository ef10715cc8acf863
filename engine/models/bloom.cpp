// BLOOM (BigScience 2022): LayerNorms, one of them behind the embeddings, slopes in place of positions, and
// an ungated feed-forward block.
#include "models/architectures.h"

namespace hearth::engine {

DecoderPlan planBloom(Parameters& p) {
    DecoderPlan plan = planStarCoder2(p);
    plan.normsEmbeddings = true;
    slopeScores(plan, p.number("attention.max_alibi_bias", 8.0, 0, 1e3));
    return plan;
}

}  // namespace hearth::engine
