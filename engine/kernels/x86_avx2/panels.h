// Products with packed weights of any type on AVX2. Lanes are rows, 8 at a time: each panel of 16 rows is two
// halves. vpmaddubsw multiplies unsigned weights with signed activations and adds neighbours into 16 bits;
// how many such sums fit before they must go on to 32 bits follows from the largest weight. A type is its
// Layout. Only for files compiled for AVX2.
#pragma once

#include <immintrin.h>

#include "kernels/packed/layout.h"
#include "kernels/simd/quantized_driver.h"
#include "kernels/simd/unroll.h"
#include "kernels/x86_avx2/quantized.h"

namespace hearth::engine {
namespace {

using packed::kFours;
using packed::Values;

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
inline __m256i wide(const std::uint8_t* p, int half) {
    return _mm256_cvtepu8_epi32(_mm_loadl_epi64(reinterpret_cast<const __m128i*>(p + kLanes * half)));
}
inline __m256 bytes(const std::uint8_t* p, int half) {
    return _mm256_cvtepi32_ps(wide(p, half));
}
inline __m256 bytes(const std::int8_t* p, int half) {
    return _mm256_cvtepi32_ps(
        _mm256_cvtepi8_epi32(_mm_loadl_epi64(reinterpret_cast<const __m128i*>(p + kLanes * half))));
}

// Moves all bits up, or down where By is negative. Bits of a neighbouring byte come in: mask afterwards.
template <int By>
inline __m256i shifted(__m256i x) {
    if constexpr (By > 0) return _mm256_slli_epi16(x, By);
    if constexpr (By < 0) return _mm256_srli_epi16(x, -By);
    return x;
}

template <int N, int I = 0>
inline void readNibbles(const std::uint8_t (*planes)[kFours], int half, __m256i (&codes)[8]) {
    const __m256i both = fours(planes[I], half);
    codes[I] = _mm256_and_si256(both, _mm256_set1_epi8(15));
    codes[N + I] = _mm256_and_si256(shifted<-4>(both), _mm256_set1_epi8(15));
    if constexpr (I + 1 < N) readNibbles<N, I + 1>(planes, half, codes);
}

// Puts Width bits for each code at bit Place: those of code I are at bits Width * (I % PerPlane).
template <int Width, int Place, int I = 0>
inline void readBits(const std::uint8_t (*planes)[kFours], int half, __m256i (&codes)[8]) {
    constexpr int kPerPlane = 8 / Width;
    const __m256i mask = _mm256_set1_epi8(((1 << Width) - 1) << Place);
    const __m256i bits =
        _mm256_and_si256(shifted<Place - Width*(I % kPerPlane)>(fours(planes[I / kPerPlane], half)), mask);
    codes[I] = Place == 0 ? bits : _mm256_or_si256(codes[I], bits);
    if constexpr (I < 7) readBits<Width, Place, I + 1>(planes, half, codes);
}

// What codes of a table stand for; those of MXFP4 moved up by 16, so that none is negative.
template <Values Meaning>
inline __m256i valueTable() {
    if constexpr (Meaning == Values::IQ4)
        return _mm256_broadcastsi128_si256(
            _mm_setr_epi8(-127, -104, -83, -65, -49, -35, -22, -10, 1, 13, 25, 38, 53, 69, 89, 113));
    return _mm256_broadcastsi128_si256(
        _mm_setr_epi8(16, 17, 18, 19, 20, 22, 24, 28, 16, 15, 14, 13, 12, 10, 8, 4));
}

// 32 columns of 8 rows: weights as numbers, columns 4i … in weights[i].
template <typename L>
inline void readWeights(const std::uint8_t (*planes)[kFours], int half, __m256i (&weights)[8]) {
    if constexpr (L::kBits == 8) {
        HEARTH_UNROLL
        for (int i = 0; i < 8; ++i)
            weights[i] = _mm256_xor_si256(fours(planes[i], half), _mm256_set1_epi8(static_cast<char>(0x80)));
    }
    if constexpr (L::kBits >= 4 && L::kBits < 8) readNibbles<4>(planes, half, weights);
    if constexpr (L::kBits < 4) readBits<2, 0>(planes, half, weights);
    if constexpr (L::kBits == 6) readBits<2, 4>(planes + 4, half, weights);
    if constexpr (L::kBits == 5) readBits<1, 4>(planes + 4, half, weights);
    if constexpr (L::kBits == 3) readBits<1, 2>(planes + 2, half, weights);
    if constexpr (L::kValues != Values::Linear) {
        HEARTH_UNROLL
        for (int i = 0; i < 8; ++i) weights[i] = _mm256_shuffle_epi8(valueTable<L::kValues>(), weights[i]);
    }
}

// What group g of a unit is multiplied by, for each of its parts.
template <int Parts>
struct Factors {
    __m256 scale[Parts];
    __m256 min[Parts];
};
inline void read(const packed::Pairs& s, int g, int half, Factors<1>& out) {
    out.scale[0] = halves(s.scales[g], half);
}
inline void read(const packed::HalfPairs& s, int g, int half, Factors<2>& out) {
    out.scale[0] = halves(s.scales[2 * g], half);
    out.scale[1] = halves(s.scales[2 * g + 1], half);
}
inline void read(const packed::PairsWithMinima& s, int g, int half, Factors<1>& out) {
    out.scale[0] = halves(s.scales[g], half);
    out.min[0] = halves(s.minima[g], half);
}
inline void read(const packed::Exponents& s, int g, int half, Factors<1>& out) {
    const __m256i down = _mm256_sub_epi32(_mm256_max_epi32(wide(s.exponents[g], half), _mm256_set1_epi32(1)),
                                          _mm256_set1_epi32(1));
    out.scale[0] = _mm256_castsi256_ps(_mm256_slli_epi32(down, 23));
}
inline void read(const packed::Single& s, int, int half, Factors<1>& out) {
    out.scale[0] = halves(s.scales, half);
}
template <int Parts>
inline void read(const packed::Signed<Parts>& s, int g, int half, Factors<Parts>& out) {
    const __m256 unit = halves(s.scales, half);
    HEARTH_UNROLL
    for (int p = 0; p < Parts; ++p)
        out.scale[p] = _mm256_mul_ps(unit, bytes(s.groupScales[Parts * g + p], half));
}
inline void read(const packed::Affine& s, int g, int half, Factors<1>& out) {
    out.scale[0] = _mm256_mul_ps(halves(s.scales, half), bytes(s.groupScales[g], half));
    out.min[0] = _mm256_mul_ps(halves(s.minScales, half), bytes(s.groupMins[g], half));
}
inline void read(const packed::AffineNibbles& s, int g, int half, Factors<2>& out) {
    HEARTH_UNROLL
    for (int p = 0; p < 2; ++p) {
        const __m256i both = wide(s.groups[2 * g + p], half);
        const __m256i low = _mm256_and_si256(both, _mm256_set1_epi32(15));
        out.scale[p] = _mm256_mul_ps(halves(s.scales, half), _mm256_cvtepi32_ps(low));
        out.min[p] = _mm256_mul_ps(halves(s.minScales, half), _mm256_cvtepi32_ps(_mm256_srli_epi32(both, 4)));
    }
}

// Σ weights * numbers over 4 * N columns for 8 rows. Together: sums of vpmaddubsw that fit 16 bits, which is
// Together * 2 * 127 * largest weight < 32768; 0: weights have signs, which move to the activations, so that
// they are unsigned and at most 128.
template <int N, int Together>
inline __m256i dot(const __m256i* weights, const std::int8_t* numbers) {
    const __m256i ones = _mm256_set1_epi16(1);
    __m256i total = _mm256_setzero_si256();
    constexpr int kStep = Together > N ? N : Together > 0 ? Together : 1;
    HEARTH_UNROLL
    for (int i = 0; i < N; i += kStep) {
        __m256i sum = _mm256_setzero_si256();
        HEARTH_UNROLL
        for (int j = i; j < i + kStep; ++j) {
            const __m256i x = broadcast(numbers + 4 * j);
            const __m256i products = Together > 0 ? _mm256_maddubs_epi16(weights[j], x)
                                                  : _mm256_maddubs_epi16(_mm256_abs_epi8(weights[j]),
                                                                         _mm256_sign_epi8(x, weights[j]));
            sum = j == i ? products : _mm256_add_epi16(sum, products);
        }
        const __m256i words = _mm256_madd_epi16(sum, ones);
        total = i == 0 ? words : _mm256_add_epi32(total, words);
    }
    return total;
}

template <typename L>
struct Panel {
    using Scales = typename L::Scales;
    using Unit = typename L::Unit;
    static constexpr int kParts = Scales::kParts;
    static constexpr bool kSigns = L::kBits == 8 || L::kValues == Values::IQ4;
    // Largest weights: 15, 28 and 31, 63.
    static constexpr int kTogether = kSigns                                                 ? 0
                                     : L::kBits == 6                                        ? 2
                                     : L::kBits == 5 || L::kValues == packed::Values::MXFP4 ? 4
                                                                                            : 8;
    static constexpr int kTile = 4;
    static std::int64_t panelBytes(std::int64_t cols) { return L::panelBytes(cols); }

    // One part of 32 columns for one input, in units of the input's scale.
    template <int P>
    static __m256 part(const __m256i (&weights)[8], const Factors<kParts>& factors,
                       const std::int8_t* numbers, std::int32_t negatedSum) {
        constexpr int kFour = 8 / kParts;
        const __m256i less = _mm256_set1_epi32(negatedSum);
        __m256i whole = dot<kFour, kTogether>(weights + P * kFour, numbers + 4 * kFour * P);
        if constexpr (L::kMiddleBits >= 0 && !kSigns)
            whole = _mm256_add_epi32(whole, _mm256_slli_epi32(less, L::kMiddleBits));
        const __m256 value = _mm256_mul_ps(_mm256_cvtepi32_ps(whole), factors.scale[P]);
        if constexpr (!Scales::kMinima) return value;
        return _mm256_fmadd_ps(factors.min[P], _mm256_cvtepi32_ps(less), value);
    }

    template <int T>
    static void group(const Unit& unit, int g, int half, const TileInput& x, __m256 (&sums)[T]) {
        __m256i weights[8];
        readWeights<L>(unit.planes[g], half, weights);
        Factors<kParts> factors;
        read(unit.scales, g, half, factors);
        HEARTH_UNROLL
        for (int t = 0; t < T; ++t) {
            const std::int8_t* numbers = x.numbers + kGroup * t;
            __m256 value;
            if constexpr (kParts == 1) {
                value = part<0>(weights, factors, numbers, x.negatedSums[t]);
            } else {
                value = _mm256_add_ps(part<0>(weights, factors, numbers, x.negatedHalfSums[2 * t]),
                                      part<1>(weights, factors, numbers, x.negatedHalfSums[2 * t + 1]));
            }
            sums[t] = _mm256_fmadd_ps(value, _mm256_set1_ps(x.scales[t]), sums[t]);
        }
    }

    template <int T, int Halves>
    static void multiply(const Unit* units, TileInput x, int half, float* out) {
        __m256 sums[Halves][T];
        HEARTH_UNROLL
        for (int h = 0; h < Halves; ++h) {
            HEARTH_UNROLL
            for (int t = 0; t < T; ++t) sums[h][t] = _mm256_setzero_ps();
        }
        for (std::int64_t at = 0; at < x.groups; ++at, x.advance()) {
            const Unit& unit = units[at / Scales::kGroups];
            const int g = static_cast<int>(at % Scales::kGroups);
            if constexpr (T == 1) prefetchAhead<sizeof(Unit) / Scales::kGroups>(unit.planes[g]);
            HEARTH_UNROLL
            for (int h = 0; h < Halves; ++h) group<T>(unit, g, half + h, x, sums[h]);
        }
        HEARTH_UNROLL
        for (int h = 0; h < Halves; ++h) {
            HEARTH_UNROLL
            for (int t = 0; t < T; ++t)
                _mm256_store_ps(out + t * packed::kPanelRows + kLanes * (half + h), sums[h][t]);
        }
    }

    // One half at a time leaves registers for several inputs; both at a time read each cache line once, which
    // is what counts for a single input.
    template <int T>
    static void tile(const std::byte* panel, const TileInput& x, float* out) {
        const auto* units = reinterpret_cast<const Unit*>(panel);
        if constexpr (T == 1) {
            multiply<1, 2>(units, x, 0, out);
        } else {
            multiply<T, 1>(units, x, 0, out);
            multiply<T, 1>(units, x, 1, out);
        }
    }
};

}  // namespace

namespace avx2 {

template <DType type>
void matmulPanels(const MatmulArgs& args) {
    matmulPacked<Panel<packed::LayoutOf<type>>>(args);
}

}  // namespace avx2
}  // namespace hearth::engine
