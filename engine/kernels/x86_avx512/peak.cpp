#include "kernels/x86_avx512/peak.h"

#include <immintrin.h>

#include "kernels/simd/unroll.h"

namespace hearth::engine::avx512 {

// More sums than two units with a latency of four or five cycles can have under way.
constexpr int kSums = 12;

std::int64_t spinInt8(std::int64_t rounds) {
    __m512i sums[kSums];
    HEARTH_UNROLL
    for (int i = 0; i < kSums; ++i) {
        sums[i] = _mm512_setzero_si512();
        asm volatile("" : "+v"(sums[i]));  // or the compiler sees that all sums are equal and keeps one
    }
    __m512i a = _mm512_set1_epi8(3);
    const __m512i b = _mm512_set1_epi8(-5);
    for (std::int64_t round = 0; round < rounds; ++round) {
        asm volatile("" : "+v"(a));  // a new value as far as the compiler knows
        HEARTH_UNROLL
        for (int i = 0; i < kSums; ++i) sums[i] = _mm512_dpbusd_epi32(sums[i], a, b);
    }
    HEARTH_UNROLL
    for (int i = 0; i < kSums; ++i) asm volatile("" : : "v"(sums[i]));
    return rounds * kSums * 64;
}

std::int64_t spinFloat(std::int64_t rounds) {
    __m512 sums[kSums];
    HEARTH_UNROLL
    for (int i = 0; i < kSums; ++i) {
        sums[i] = _mm512_setzero_ps();
        asm volatile("" : "+v"(sums[i]));  // or the compiler sees that all sums are equal and keeps one
    }
    __m512 a = _mm512_set1_ps(0.5f);
    const __m512 b = _mm512_set1_ps(0.25f);
    for (std::int64_t round = 0; round < rounds; ++round) {
        asm volatile("" : "+v"(a));
        HEARTH_UNROLL
        for (int i = 0; i < kSums; ++i) sums[i] = _mm512_fmadd_ps(a, b, sums[i]);
    }
    HEARTH_UNROLL
    for (int i = 0; i < kSums; ++i) asm volatile("" : : "v"(sums[i]));
    return rounds * kSums * 16;
}

}  // namespace hearth::engine::avx512
