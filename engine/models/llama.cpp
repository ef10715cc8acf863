// Llama (Touvron et al. 2023) and what others train in its form: grouped-query attention whose positions
// rotate neighbouring pairs, SwiGLU or experts, RMS norms before each, tied or separate output.
#include "models/architectures.h"

namespace hearth::engine {

DecoderPlan planLlama(Parameters& p) {
    return readDecoderPlan(p, RopeStyle::Interleaved);
}

}  // namespace hearth::engine
