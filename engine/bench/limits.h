// What the machine can do at best: how fast memory is read, and how many multiply-accumulates there can be.
#pragma once

#include <cstdint>

#include "base/thread_pool.h"
#include "kernels/kernels.h"

namespace hearth::engine {

// Bytes a second that all threads of the pool read together from `bytes` of memory. The best of several
// passes: a limit is what was possible once.
double measureBandwidth(base::ThreadPool& pool, std::uint64_t bytes);

// Multiply-accumulates a second of all threads, in registers, with the instructions the kernels use for
// weights of `type`. 0 where the table has no such measure.
double measureMacRate(base::ThreadPool& pool, const Kernels& kernels, DType type);

}  // namespace hearth::engine
