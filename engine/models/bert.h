// BERT (Devlin et al. 2018) and its relatives: encoders whose norms come after each block.
#pragma once

#include <memory>

#include "base/result.h"
#include "models/encoder.h"

namespace hearth::engine {

base::Result<std::unique_ptr<Encoder>> loadBert(const NetworkSource& source);
// Nomic BERT (Nussbaum et al. 2024): rotary positions, a gated unit, no biases.
base::Result<std::unique_ptr<Encoder>> loadNomicBert(const NetworkSource& source);
// Its second version (Nussbaum & Duderstadt 2025): biases, no gates, experts in some layers; without those,
// Jina's third (Sturua et al. 2024).
base::Result<std::unique_ptr<Encoder>> loadNomicBertMoe(const NetworkSource& source);
// Jina's second (Günther et al. 2023): slopes in place of positions, a gated unit.
base::Result<std::unique_ptr<Encoder>> loadJinaBert2(const NetworkSource& source);

}  // namespace hearth::engine
