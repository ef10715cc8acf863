// BitNet b1.58 (Ma et al. 2024): ternary weights, and norms inside the blocks before their last product.
#include "models/architectures.h"

namespace hearth::engine {

DecoderPlan planBitNet(Parameters& p) {
    DecoderPlan plan = readDecoderPlan(p, RopeStyle::Neox);
    const GatedUnit unit = readUnit(p, GatedUnit::Silu);
    for (LayerPlan& layer : plan.layers) {
        layer.attention.subNorm = true;
        layer.feedForward.subNorm = true;
        layer.feedForward.unit = unit;
    }
    return plan;
}

}  // namespace hearth::engine
