// Eight float32 lanes of AVX2 with FMA and F16C. Only for files that are compiled for it; everything has
// internal linkage, so that the linker cannot prefer these copies elsewhere.
#pragma once

#include <immintrin.h>

#include <cstdint>

namespace hearth::engine {
namespace {

struct Vec {
    static constexpr int kLanes = 8;
    static constexpr int kTileRows = 3;  // 3 x 3 sums, 3 rows and an input in 16 registers
    static constexpr int kTileTokens = 3;

    __m256 v;

    static __m256i first(int lanes) {
        return _mm256_cmpgt_epi32(_mm256_set1_epi32(lanes), _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7));
    }
    static __m128i firstWords(const std::uint16_t* p, int lanes) {
        alignas(16) std::uint16_t words[8] = {};
        for (int i = 0; i < lanes; ++i) words[i] = p[i];
        return _mm_load_si128(reinterpret_cast<const __m128i*>(words));
    }

    static Vec zero() { return {_mm256_setzero_ps()}; }
    static Vec all(float x) { return {_mm256_set1_ps(x)}; }
    static Vec load(const float* p) { return {_mm256_loadu_ps(p)}; }
    static Vec load(const float* p, int lanes) {
        return lanes == kLanes ? load(p) : Vec{_mm256_maskload_ps(p, first(lanes))};
    }
    static Vec loadHalf(const std::uint16_t* p) {
        return {_mm256_cvtph_ps(_mm_loadu_si128(reinterpret_cast<const __m128i*>(p)))};
    }
    static Vec loadHalf(const std::uint16_t* p, int lanes) {
        return lanes == kLanes ? loadHalf(p) : Vec{_mm256_cvtph_ps(firstWords(p, lanes))};
    }
    static Vec bfloat(__m128i bits) {
        return {_mm256_castsi256_ps(_mm256_slli_epi32(_mm256_cvtepu16_epi32(bits), 16))};
    }
    static Vec loadBfloat(const std::uint16_t* p) {
        return bfloat(_mm_loadu_si128(reinterpret_cast<const __m128i*>(p)));
    }
    static Vec loadBfloat(const std::uint16_t* p, int lanes) {
        return lanes == kLanes ? loadBfloat(p) : bfloat(firstWords(p, lanes));
    }
    void store(float* p) const { _mm256_storeu_ps(p, v); }
    void store(float* p, int lanes) const {
        if (lanes == kLanes) {
            store(p);
        } else {
            _mm256_maskstore_ps(p, first(lanes), v);
        }
    }
    void storeHalf(std::uint16_t* p, int lanes) const {
        const __m128i half = _mm256_cvtps_ph(v, _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC);
        if (lanes == kLanes) {
            _mm_storeu_si128(reinterpret_cast<__m128i*>(p), half);
        } else {
            alignas(16) std::uint16_t words[8];
            _mm_store_si128(reinterpret_cast<__m128i*>(words), half);
            for (int i = 0; i < lanes; ++i) p[i] = words[i];
        }
    }

    friend Vec operator+(Vec a, Vec b) { return {_mm256_add_ps(a.v, b.v)}; }
    friend Vec operator-(Vec a, Vec b) { return {_mm256_sub_ps(a.v, b.v)}; }
    friend Vec operator*(Vec a, Vec b) { return {_mm256_mul_ps(a.v, b.v)}; }
    friend Vec operator/(Vec a, Vec b) { return {_mm256_div_ps(a.v, b.v)}; }
    static Vec fma(Vec a, Vec b, Vec c) { return {_mm256_fmadd_ps(a.v, b.v, c.v)}; }  // a * b + c
    static Vec min(Vec a, Vec b) { return {_mm256_min_ps(a.v, b.v)}; }
    static Vec max(Vec a, Vec b) { return {_mm256_max_ps(a.v, b.v)}; }
    static Vec round(Vec a) { return {_mm256_round_ps(a.v, _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC)}; }
    // For whole n that keep the result a normal number.
    static Vec scaleByPowerOfTwo(Vec a, Vec n) {
        const __m256i exponent = _mm256_slli_epi32(_mm256_cvtps_epi32(n.v), 23);
        return {_mm256_castsi256_ps(_mm256_add_epi32(_mm256_castps_si256(a.v), exponent))};
    }
    // `inside` where low <= x <= high, else `outside`.
    static Vec whereInside(Vec low, Vec x, Vec high, Vec inside, Vec outside) {
        const __m256 in =
            _mm256_and_ps(_mm256_cmp_ps(low.v, x.v, _CMP_LE_OQ), _mm256_cmp_ps(x.v, high.v, _CMP_LE_OQ));
        return {_mm256_blendv_ps(outside.v, inside.v, in)};
    }
    float sum() const {
        __m128 s = _mm_add_ps(_mm256_castps256_ps128(v), _mm256_extractf128_ps(v, 1));
        s = _mm_add_ps(s, _mm_movehl_ps(s, s));
        return _mm_cvtss_f32(_mm_add_ss(s, _mm_movehdup_ps(s)));
    }
    float largest() const {
        __m128 m = _mm_max_ps(_mm256_castps256_ps128(v), _mm256_extractf128_ps(v, 1));
        m = _mm_max_ps(m, _mm_movehl_ps(m, m));
        return _mm_cvtss_f32(_mm_max_ss(m, _mm_movehdup_ps(m)));
    }
};

}  // namespace
}  // namespace hearth::engine
