// Sixteen float32 lanes of AVX-512. Only for files that are compiled for it; everything has internal linkage,
// so that the linker cannot prefer these copies elsewhere.
#pragma once

#include <immintrin.h>

#include <cstdint>

namespace hearth::engine {
namespace {

struct Vec {
    static constexpr int kLanes = 16;
    static constexpr int kTileRows = 4;  // 4 x 6 sums, 4 rows and an input in 32 registers
    static constexpr int kTileTokens = 6;

    __m512 v;

    static __mmask16 first(int lanes) { return static_cast<__mmask16>((1u << lanes) - 1u); }

    static Vec zero() { return {_mm512_setzero_ps()}; }
    static Vec all(float x) { return {_mm512_set1_ps(x)}; }
    static Vec load(const float* p) { return {_mm512_loadu_ps(p)}; }
    static Vec load(const float* p, int lanes) { return {_mm512_maskz_loadu_ps(first(lanes), p)}; }
    static Vec loadHalf(const std::uint16_t* p) {
        return {_mm512_cvtph_ps(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(p)))};
    }
    static Vec loadHalf(const std::uint16_t* p, int lanes) {
        return {_mm512_cvtph_ps(_mm256_maskz_loadu_epi16(first(lanes), p))};
    }
    static Vec bfloat(__m256i bits) {
        return {_mm512_castsi512_ps(_mm512_slli_epi32(_mm512_cvtepu16_epi32(bits), 16))};
    }
    static Vec loadBfloat(const std::uint16_t* p) {
        return bfloat(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(p)));
    }
    static Vec loadBfloat(const std::uint16_t* p, int lanes) {
        return bfloat(_mm256_maskz_loadu_epi16(first(lanes), p));
    }
    void store(float* p) const { _mm512_storeu_ps(p, v); }
    void store(float* p, int lanes) const { _mm512_mask_storeu_ps(p, first(lanes), v); }
    void storeHalf(std::uint16_t* p, int lanes) const {
        _mm256_mask_storeu_epi16(p, first(lanes),
                                 _mm512_cvtps_ph(v, _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC));
    }

    friend Vec operator+(Vec a, Vec b) { return {_mm512_add_ps(a.v, b.v)}; }
    friend Vec operator-(Vec a, Vec b) { return {_mm512_sub_ps(a.v, b.v)}; }
    friend Vec operator*(Vec a, Vec b) { return {_mm512_mul_ps(a.v, b.v)}; }
    friend Vec operator/(Vec a, Vec b) { return {_mm512_div_ps(a.v, b.v)}; }
    static Vec fma(Vec a, Vec b, Vec c) { return {_mm512_fmadd_ps(a.v, b.v, c.v)}; }  // a * b + c
    static Vec min(Vec a, Vec b) { return {_mm512_min_ps(a.v, b.v)}; }
    static Vec max(Vec a, Vec b) { return {_mm512_max_ps(a.v, b.v)}; }
    static Vec round(Vec a) {
        return {_mm512_roundscale_ps(a.v, _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC)};
    }
    static Vec scaleByPowerOfTwo(Vec a, Vec n) { return {_mm512_scalef_ps(a.v, n.v)}; }
    // `inside` where low <= x <= high, else `outside`.
    static Vec whereInside(Vec low, Vec x, Vec high, Vec inside, Vec outside) {
        const __mmask16 above = _mm512_cmp_ps_mask(low.v, x.v, _CMP_LE_OQ);
        return {_mm512_mask_blend_ps(_mm512_mask_cmp_ps_mask(above, x.v, high.v, _CMP_LE_OQ), outside.v,
                                     inside.v)};
    }
    float sum() const { return _mm512_reduce_add_ps(v); }
    float largest() const { return _mm512_reduce_max_ps(v); }
};

}  // namespace
}  // namespace hearth::engine
