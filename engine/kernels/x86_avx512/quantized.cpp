// Products with quantized weights on AVX-512 with VNNI. Lanes are rows: vpdpbusd multiplies four unsigned
// weights of each of 16 rows with the same four signed activations.
#include "kernels/x86_avx512/quantized.h"

#include <immintrin.h>

#include "kernels/packed/layout.h"
#include "kernels/simd/quantized_driver.h"
#include "kernels/simd/unroll.h"

namespace hearth::engine {
namespace {

inline __m512i fours(const std::uint8_t* p) {
    return _mm512_load_si512(p);
}

// Four activations given to all lanes.
inline __m512i broadcast(const std::int8_t* p) {
    int bits;
    __builtin_memcpy(&bits, p, sizeof bits);
    return _mm512_set1_epi32(bits);
}

inline __m512 halves(const std::uint16_t* p) {
    return _mm512_cvtph_ps(_mm256_load_si256(reinterpret_cast<const __m256i*>(p)));
}

inline __m512 bytes(const std::uint8_t* p) {
    return _mm512_cvtepi32_ps(_mm512_cvtepu8_epi32(_mm_load_si128(reinterpret_cast<const __m128i*>(p))));
}
inline __m512 bytes(const std::int8_t* p) {
    return _mm512_cvtepi32_ps(_mm512_cvtepi8_epi32(_mm_load_si128(reinterpret_cast<const __m128i*>(p))));
}

// Low and high nibbles of `count` groups of fours: weights[i] and weights[count + i].
template <int N>
inline void nibbles(const std::uint8_t* p, __m512i (&weights)[2 * N]) {
    const __m512i mask = _mm512_set1_epi8(15);
    HEARTH_UNROLL
    for (int i = 0; i < N; ++i) {
        const __m512i both = fours(p + i * packed::kFours);
        weights[i] = _mm512_and_si512(both, mask);
        weights[N + i] = _mm512_and_si512(_mm512_srli_epi16(both, 4), mask);
    }
}

template <int N>
inline __m512i dot(__m512i sum, const __m512i* weights, const std::int8_t* numbers) {
    HEARTH_UNROLL
    for (int i = 0; i < N; ++i) sum = _mm512_dpbusd_epi32(sum, weights[i], broadcast(numbers + 4 * i));
    return sum;
}

template <int T>
inline void storeSums(const __m512 (&sums)[T], float* out) {
    HEARTH_UNROLL
    for (int t = 0; t < T; ++t) _mm512_store_ps(out + t * packed::kPanelRows, sums[t]);
}

inline void read(const packed::PairQ4_0& pair, int half, __m512i (&weights)[8]) {
    nibbles<4>(pair.numbers[half][0], weights);
}
inline void read(const packed::PairQ8_0& pair, int half, __m512i (&weights)[8]) {
    HEARTH_UNROLL
    for (int i = 0; i < 8; ++i) weights[i] = fours(pair.numbers[half][i]);
}

// Q4_0 and Q8_0: a half-precision scale for 32 columns; the number 1 << MiddleBits stands for zero.
template <typename Pair, int MiddleBits>
struct PairFormat {
    static constexpr int kTile = 16;
    static std::int64_t panelBytes(std::int64_t cols) {
        return packed::pairsOf(cols) * static_cast<std::int64_t>(sizeof(Pair));
    }

    template <int T>
    static void tile(const std::byte* panel, TileInput x, float* out) {
        const auto* pairs = reinterpret_cast<const Pair*>(panel);
        __m512 sums[T];
        HEARTH_UNROLL
        for (int t = 0; t < T; ++t) sums[t] = _mm512_setzero_ps();
        for (std::int64_t g = 0; g < x.groups; ++g, x.advance()) {
            if constexpr (T == 1) prefetchAhead<sizeof *pairs / 2>(pairs[g / 2].numbers[g % 2]);
            __m512i weights[8];
            read(pairs[g / 2], static_cast<int>(g % 2), weights);
            const __m512 scale = halves(pairs[g / 2].scales[g % 2]);
            HEARTH_UNROLL
            for (int t = 0; t < T; ++t) {
                const __m512i start = _mm512_slli_epi32(_mm512_set1_epi32(x.negatedSums[t]), MiddleBits);
                const __m512i whole = dot<8>(start, weights, x.numbers + kGroup * t);
                const __m512 factor = _mm512_mul_ps(scale, _mm512_set1_ps(x.scales[t]));
                sums[t] = _mm512_fmadd_ps(_mm512_cvtepi32_ps(whole), factor, sums[t]);
            }
        }
        storeSums<T>(sums, out);
    }
};
using FormatQ4_0 = PairFormat<packed::PairQ4_0, 3>;
using FormatQ8_0 = PairFormat<packed::PairQ8_0, 7>;

struct FormatQ4_K {
    static constexpr int kTile = 8;
    static std::int64_t panelBytes(std::int64_t cols) {
        return cols / 256 * static_cast<std::int64_t>(sizeof(packed::SuperQ4_K));
    }

    // One of the two groups that share bytes: Shift is 0 or 4. Unpacking one at a time keeps 8 registers
    // free.
    template <int T, int Shift>
    static void group(const packed::SuperQ4_K& super, std::int64_t g, const TileInput& x, __m512 (&sums)[T]) {
        __m512i weights[8];
        HEARTH_UNROLL
        for (int i = 0; i < 8; ++i) {
            const __m512i both = fours(super.numbers[g / 2][i]);
            const __m512i shifted = Shift == 0 ? both : _mm512_srli_epi16(both, Shift);
            weights[i] = _mm512_and_si512(shifted, _mm512_set1_epi8(15));
        }
        const __m512 scale = _mm512_mul_ps(halves(super.scales), bytes(super.groupScales[g]));
        const __m512 min = _mm512_mul_ps(halves(super.minScales), bytes(super.groupMins[g]));
        HEARTH_UNROLL
        for (int t = 0; t < T; ++t) {
            const __m512i whole = dot<8>(_mm512_setzero_si512(), weights, x.numbers + kGroup * t);
            // scale * dot - min * sum of the activations, in units of the activations' scale
            const __m512 less = _mm512_cvtepi32_ps(_mm512_set1_epi32(x.negatedSums[t]));
            const __m512 value = _mm512_fmadd_ps(_mm512_cvtepi32_ps(whole), scale, _mm512_mul_ps(min, less));
            sums[t] = _mm512_fmadd_ps(value, _mm512_set1_ps(x.scales[t]), sums[t]);
        }
    }

    template <int T>
    static void tile(const std::byte* panel, TileInput x, float* out) {
        const auto* supers = reinterpret_cast<const packed::SuperQ4_K*>(panel);
        __m512 sums[T];
        HEARTH_UNROLL
        for (int t = 0; t < T; ++t) sums[t] = _mm512_setzero_ps();
        for (std::int64_t g = 0; g < x.groups; g += 2) {
            if constexpr (T == 1) prefetchAhead<sizeof *supers / 4>(supers[g / 8].numbers[g % 8 / 2]);
            group<T, 0>(supers[g / 8], g % 8, x, sums);
            x.advance();
            group<T, 4>(supers[g / 8], g % 8 + 1, x, sums);
            x.advance();
        }
        storeSums<T>(sums, out);
    }
};

struct FormatQ6_K {
    static constexpr int kTile = 8;
    static std::int64_t panelBytes(std::int64_t cols) {
        return cols / 256 * static_cast<std::int64_t>(sizeof(packed::SuperQ6_K));
    }

    // 32 columns: fours 0-3 belong to one group of 16, fours 4-7 to the next.
    static void read(const packed::SuperQ6_K::Part& part, __m512i (&weights)[8]) {
        nibbles<4>(part.low[0], weights);
        const __m512i mask = _mm512_set1_epi8(0x30);
        HEARTH_UNROLL
        for (int h = 0; h < 2; ++h) {
            const __m512i high = fours(part.high[h]);
            const __m512i bits[4] = {_mm512_slli_epi16(high, 4), _mm512_slli_epi16(high, 2), high,
                                     _mm512_srli_epi16(high, 2)};
            HEARTH_UNROLL
            for (int m = 0; m < 4; ++m) {
                // 0xF8: weights | (bits & mask)
                weights[4 * h + m] = _mm512_ternarylogic_epi32(weights[4 * h + m], bits[m], mask, 0xF8);
            }
        }
    }

    template <int T>
    static void tile(const std::byte* panel, TileInput x, float* out) {
        const auto* supers = reinterpret_cast<const packed::SuperQ6_K*>(panel);
        __m512 sums[T];
        HEARTH_UNROLL
        for (int t = 0; t < T; ++t) sums[t] = _mm512_setzero_ps();
        for (std::int64_t g = 0; g < x.groups; ++g, x.advance()) {
            const packed::SuperQ6_K& super = supers[g / 8];
            const std::int64_t part = g % 8;
            if constexpr (T == 1) prefetchAhead<sizeof super / 8>(&super.parts[part]);
            __m512i weights[8];
            read(super.parts[part], weights);
            const __m512 unit = halves(super.scales);
            const __m512 first = _mm512_mul_ps(unit, bytes(super.groupScales[2 * part]));
            const __m512 second = _mm512_mul_ps(unit, bytes(super.groupScales[2 * part + 1]));
            HEARTH_UNROLL
            for (int t = 0; t < T; ++t) {
                const std::int8_t* numbers = x.numbers + kGroup * t;
                const __m512i start = _mm512_slli_epi32(_mm512_set1_epi32(x.negatedHalfSums[2 * t]), 5);
                const __m512i start2 = _mm512_slli_epi32(_mm512_set1_epi32(x.negatedHalfSums[2 * t + 1]), 5);
                const __m512 a = _mm512_cvtepi32_ps(dot<4>(start, weights, numbers));
                const __m512 b = _mm512_cvtepi32_ps(dot<4>(start2, weights + 4, numbers + 16));
                const __m512 value = _mm512_fmadd_ps(a, first, _mm512_mul_ps(b, second));
                sums[t] = _mm512_fmadd_ps(value, _mm512_set1_ps(x.scales[t]), sums[t]);
            }
        }
        storeSums<T>(sums, out);
    }
};

inline __m512 magnitude(__m512 x) {
    return _mm512_abs_ps(x);
}

}  // namespace

namespace avx512 {

void matmulQ4_0(const MatmulArgs& args) {
    matmulPacked<FormatQ4_0>(args);
}
void matmulQ8_0(const MatmulArgs& args) {
    matmulPacked<FormatQ8_0>(args);
}
void matmulQ4_K(const MatmulArgs& args) {
    matmulPacked<FormatQ4_K>(args);
}
void matmulQ6_K(const MatmulArgs& args) {
    matmulPacked<FormatQ6_K>(args);
}

// Damaged weights give numbers that are none, and the smallest ones overflow the inverse: both become 127.
static __m512 withinBytes(__m512 x) {
    return _mm512_max_ps(_mm512_min_ps(x, _mm512_set1_ps(127)), _mm512_set1_ps(-127));
}

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
