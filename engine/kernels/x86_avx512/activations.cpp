// The input of products with quantized weights.
#include <immintrin.h>

#include "kernels/simd/unroll.h"
#include "kernels/x86_avx512/quantized.h"

namespace hearth::engine {
namespace {

inline __m512 magnitude(__m512 x) {
    return _mm512_abs_ps(x);
}

// Damaged weights give numbers that are none, and the smallest ones overflow the inverse: both become 127.
inline __m512 withinBytes(__m512 x) {
    return _mm512_max_ps(_mm512_min_ps(x, _mm512_set1_ps(127)), _mm512_set1_ps(-127));
}

}  // namespace

namespace avx512 {

void quantizeRow(const float* x, std::int64_t cols, const QuantizedRow& out) {
    for (std::int64_t g = 0; g < cols / kGroup; ++g, x += kGroup) {
        const std::int64_t slot = g * out.stride;
        const __m512 a = _mm512_loadu_ps(x);
        const __m512 b = _mm512_loadu_ps(x + 16);
        const float largest = _mm512_reduce_max_ps(_mm512_max_ps(magnitude(a), magnitude(b)));
        const __m512 inverse = _mm512_set1_ps(largest == 0 ? 0 : 127 / largest);
        const __m512i first = _mm512_cvtps_epi32(withinBytes(_mm512_mul_ps(a, inverse)));
        const __m512i second = _mm512_cvtps_epi32(withinBytes(_mm512_mul_ps(b, inverse)));
        auto* numbers = reinterpret_cast<__m128i*>(out.numbers + slot * kGroup);
        _mm_storeu_si128(numbers, _mm512_cvtepi32_epi8(first));
        _mm_storeu_si128(numbers + 1, _mm512_cvtepi32_epi8(second));
        const int sums[2] = {-_mm512_reduce_add_epi32(first), -_mm512_reduce_add_epi32(second)};
        out.scales[slot] = largest / 127;
        out.negatedSums[slot] = sums[0] + sums[1];
        out.negatedHalfSums[2 * slot] = sums[0];
        out.negatedHalfSums[2 * slot + 1] = sums[1];
    }
}

}  // namespace avx512
}  // namespace hearth::engine
