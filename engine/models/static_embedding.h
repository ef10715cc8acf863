// Models that are a table: the vector of a text is the sum of its tokens' vectors, whatever their order. What
// a token weighs is the length of its row.
#pragma once

#include <memory>

#include "base/result.h"
#include "models/encoder.h"

namespace hearth::engine {

base::Result<std::unique_ptr<Encoder>> loadStaticEmbedding(const NetworkSource& source);

}  // namespace hearth::engine
