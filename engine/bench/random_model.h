// Files with random weights in the shape of real models, for measuring speed where no model is at hand.
#pragma once

#include <functional>
#include <string>

#include "base/cancel.h"
#include "base/result.h"
#include "engine/bench.h"
#include "tensor/dtype.h"

namespace hearth::engine {

// Writes a llama-architecture GGUF file of that shape: all matrices in `type`, norms in F32, a vocabulary of
// byte tokens and made-up words that other programs load too. The same arguments give the same bytes.
// Errors: Io, Cancelled, Unsupported for a type that cannot be written.
base::Result<void> writeRandomModel(const BenchShape& shape, DType type, const std::string& path,
                                    const base::CancelToken& cancel);

}  // namespace hearth::engine
