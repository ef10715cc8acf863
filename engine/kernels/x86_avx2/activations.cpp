// The input of products with quantized weights.
#include <immintrin.h>

#include "kernels/simd/unroll.h"
#include "kernels/x86_avx2/quantized.h"

namespace hearth::engine {
namespace {

inline float largestOf(__m256 x) {
    __m128 m = _mm_max_ps(_mm256_castps256_ps128(x), _mm256_extractf128_ps(x, 1));
    m = _mm_max_ps(m, _mm_movehl_ps(m, m));
    return _mm_cvtss_f32(_mm_max_ss(m, _mm_movehdup_ps(m)));
}

inline int sumOf(__m256i x) {
    __m128i s = _mm_add_epi32(_mm256_castsi256_si128(x), _mm256_extracti128_si256(x, 1));
    s = _mm_add_epi32(s, _mm_shuffle_epi32(s, 0x4E));
    return _mm_cvtsi128_si32(_mm_add_epi32(s, _mm_shuffle_epi32(s, 0xB1)));
}

// Damaged weights give numbers that are none, and the smallest ones overflow the inverse: both become 127.
inline __m256 withinBytes(__m256 x) {
    return _mm256_max_ps(_mm256_min_ps(x, _mm256_set1_ps(127)), _mm256_set1_ps(-127));
}

}  // namespace

namespace avx2 {

void quantizeRow(const float* x, std::int64_t cols, const QuantizedRow& out) {
    const __m256 unsignedMask = _mm256_castsi256_ps(_mm256_set1_epi32(0x7fffffff));
    for (std::int64_t g = 0; g < cols / kGroup; ++g, x += kGroup) {
        const std::int64_t slot = g * out.stride;
        __m256 values[4];
        __m256 most = _mm256_setzero_ps();
        HEARTH_UNROLL
        for (int i = 0; i < 4; ++i) {
            values[i] = _mm256_loadu_ps(x + 8 * i);
            most = _mm256_max_ps(most, _mm256_and_ps(values[i], unsignedMask));
        }
        const float largest = largestOf(most);
        const __m256 inverse = _mm256_set1_ps(largest == 0 ? 0 : 127 / largest);
        __m256i whole[4];
        HEARTH_UNROLL
        for (int i = 0; i < 4; ++i)
            whole[i] = _mm256_cvtps_epi32(withinBytes(_mm256_mul_ps(values[i], inverse)));
        // Packing works within 128-bit halves; the permutation puts the fours back in order.
        const __m256i bytes = _mm256_packs_epi16(_mm256_packs_epi32(whole[0], whole[1]),
                                                 _mm256_packs_epi32(whole[2], whole[3]));
        const __m256i order = _mm256_setr_epi32(0, 4, 1, 5, 2, 6, 3, 7);
        _mm256_storeu_si256(reinterpret_cast<__m256i*>(out.numbers + slot * kGroup),
                            _mm256_permutevar8x32_epi32(bytes, order));
        const int sums[2] = {-sumOf(_mm256_add_epi32(whole[0], whole[1])),
                             -sumOf(_mm256_add_epi32(whole[2], whole[3]))};
        out.scales[slot] = largest / 127;
        out.negatedSums[slot] = sums[0] + sums[1];
        out.negatedHalfSums[2 * slot] = sums[0];
        out.negatedHalfSums[2 * slot + 1] = sums[1];
    }
}

}  // namespace avx2
}  // namespace hearth::engine
