// The llama architecture (Touvron et al. 2023): grouped-query attention with rotary positions, SwiGLU or
// experts, RMS norms before each, tied or separate output.
#pragma once

#include <memory>

#include "base/result.h"
#include "models/network.h"

namespace hearth::engine {

base::Result<std::unique_ptr<Network>> loadLlama(const NetworkSource& source);

}  // namespace hearth::engine
