// Maincoder (Maincode 2025): llama whose queries and keys are normed after they were rotated.
#include "models/architectures.h"

namespace hearth::engine {

DecoderPlan planMaincoder(Parameters& p) {
    DecoderPlan plan = readDecoderPlan(p, RopeStyle::Interleaved);
    for (LayerPlan& layer : plan.layers) {
        layer.attention.norm = HeadNorm::EachHead;
        layer.attention.normLast = true;
    }
    return plan;
}

}  // namespace hearth::engine
