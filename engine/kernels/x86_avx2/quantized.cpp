// Products with quantized weights on AVX2. Lanes are rows, 8 at a time: each panel of 16 rows is two halves.
// vpmaddubsw multiplies unsigned weights with signed activations and adds neighbours into 16 bits, which
// 4-bit weights cannot overflow even when all 32 columns of a group are added up; wider ones go on to 32 bits
// sooner.
#include "kernels/x86_avx2/quantized.h"

#include <immintrin.h>

#include "kernels/packed/layout.h"
#include "kernels/simd/quantized_driver.h"
#include "kernels/simd/unroll.h"

namespace hearth::engine {
namespace {

constexpr int kLanes = 8;

// The fours of 8 rows; `half` chooses the lower or upper rows of the panel.
inline __m256i fours(const std::uint8_t* p, int half) {
    return _mm256_load_si256(reinterpret_cast<const __m256i*>(p) + half);
}

inline __m256i broadcast(const std::int8_t* p) {
    int bits;
    __builtin_memcpy(&bits, p, sizeof bits);
    return _mm256_set1_epi32(bits);
}

inline __m256 halves(const std::uint16_t* p, int half) {
    return _mm256_cvtph_ps(_mm_load_si128(reinterpret_cast<const __m128i*>(p) + half));
}

inline __m256 bytes(const std::uint8_t* p, int half) {
    return _mm256_cvtepi32_ps(
        _mm256_cvtepu8_epi32(_mm_loadl_epi64(reinterpret_cast<const __m128i*>(p + kLanes * half))));
}
inline __m256 bytes(const std::int8_t* p, int half) {
    return _mm256_cvtepi32_ps(
        _mm256_cvtepi8_epi32(_mm_loadl_epi64(reinterpret_cast<const __m128i*>(p + kLanes * half))));
}

template <int N>
inline void nibbles(const std::uint8_t* p, int half, __m256i (&weights)[2 * N]) {
    const __m256i mask = _mm256_set1_epi8(15);
    HEARTH_UNROLL
    for (int i = 0; i < N; ++i) {
        const __m256i both = fours(p + i * packed::kFours, half);
        weights[i] = _mm256_and_si256(both, mask);
        weights[N + i] = _mm256_and_si256(_mm256_srli_epi16(both, 4), mask);
    }
}

// Σ weights * numbers over 4 * N columns for 8 rows; all partial sums must fit 16 bits: 2 * N * 127 * largest
// weight < 32768, which holds for N = 8 and weights up to 15.
template <int N>
inline __m256i dotSmall(const __m256i* weights, const std::int8_t* numbers) {
    __m256i sum = _mm256_maddubs_epi16(weights[0], broadcast(numbers));
    HEARTH_UNROLL
    for (int i = 1; i < N; ++i) {
        sum = _mm256_add_epi16(sum, _mm256_maddubs_epi16(weights[i], broadcast(numbers + 4 * i)));
    }
    return _mm256_madd_epi16(sum, _mm256_set1_epi16(1));
}

// The same for N = 4 and weights up to 63: two products of pairs fit 16 bits, four do not.
inline __m256i dotWide(const __m256i* weights, const std::int8_t* numbers) {
    const __m256i ones = _mm256_set1_epi16(1);
    const __m256i first = _mm256_add_epi16(_mm256_maddubs_epi16(weights[0], broadcast(numbers)),
                                           _mm256_maddubs_epi16(weights[1], broadcast(numbers + 4)));
    const __m256i second = _mm256_add_epi16(_mm256_maddubs_epi16(weights[2], broadcast(numbers + 8)),
                                            _mm256_maddubs_epi16(weights[3], broadcast(numbers + 12)));
    return _mm256_add_epi32(_mm256_madd_epi16(first, ones), _mm256_madd_epi16(second, ones));
}

template <int T>
inline void clear(__m256 (&sums)[T]) {
    HEARTH_UNROLL
    for (int t = 0; t < T; ++t) sums[t] = _mm256_setzero_ps();
}

template <int T>
inline void storeSums(const __m256 (&sums)[T], int half, float* out) {
    HEARTH_UNROLL
    for (int t = 0; t < T; ++t) _mm256_store_ps(out + t * packed::kPanelRows + kLanes * half, sums[t]);
}

// Each format multiplies Halves halves of a panel by T inputs. One half at a time leaves registers for
// several inputs; both at a time read each cache line once, which is what counts for a single input.
template <typename Format>
struct Halved : Format {
    static constexpr int kTile = 4;

    template <int T>
    static void tile(const std::byte* panel, const TileInput& x, float* out) {
        if constexpr (T == 1) {
            Format::template multiply<1, 2>(panel, x, 0, out);
        } else {
            Format::template multiply<T, 1>(panel, x, 0, out);
            Format::template multiply<T, 1>(panel, x, 1, out);
        }
    }
};

struct HalvesQ4_0 {
    static std::int64_t panelBytes(std::int64_t cols) {
        return packed::pairsOf(cols) * static_cast<std::int64_t>(sizeof(packed::PairQ4_0));
    }

    template <int T, int Halves>
    static void multiply(const std::byte* panel, TileInput x, int half, float* out) {
        const auto* pairs = reinterpret_cast<const packed::PairQ4_0*>(panel);
        __m256 sums[Halves][T];
        HEARTH_UNROLL
        for (int h = 0; h < Halves; ++h) clear<T>(sums[h]);
        for (std::int64_t g = 0; g < x.groups; ++g, x.advance()) {
            const packed::PairQ4_0& pair = pairs[g / 2];
            if constexpr (T == 1) prefetchAhead<sizeof pair / 2>(pair.numbers[g % 2]);
            HEARTH_UNROLL
            for (int h = 0; h < Halves; ++h) {
                __m256i weights[8];
                nibbles<4>(pair.numbers[g % 2][0], half + h, weights);
                const __m256 scale = halves(pair.scales[g % 2], half + h);
                HEARTH_UNROLL
                for (int t = 0; t < T; ++t) {
                    const __m256i less = _mm256_slli_epi32(_mm256_set1_epi32(x.negatedSums[t]), 3);
                    const __m256i whole =
                        _mm256_add_epi32(dotSmall<8>(weights, x.numbers + kGroup * t), less);
                    const __m256 factor = _mm256_mul_ps(scale, _mm256_set1_ps(x.scales[t]));
                    sums[h][t] = _mm256_fmadd_ps(_mm256_cvtepi32_ps(whole), factor, sums[h][t]);
                }
            }
        }
        HEARTH_UNROLL
        for (int h = 0; h < Halves; ++h) storeSums<T>(sums[h], half + h, out);
    }
};

// Signed weights: their signs move to the activations, so that weights are unsigned and at most 128.
struct HalvesQ8_0 {
    static std::int64_t panelBytes(std::int64_t cols) {
        return packed::pairsOf(cols) * static_cast<std::int64_t>(sizeof(packed::PairQ8_0));
    }

    static __m256i fourProducts(__m256i magnitudes, __m256i weights, __m256i numbers) {
        const __m256i pairs = _mm256_maddubs_epi16(magnitudes, _mm256_sign_epi8(numbers, weights));
        return _mm256_madd_epi16(pairs, _mm256_set1_epi16(1));
    }

    template <int T, int Halves>
    static void multiply(const std::byte* panel, TileInput x, int half, float* out) {
        const auto* pairs = reinterpret_cast<const packed::PairQ8_0*>(panel);
        __m256 sums[Halves][T];
        HEARTH_UNROLL
        for (int h = 0; h < Halves; ++h) clear<T>(sums[h]);
        for (std::int64_t g = 0; g < x.groups; ++g, x.advance()) {
            const packed::PairQ8_0& pair = pairs[g / 2];
            if constexpr (T == 1) prefetchAhead<sizeof pair / 2>(pair.numbers[g % 2]);
            HEARTH_UNROLL
            for (int h = 0; h < Halves; ++h) {
                __m256i whole[T];
                HEARTH_UNROLL
                for (int t = 0; t < T; ++t) whole[t] = _mm256_setzero_si256();
                HEARTH_UNROLL
                for (int i = 0; i < 8; ++i) {
                    const __m256i weights = fours(pair.numbers[g % 2][i], half + h);
                    const __m256i magnitudes = _mm256_abs_epi8(weights);
                    HEARTH_UNROLL
                    for (int t = 0; t < T; ++t) {
                        const __m256i numbers = broadcast(x.numbers + kGroup * t + 4 * i);
                        whole[t] = _mm256_add_epi32(whole[t], fourProducts(magnitudes, weights, numbers));
                    }
                }
                const __m256 scale = halves(pair.scales[g % 2], half + h);
                HEARTH_UNROLL
                for (int t = 0; t < T; ++t) {
                    const __m256 factor = _mm256_mul_ps(scale, _mm256_set1_ps(x.scales[t]));
                    sums[h][t] = _mm256_fmadd_ps(_mm256_cvtepi32_ps(whole[t]), factor, sums[h][t]);
                }
            }
        }
        HEARTH_UNROLL
        for (int h = 0; h < Halves; ++h) storeSums<T>(sums[h], half + h, out);
    }
};

struct HalvesQ4_K {
    static std::int64_t panelBytes(std::int64_t cols) {
        return cols / 256 * static_cast<std::int64_t>(sizeof(packed::SuperQ4_K));
    }

    // One of the two groups that share bytes: Shift is 0 or 4.
    template <int T, int Shift>
    static void group(const packed::SuperQ4_K& super, std::int64_t g, int half, const TileInput& x,
                      __m256 (&sums)[T]) {
        __m256i weights[8];
        HEARTH_UNROLL
        for (int i = 0; i < 8; ++i) {
            const __m256i both = fours(super.numbers[g / 2][i], half);
            const __m256i shifted = Shift == 0 ? both : _mm256_srli_epi16(both, Shift);
            weights[i] = _mm256_and_si256(shifted, _mm256_set1_epi8(15));
        }
        const __m256 scale = _mm256_mul_ps(halves(super.scales, half), bytes(super.groupScales[g], half));
        const __m256 min = _mm256_mul_ps(halves(super.minScales, half), bytes(super.groupMins[g], half));
        HEARTH_UNROLL
        for (int t = 0; t < T; ++t) {
            const __m256i whole = dotSmall<8>(weights, x.numbers + kGroup * t);
            const __m256 less = _mm256_cvtepi32_ps(_mm256_set1_epi32(x.negatedSums[t]));
            const __m256 value = _mm256_fmadd_ps(_mm256_cvtepi32_ps(whole), scale, _mm256_mul_ps(min, less));
            sums[t] = _mm256_fmadd_ps(value, _mm256_set1_ps(x.scales[t]), sums[t]);
        }
    }

    template <int T, int Halves>
    static void multiply(const std::byte* panel, TileInput x, int half, float* out) {
        const auto* supers = reinterpret_cast<const packed::SuperQ4_K*>(panel);
        __m256 sums[Halves][T];
        HEARTH_UNROLL
        for (int h = 0; h < Halves; ++h) clear<T>(sums[h]);
        for (std::int64_t g = 0; g < x.groups; g += 2) {
            if constexpr (T == 1) prefetchAhead<sizeof *supers / 4>(supers[g / 8].numbers[g % 8 / 2]);
            HEARTH_UNROLL
            for (int h = 0; h < Halves; ++h) group<T, 0>(supers[g / 8], g % 8, half + h, x, sums[h]);
            x.advance();
            HEARTH_UNROLL
            for (int h = 0; h < Halves; ++h) group<T, 4>(supers[g / 8], g % 8 + 1, half + h, x, sums[h]);
            x.advance();
        }
        HEARTH_UNROLL
        for (int h = 0; h < Halves; ++h) storeSums<T>(sums[h], half + h, out);
    }
};

struct HalvesQ6_K {
    static std::int64_t panelBytes(std::int64_t cols) {
        return cols / 256 * static_cast<std::int64_t>(sizeof(packed::SuperQ6_K));
    }

    // 32 columns: fours 0-3 belong to one group of 16, fours 4-7 to the next.
    static void read(const packed::SuperQ6_K::Part& part, int half, __m256i (&weights)[8]) {
        nibbles<4>(part.low[0], half, weights);
        const __m256i mask = _mm256_set1_epi8(0x30);
        HEARTH_UNROLL
        for (int h = 0; h < 2; ++h) {
            const __m256i high = fours(part.high[h], half);
            const __m256i bits[4] = {_mm256_slli_epi16(high, 4), _mm256_slli_epi16(high, 2), high,
                                     _mm256_srli_epi16(high, 2)};
            HEARTH_UNROLL
            for (int m = 0; m < 4; ++m) {
                weights[4 * h + m] = _mm256_or_si256(weights[4 * h + m], _mm256_and_si256(bits[m], mask));
            }
        }
    }

    static __m256 dot(const __m256i* weights, const std::int8_t* numbers, std::int32_t negatedSum) {
        const __m256i less = _mm256_slli_epi32(_mm256_set1_epi32(negatedSum), 5);
        return _mm256_cvtepi32_ps(_mm256_add_epi32(dotWide(weights, numbers), less));
    }

    template <int T>
    static void group(const packed::SuperQ6_K& super, std::int64_t part, int half, const TileInput& x,
                      __m256 (&sums)[T]) {
        __m256i weights[8];
        read(super.parts[part], half, weights);
        const __m256 unit = halves(super.scales, half);
        const __m256 first = _mm256_mul_ps(unit, bytes(super.groupScales[2 * part], half));
        const __m256 second = _mm256_mul_ps(unit, bytes(super.groupScales[2 * part + 1], half));
        HEARTH_UNROLL
        for (int t = 0; t < T; ++t) {
            const std::int8_t* numbers = x.numbers + kGroup * t;
            const __m256 a = dot(weights, numbers, x.negatedHalfSums[2 * t]);
            const __m256 b = dot(weights + 4, numbers + 16, x.negatedHalfSums[2 * t + 1]);
            const __m256 value = _mm256_fmadd_ps(a, first, _mm256_mul_ps(b, second));
            sums[t] = _mm256_fmadd_ps(value, _mm256_set1_ps(x.scales[t]), sums[t]);
        }
    }

    template <int T, int Halves>
    static void multiply(const std::byte* panel, TileInput x, int half, float* out) {
        const auto* supers = reinterpret_cast<const packed::SuperQ6_K*>(panel);
        __m256 sums[Halves][T];
        HEARTH_UNROLL
        for (int h = 0; h < Halves; ++h) clear<T>(sums[h]);
        for (std::int64_t g = 0; g < x.groups; ++g, x.advance()) {
            if constexpr (T == 1) prefetchAhead<sizeof *supers / 8>(&supers[g / 8].parts[g % 8]);
            HEARTH_UNROLL
            for (int h = 0; h < Halves; ++h) group<T>(supers[g / 8], g % 8, half + h, x, sums[h]);
        }
        HEARTH_UNROLL
        for (int h = 0; h < Halves; ++h) storeSums<T>(sums[h], half + h, out);
    }
};

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

}  // namespace

namespace avx2 {

void matmulQ4_0(const MatmulArgs& args) {
    matmulPacked<Halved<HalvesQ4_0>>(args);
}
void matmulQ8_0(const MatmulArgs& args) {
    matmulPacked<Halved<HalvesQ8_0>>(args);
}
void matmulQ4_K(const MatmulArgs& args) {
    matmulPacked<Halved<HalvesQ4_K>>(args);
}
void matmulQ6_K(const MatmulArgs& args) {
    matmulPacked<Halved<HalvesQ6_K>>(args);
}

// Damaged weights give numbers that are none, and the smallest ones overflow the inverse: both become 127.
static __m256 withinBytes(__m256 x) {
    return _mm256_max_ps(_mm256_min_ps(x, _mm256_set1_ps(127)), _mm256_set1_ps(-127));
}

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
