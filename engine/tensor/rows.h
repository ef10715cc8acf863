// Rows of any supported element type to float32 and back. Plain functions without state.
#pragma once

#include <cstddef>
#include <cstdint>

#include "base/result.h"
#include "tensor/dtype.h"

namespace hearth::engine {

// Types whose rows can be read as numbers, and those that can also be written.
bool canDequantize(DType type);
bool canQuantize(DType type);

// Unsupported, with a message that lists what is supported, unless canDequantize / canQuantize.
base::Result<void> requireDequantize(DType type);
base::Result<void> requireQuantize(DType type);

// `elements` is a multiple of the block size; the type must be supported. Bytes are aligned as the widest
// number inside is: 4 for F32, 2 for all others, so rows of a mapped file are read where they lie.
void dequantizeRow(DType type, const std::byte* in, float* out, std::int64_t elements);
// `importance`: see quantize_block.h; types that are no blocks ignore it.
void quantizeRow(DType type, const float* in, std::byte* out, std::int64_t elements,
                 const float* importance = nullptr);

}  // namespace hearth::engine
