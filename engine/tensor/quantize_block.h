// Weights into blocks: the search for scales and codes, the same for all types. Plain functions.
#pragma once

#include "tensor/codes.h"

namespace hearth::engine {

// One row of `elements` weights, a multiple of the block size, into blocks at `out`. `importance` (null:
// equal for all) has a number >= 0 for each column: how much an error there counts, for example the mean
// square of the activations that it is multiplied with.
void quantizeBlocks(const BlockFormat& format, const float* x, const float* importance, std::int64_t elements,
                    std::byte* out);

}  // namespace hearth::engine
