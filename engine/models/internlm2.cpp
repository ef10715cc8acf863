// InternLM2 (Cai et al. 2024): llama, its biases taken where a file has them.
#include "models/architectures.h"

namespace hearth::engine {

DecoderPlan planInternLm2(Parameters& p) {
    return readDecoderPlan(p, RopeStyle::Interleaved);
}

}  // namespace hearth::engine
