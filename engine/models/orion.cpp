// Orion (Chen et al. 2024): llama with LayerNorms.
#include "models/architectures.h"

namespace hearth::engine {

DecoderPlan planOrion(Parameters& p) {
    return readDecoderPlan(p, RopeStyle::Neox, NormKind::Layer);
}

}  // namespace hearth::engine
