#include "kernels/distance.h"

#include <immintrin.h>

namespace hearth::engine::avx2 {

std::int32_t dotInt8(const std::int8_t* a, const std::int8_t* b, std::int64_t count) {
    __m256i sum = _mm256_setzero_si256();
    std::int64_t i = 0;
    for (; i + 16 <= count; i += 16) {
        const __m256i x = _mm256_cvtepi8_epi16(_mm_loadu_si128(reinterpret_cast<const __m128i*>(a + i)));
        const __m256i y = _mm256_cvtepi8_epi16(_mm_loadu_si128(reinterpret_cast<const __m128i*>(b + i)));
        sum = _mm256_add_epi32(sum, _mm256_madd_epi16(x, y));
    }
    __m128i half = _mm_add_epi32(_mm256_castsi256_si128(sum), _mm256_extracti128_si256(sum, 1));
    half = _mm_add_epi32(half, _mm_shuffle_epi32(half, 0x4e));
    half = _mm_add_epi32(half, _mm_shuffle_epi32(half, 0xb1));
    std::int32_t out = _mm_cvtsi128_si32(half);
    for (; i < count; ++i) out += a[i] * b[i];
    return out;
}

}  // namespace hearth::engine::avx2
