// What a search among many vectors needs of the processor: the quickest form for this machine, chosen once.
// Pure; any thread.
#pragma once

#include <cstdint>

namespace hearth::engine {

struct VectorKernels {
    // The sum of a[i] * b[i]; count at most 2^16.
    std::int32_t (*dotInt8)(const std::int8_t* a, const std::int8_t* b, std::int64_t count);
    // To and from IEEE 754 binary16, rounding to nearest even.
    void (*toHalf)(const float* in, std::uint16_t* out, std::int64_t count);
    void (*fromHalf)(const std::uint16_t* in, float* out, std::int64_t count);
};

// Of the instruction set that HEARTH_ISA asks for; where that cannot be had, in plain code.
const VectorKernels& vectorKernels();

}  // namespace hearth::engine
