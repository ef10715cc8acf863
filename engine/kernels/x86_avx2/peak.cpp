#include "kernels/x86_avx2/peak.h"

#include <immintrin.h>

#include "kernels/simd/unroll.h"

namespace hearth::engine::avx2 {

// More sums than two units with a latency of four or five cycles can have under way.
constexpr int kSums = 12;

// vpmaddubsw, and the addition that every use of it needs.
std::int64_t spinInt8(std::int64_t rounds) {
    __m256i sums[kSums];
    HEARTH_UNROLL
    for (int i = 0; i < kSums; ++i) {
        sums[i] = _mm256_setzero_si256();
        asm volatile("" : "+x"(sums[i]));  // or the compiler sees that all sums are equal and keeps one
    }
    __m256i a = _mm256_set1_epi8(3);
    const __m256i b = _mm256_set1_epi8(-5);
    for (std::int64_t round = 0; round < rounds; ++round) {
        HEARTH_UNROLL
        for (int i = 0; i < kSums; ++i) {
            asm volatile("" : "+x"(a));  // a new value as far as the compiler knows
            sums[i] = _mm256_add_epi16(sums[i], _mm256_maddubs_epi16(a, b));
        }
    }
    HEARTH_UNROLL
    for (int i = 0; i < kSums; ++i) asm volatile("" : : "x"(sums[i]));
    return rounds * kSums * 32;
}

std::int64_t spinFloat(std::int64_t rounds) {
    __m256 sums[kSums];
    HEARTH_UNROLL
    for (int i = 0; i < kSums; ++i) {
        sums[i] = _mm256_setzero_ps();
        asm volatile("" : "+x"(sums[i]));  // or the compiler sees that all sums are equal and keeps one
    }
    __m256 a = _mm256_set1_ps(0.5f);
    const __m256 b = _mm256_set1_ps(0.25f);
    for (std::int64_t round = 0; round < rounds; ++round) {
        asm volatile("" : "+x"(a));
        HEARTH_UNROLL
        for (int i = 0; i < kSums; ++i) sums[i] = _mm256_fmadd_ps(a, b, sums[i]);
    }
    HEARTH_UNROLL
    for (int i = 0; i < kSums; ++i) asm volatile("" : : "x"(sums[i]));
    return rounds * kSums * 8;
}

}  // namespace hearth::engine::avx2
