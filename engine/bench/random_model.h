// Files with random weights in the shape of real models, for measuring speed where no model is at hand.
#pragma once

#include <functional>
#include <string>

#include "base/cancel.h"
#include "base/result.h"
#include "engine/bench.h"
#include "quantize/recipe.h"

namespace hearth::engine {

// All matrices in one type.
Recipe uniformRecipe(DType type);

// Writes a llama-architecture GGUF file of that shape: matrices in the types of the recipe, norms in F32, a
// vocabulary of byte tokens and made-up words that other programs load too. The same arguments give the same
// bytes. Errors: Io, Cancelled, Unsupported for a type that cannot be written.
base::Result<void> writeRandomModel(const BenchShape& shape, const Recipe& recipe, const std::string& path,
                                    const base::CancelToken& cancel);

}  // namespace hearth::engine
