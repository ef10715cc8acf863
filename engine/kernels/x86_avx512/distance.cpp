#include "kernels/distance.h"

#include <immintrin.h>

namespace hearth::engine::avx512 {

std::int32_t dotInt8(const std::int8_t* a, const std::int8_t* b, std::int64_t count) {
    __m512i sums[2] = {_mm512_setzero_si512(), _mm512_setzero_si512()};
    const auto widened = [](const std::int8_t* at) {
        return _mm512_cvtepi8_epi16(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(at)));
    };
    std::int64_t i = 0;
    for (; i + 64 <= count; i += 64) {
        sums[0] = _mm512_dpwssd_epi32(sums[0], widened(a + i), widened(b + i));
        sums[1] = _mm512_dpwssd_epi32(sums[1], widened(a + i + 32), widened(b + i + 32));
    }
    std::int32_t out = _mm512_reduce_add_epi32(_mm512_add_epi32(sums[0], sums[1]));
    for (; i < count; ++i) out += a[i] * b[i];
    return out;
}

}  // namespace hearth::engine::avx512
