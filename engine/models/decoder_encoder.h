// Decoders as encoders: what their last layer gives, behind the last norm, are the vectors of a text.
#pragma once

#include <memory>

#include "base/result.h"
#include "models/encoder.h"

namespace hearth::engine {

// For a decoder that was trained to write, or to embed in the form of one that writes.
base::Result<std::unique_ptr<Encoder>> encodeByDecoder(const NetworkSource& source,
                                                       std::unique_ptr<Network> network);

// Gemma embedding (Vera et al. 2025): Gemma 3 whose tokens also see those behind them, and two matrices after
// pooling, where the file has them.
base::Result<std::unique_ptr<Encoder>> loadGemmaEmbedding(const NetworkSource& source);
// ModernBERT (Warner et al. 2024), EuroBERT (Boizard et al. 2025) and Llama Embed (NVIDIA 2025).
base::Result<std::unique_ptr<Encoder>> loadModernBert(const NetworkSource& source);
base::Result<std::unique_ptr<Encoder>> loadEuroBert(const NetworkSource& source);
base::Result<std::unique_ptr<Encoder>> loadLlamaEmbed(const NetworkSource& source);

}  // namespace hearth::engine
