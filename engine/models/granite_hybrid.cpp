// Granite 4 (IBM 2025): Granite with Mamba-2 in the layers that have no key/value heads.
#include "models/architectures.h"
#include "models/mamba2.h"

namespace hearth::engine {

DecoderPlan planGraniteHybrid(Parameters& p) {
    DecoderPlan plan = planGranite(p);
    const Mamba2Plan mamba = readMamba2(p);
    for (LayerPlan& layer : plan.layers) {
        if (layer.attention.kvHeads > 0) continue;
        layer.mixer = [mamba, width = plan.embedding, epsilon = plan.epsilon](WeightsReader& reader,
                                                                              const std::string& prefix) {
            return std::make_unique<Mamba2>(reader, prefix, width, epsilon, mamba);
        };
    }
    return plan;
}

}  // namespace hearth::engine
