// BERT (Devlin et al. 2018) and its relatives: encoders whose norms come after each block.
#pragma once

#include <memory>

#include "base/result.h"
#include "models/encoder.h"

namespace hearth::engine {

base::Result<std::unique_ptr<Encoder>> loadBert(const NetworkSource& source);
// Nomic BERT (Nussbaum et al. 2024): rotary positions, a gated unit, no biases.
base::Result<std::unique_ptr<Encoder>> loadNomicBert(const NetworkSource& source);

}  // namespace hearth::engine
