// Products with packed weights of any type on AVX-512 with VNNI. Lanes are rows: vpdpbusd multiplies four
// unsigned weights of each of 16 rows with the same four signed activations. A type is its Layout; what
// depends on it is how codes are unpacked and how scales are read. Only for files compiled for AVX-512.
#pragma once

#include <immintrin.h>

#include "kernels/packed/layout.h"
#include "kernels/simd/quantized_driver.h"
#include "kernels/simd/unroll.h"
#include "kernels/x86_avx512/quantized.h"

namespace hearth::engine {
namespace {

using packed::kFours;
using packed::Values;

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
inline __m512i wide(const std::uint8_t* p) {
    return _mm512_cvtepu8_epi32(_mm_load_si128(reinterpret_cast<const __m128i*>(p)));
}
inline __m512 bytes(const std::uint8_t* p) {
    return _mm512_cvtepi32_ps(wide(p));
}
inline __m512 bytes(const std::int8_t* p) {
    return _mm512_cvtepi32_ps(_mm512_cvtepi8_epi32(_mm_load_si128(reinterpret_cast<const __m128i*>(p))));
}

// Moves all bits up, or down where By is negative. Bits of a neighbouring byte come in: mask afterwards.
template <int By>
inline __m512i shifted(__m512i x) {
    if constexpr (By > 0) return _mm512_slli_epi16(x, By);
    if constexpr (By < 0) return _mm512_srli_epi16(x, -By);
    return x;
}

template <int N, int I = 0>
inline void readNibbles(const std::uint8_t (*planes)[kFours], __m512i (&codes)[8]) {
    const __m512i both = fours(planes[I]);
    codes[I] = _mm512_and_si512(both, _mm512_set1_epi8(15));
    codes[N + I] = _mm512_and_si512(shifted<-4>(both), _mm512_set1_epi8(15));
    if constexpr (I + 1 < N) readNibbles<N, I + 1>(planes, codes);
}

// Puts Width bits for each code at bit Place: those of code I are at bits Width * (I % PerPlane).
template <int Width, int Place, int I = 0>
inline void readBits(const std::uint8_t (*planes)[kFours], __m512i (&codes)[8]) {
    constexpr int kPerPlane = 8 / Width;
    const __m512i mask = _mm512_set1_epi8(((1 << Width) - 1) << Place);
    const __m512i bits = shifted<Place - Width*(I % kPerPlane)>(fours(planes[I / kPerPlane]));
    // 0xF8: codes | (bits & mask)
    codes[I] =
        Place == 0 ? _mm512_and_si512(bits, mask) : _mm512_ternarylogic_epi32(codes[I], bits, mask, 0xF8);
    if constexpr (I < 7) readBits<Width, Place, I + 1>(planes, codes);
}

// What codes of a table stand for, in one vector of 16 bytes, moved up so that none is negative.
template <Values Meaning>
inline __m512i valueTable() {
    if constexpr (Meaning == Values::IQ4)
        return _mm512_broadcast_i32x4(
            _mm_setr_epi8(1, 24, 45, 63, 79, 93, 106, 118, static_cast<char>(129), static_cast<char>(141),
                          static_cast<char>(153), static_cast<char>(166), static_cast<char>(181),
                          static_cast<char>(197), static_cast<char>(217), static_cast<char>(241)));
    return _mm512_broadcast_i32x4(
        _mm_setr_epi8(16, 17, 18, 19, 20, 22, 24, 28, 16, 15, 14, 13, 12, 10, 8, 4));
}

// 32 columns: weights as unsigned numbers, columns 4i … in weights[i].
template <typename L>
inline void readWeights(const std::uint8_t (*planes)[kFours], __m512i (&weights)[8]) {
    if constexpr (L::kBits == 8) {
        HEARTH_UNROLL
        for (int i = 0; i < 8; ++i) weights[i] = fours(planes[i]);
    }
    if constexpr (L::kBits >= 4 && L::kBits < 8) readNibbles<4>(planes, weights);
    if constexpr (L::kBits < 4) readBits<2, 0>(planes, weights);
    if constexpr (L::kBits == 6) readBits<2, 4>(planes + 4, weights);
    if constexpr (L::kBits == 5) readBits<1, 4>(planes + 4, weights);
    if constexpr (L::kBits == 3) readBits<1, 2>(planes + 2, weights);
    if constexpr (L::kValues != Values::Linear) {
        HEARTH_UNROLL
        for (int i = 0; i < 8; ++i) weights[i] = _mm512_shuffle_epi8(valueTable<L::kValues>(), weights[i]);
    }
}

// What group g of a unit is multiplied by, for each of its parts.
template <int Parts>
struct Factors {
    __m512 scale[Parts];
    __m512 min[Parts];
};
inline void read(const packed::Pairs& s, int g, Factors<1>& out) {
    out.scale[0] = halves(s.scales[g]);
}
inline void read(const packed::HalfPairs& s, int g, Factors<2>& out) {
    out.scale[0] = halves(s.scales[2 * g]);
    out.scale[1] = halves(s.scales[2 * g + 1]);
}
inline void read(const packed::PairsWithMinima& s, int g, Factors<1>& out) {
    out.scale[0] = halves(s.scales[g]);
    out.min[0] = halves(s.minima[g]);
}
inline void read(const packed::Exponents& s, int g, Factors<1>& out) {
    const __m512i down =
        _mm512_sub_epi32(_mm512_max_epi32(wide(s.exponents[g]), _mm512_set1_epi32(1)), _mm512_set1_epi32(1));
    out.scale[0] = _mm512_castsi512_ps(_mm512_slli_epi32(down, 23));
}
inline void read(const packed::Single& s, int, Factors<1>& out) {
    out.scale[0] = halves(s.scales);
}
template <int Parts>
inline void read(const packed::Signed<Parts>& s, int g, Factors<Parts>& out) {
    const __m512 unit = halves(s.scales);
    HEARTH_UNROLL
    for (int p = 0; p < Parts; ++p) out.scale[p] = _mm512_mul_ps(unit, bytes(s.groupScales[Parts * g + p]));
}
inline void read(const packed::Affine& s, int g, Factors<1>& out) {
    out.scale[0] = _mm512_mul_ps(halves(s.scales), bytes(s.groupScales[g]));
    out.min[0] = _mm512_mul_ps(halves(s.minScales), bytes(s.groupMins[g]));
}
inline void read(const packed::AffineNibbles& s, int g, Factors<2>& out) {
    HEARTH_UNROLL
    for (int p = 0; p < 2; ++p) {
        const __m512i both = wide(s.groups[2 * g + p]);
        const __m512i low = _mm512_and_si512(both, _mm512_set1_epi32(15));
        out.scale[p] = _mm512_mul_ps(halves(s.scales), _mm512_cvtepi32_ps(low));
        out.min[p] = _mm512_mul_ps(halves(s.minScales), _mm512_cvtepi32_ps(_mm512_srli_epi32(both, 4)));
    }
}

template <int N>
inline __m512i dot(__m512i sum, const __m512i* weights, const std::int8_t* numbers) {
    HEARTH_UNROLL
    for (int i = 0; i < N; ++i) sum = _mm512_dpbusd_epi32(sum, weights[i], broadcast(numbers + 4 * i));
    return sum;
}

template <typename L>
struct Panel {
    using Scales = typename L::Scales;
    using Unit = typename L::Unit;
    static constexpr int kParts = Scales::kParts;
    // Inputs that leave enough registers for what else is needed.
    static constexpr int kTile = kParts == 1 && !Scales::kMinima ? 16 : 8;
    static std::int64_t panelBytes(std::int64_t cols) { return L::panelBytes(cols); }

    // One part of 32 columns for one input, in units of the input's scale.
    template <int P>
    static __m512 part(const __m512i (&weights)[8], const Factors<kParts>& factors,
                       const std::int8_t* numbers, std::int32_t negatedSum, __m512 sum) {
        constexpr int kFour = 8 / kParts;
        const __m512i less = _mm512_set1_epi32(negatedSum);
        const __m512i start =
            L::kMiddleBits >= 0 ? _mm512_slli_epi32(less, L::kMiddleBits & 31) : _mm512_setzero_si512();
        const __m512i whole = dot<kFour>(start, weights + P * kFour, numbers + 4 * kFour * P);
        if constexpr (Scales::kMinima) sum = _mm512_fmadd_ps(factors.min[P], _mm512_cvtepi32_ps(less), sum);
        return _mm512_fmadd_ps(_mm512_cvtepi32_ps(whole), factors.scale[P], sum);
    }

    template <int T>
    static void group(const Unit& unit, int g, const TileInput& x, __m512 (&sums)[T]) {
        __m512i weights[8];
        readWeights<L>(unit.planes[g], weights);
        Factors<kParts> factors;
        read(unit.scales, g, factors);
        HEARTH_UNROLL
        for (int t = 0; t < T; ++t) {
            const std::int8_t* numbers = x.numbers + kGroup * t;
            __m512 value = _mm512_setzero_ps();
            if constexpr (kParts == 1) {
                value = part<0>(weights, factors, numbers, x.negatedSums[t], value);
            } else {
                value = part<0>(weights, factors, numbers, x.negatedHalfSums[2 * t], value);
                value = part<1>(weights, factors, numbers, x.negatedHalfSums[2 * t + 1], value);
            }
            sums[t] = _mm512_fmadd_ps(value, _mm512_set1_ps(x.scales[t]), sums[t]);
        }
    }

    template <int T>
    static void tile(const std::byte* panel, TileInput x, float* out) {
        const auto* units = reinterpret_cast<const Unit*>(panel);
        __m512 sums[T];
        HEARTH_UNROLL
        for (int t = 0; t < T; ++t) sums[t] = _mm512_setzero_ps();
        for (std::int64_t at = 0; at < x.groups; ++at, x.advance()) {
            const Unit& unit = units[at / Scales::kGroups];
            const int g = static_cast<int>(at % Scales::kGroups);
            if constexpr (T == 1) prefetchAhead<sizeof(Unit) / Scales::kGroups>(unit.planes[g]);
            group<T>(unit, g, x, sums);
        }
        HEARTH_UNROLL
        for (int t = 0; t < T; ++t) _mm512_store_ps(out + t * packed::kPanelRows, sums[t]);
    }
};

}  // namespace

namespace avx512 {

template <DType type>
void matmulPanels(const MatmulArgs& args) {
    matmulPacked<Panel<packed::LayoutOf<type>>>(args);
}

}  // namespace avx512
}  // namespace hearth::engine
