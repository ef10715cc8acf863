// How quantized matrices lie in memory for vector kernels: panels of 16 rows, a 32-bit lane for each row.
// Within a panel the codes of one row are cut into fours; the fours of all 16 rows at the same columns lie
// side by side (64 bytes), so that one instruction multiplies them with four activations given to all lanes.
// A panel is a run of units: scales of 16 rows, then planes of codes, 32 columns at a time. Rows missing in
// the last panel, and groups missing in the last unit, have zero scales. Constants and structs only; see
// pack.cpp for how it is made.
#pragma once

#include <cstddef>
#include <cstdint>

#include "tensor/dtype.h"

namespace hearth::engine::packed {

inline constexpr int kPanelRows = 16;
inline constexpr int kFours = 4 * kPanelRows;  // bytes of one group of fours

// Scales of a unit. kGroups: groups of 32 columns in it; kParts: scales for each of them.

struct Pairs {  // a scale for 32 columns
    static constexpr int kGroups = 2;
    static constexpr int kParts = 1;
    static constexpr bool kMinima = false;
    std::uint16_t scales[2][kPanelRows];  // half precision
};
struct HalfPairs {  // a scale for 16 columns
    static constexpr int kGroups = 2;
    static constexpr int kParts = 2;
    static constexpr bool kMinima = false;
    std::uint16_t scales[4][kPanelRows];  // half precision
};
struct PairsWithMinima {
    static constexpr int kGroups = 2;
    static constexpr int kParts = 1;
    static constexpr bool kMinima = true;
    std::uint16_t scales[2][kPanelRows];  // half precision
    std::uint16_t minima[2][kPanelRows];  // half precision
};
struct Exponents {  // 2^(exponent - 128); 0 for exponents 0 and 1
    static constexpr int kGroups = 4;
    static constexpr int kParts = 1;
    static constexpr bool kMinima = false;
    std::uint8_t exponents[4][kPanelRows];
};
struct Single {  // one scale for 256 columns
    static constexpr int kGroups = 8;
    static constexpr int kParts = 1;
    static constexpr bool kMinima = false;
    std::uint16_t scales[kPanelRows];  // half precision
    std::uint8_t padding[32];
};
template <int Parts>
struct Signed {  // 256 columns: scale * groupScale
    static constexpr int kGroups = 8;
    static constexpr int kParts = Parts;
    static constexpr bool kMinima = false;
    std::uint16_t scales[kPanelRows];  // half precision
    std::uint8_t padding[32];
    std::int8_t groupScales[8 * Parts][kPanelRows];
};
struct Affine {  // 256 columns: scale * groupScale, and minScale * groupMin to take off
    static constexpr int kGroups = 8;
    static constexpr int kParts = 1;
    static constexpr bool kMinima = true;
    std::uint16_t scales[kPanelRows];     // half precision
    std::uint16_t minScales[kPanelRows];  // half precision
    std::uint8_t groupScales[8][kPanelRows];
    std::uint8_t groupMins[8][kPanelRows];
};
struct AffineNibbles {  // the same in groups of 16 columns with 4 bits for both
    static constexpr int kGroups = 8;
    static constexpr int kParts = 2;
    static constexpr bool kMinima = true;
    std::uint16_t scales[kPanelRows];     // half precision
    std::uint16_t minScales[kPanelRows];  // half precision
    std::uint8_t groups[16][kPanelRows];  // low nibble scale, high nibble minimum
};

// What a code stands for, besides itself less a middle.
enum class Values { Linear, IQ4, MXFP4 };

// Scales and codes of one type. Planes of 64 bytes for 32 columns, as many as bits:
//   8: columns 4j … in plane j
//   4 and more, planes 0-3: columns 4j … in low nibbles of plane j, 16 + 4j … in high ones
//   2 and 3, planes 0 and 1, and 6, planes 4 and 5, [h]: bits 2m, 2m + 1 belong to columns 16h + 4m …
//   3 and 5, the last plane: bit m belongs to columns 4m …
template <typename ScalesType, int Bits, int MiddleBits, Values Meaning = Values::Linear>
struct Layout {
    using Scales = ScalesType;
    static constexpr int kBits = Bits;
    static constexpr int kMiddleBits = MiddleBits;  // 1 << kMiddleBits stands for zero; -1: 0 does
    static constexpr Values kValues = Meaning;
    struct Unit {
        Scales scales;
        std::uint8_t planes[Scales::kGroups][Bits][kFours];
    };
    static_assert(sizeof(Scales) % 64 == 0 && sizeof(Unit) % 64 == 0);

    static constexpr std::int64_t units(std::int64_t cols) {
        return (cols / 32 + Scales::kGroups - 1) / Scales::kGroups;
    }
    static constexpr std::int64_t panelBytes(std::int64_t cols) {
        return units(cols) * static_cast<std::int64_t>(sizeof(Unit));
    }
};

template <DType>
struct LayoutOf;
// clang-format off
template <> struct LayoutOf<DType::Q4_0> : Layout<Pairs, 4, 3> {};
template <> struct LayoutOf<DType::Q4_1> : Layout<PairsWithMinima, 4, -1> {};
template <> struct LayoutOf<DType::Q5_0> : Layout<Pairs, 5, 4> {};
template <> struct LayoutOf<DType::Q5_1> : Layout<PairsWithMinima, 5, -1> {};
template <> struct LayoutOf<DType::Q8_0> : Layout<Pairs, 8, 7> {};
template <> struct LayoutOf<DType::Q2_K> : Layout<AffineNibbles, 2, -1> {};
template <> struct LayoutOf<DType::Q3_K> : Layout<Signed<2>, 3, 2> {};
template <> struct LayoutOf<DType::Q4_K> : Layout<Affine, 4, -1> {};
template <> struct LayoutOf<DType::Q5_K> : Layout<Affine, 5, -1> {};
template <> struct LayoutOf<DType::Q6_K> : Layout<Signed<2>, 6, 5> {};
template <> struct LayoutOf<DType::IQ4_NL> : Layout<Pairs, 4, 7, Values::IQ4> {};
template <> struct LayoutOf<DType::IQ4_XS> : Layout<Signed<1>, 4, 7, Values::IQ4> {};
template <> struct LayoutOf<DType::TQ1_0> : Layout<Single, 2, 0> {};
template <> struct LayoutOf<DType::TQ2_0> : Layout<Single, 2, 0> {};
template <> struct LayoutOf<DType::MXFP4> : Layout<Exponents, 4, 4, Values::MXFP4> {};
template <> struct LayoutOf<DType::NVFP4> : Layout<HalfPairs, 4, 4, Values::MXFP4> {};
// clang-format on

template <DType type>
std::uint64_t bytes(std::int64_t rows, std::int64_t cols) {
    return static_cast<std::uint64_t>((rows + kPanelRows - 1) / kPanelRows *
                                      LayoutOf<type>::panelBytes(cols));
}

// Packs rows [rowBegin, rowEnd) of a raw matrix; rowBegin is a multiple of 16.
template <DType type>
void pack(const std::byte* raw, std::int64_t rows, std::int64_t cols, std::int64_t rowBegin,
          std::int64_t rowEnd, std::byte* packed);

}  // namespace hearth::engine::packed
