// Loops over register tiles must be unrolled completely, or the tile lives in memory.
#pragma once

#if defined(__clang__)
#define HEARTH_UNROLL _Pragma("unroll")
#else
#define HEARTH_UNROLL _Pragma("GCC unroll 16")
#endif
