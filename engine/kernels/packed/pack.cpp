#include <cstring>
#include <type_traits>

#include "kernels/packed/layout.h"
#include "tensor/blocks.h"
#include "tensor/codes.h"
#include "tensor/half.h"

namespace hearth::engine::packed {
namespace {

// Spreads fours of bytes of one row over lane `row` of as many planes.
template <int Planes>
void scatter(const std::uint8_t* bytes, int row, std::uint8_t (*planes)[kFours]) {
    for (int j = 0; j < Planes; ++j) std::memcpy(planes[j] + 4 * row, bytes + 4 * j, 4);
}

// Four codes, a byte each.
std::uint32_t fourCodes(const std::uint8_t* codes) {
    std::uint32_t four;
    std::memcpy(&four, codes, 4);
    return four;
}

// Two bits of 32 codes, from bit `shift` on, as two fours of bytes.
void gatherPairs(const std::uint8_t* codes, int shift, std::uint8_t out[8]) {
    for (int h = 0; h < 2; ++h) {
        std::uint32_t bytes = 0;
        for (int m = 0; m < 4; ++m)
            bytes |= ((fourCodes(codes + 16 * h + 4 * m) >> shift) & 0x03030303u) << (2 * m);
        std::memcpy(out + 4 * h, &bytes, 4);
    }
}

// One bit of 32 codes as four bytes.
void gatherOnes(const std::uint8_t* codes, int shift, std::uint8_t out[4]) {
    std::uint32_t bytes = 0;
    for (int m = 0; m < 8; ++m) bytes |= ((fourCodes(codes + 4 * m) >> shift) & 0x01010101u) << m;
    std::memcpy(out, &bytes, 4);
}

// 32 codes of one row into the planes described at Layout.
template <int Bits>
void packCodes(const std::uint8_t* codes, int row, std::uint8_t (&planes)[Bits][kFours]) {
    if constexpr (Bits == 8) {
        scatter<8>(codes, row, planes);
        return;
    }
    constexpr int kLow = Bits >= 4 ? 4 : 2;
    std::uint8_t low[16];
    if constexpr (kLow == 4) {
        for (int i = 0; i < 16; ++i)
            low[i] = static_cast<std::uint8_t>((codes[i] & 15) | ((codes[i + 16] & 15) << 4));
    } else {
        gatherPairs(codes, 0, low);
    }
    scatter<kLow>(low, row, planes);
    std::uint8_t high[8];
    if constexpr (Bits - kLow == 2) {
        gatherPairs(codes, kLow, high);
        scatter<2>(high, row, planes + kLow);
    } else if constexpr (Bits - kLow == 1) {
        gatherOnes(codes, kLow, high);
        scatter<1>(high, row, planes + kLow);
    }
}

// Scales of one block, which begins with group `group` of the unit, into lane `row`.
void packScales(const Codes& codes, int group, int row, Pairs& out) {
    out.scales[group][row] = floatToHalf(codes.scale);
}
void packScales(const Codes& codes, int group, int row, PairsWithMinima& out) {
    out.scales[group][row] = floatToHalf(codes.scale);
    out.minima[group][row] = floatToHalf(codes.minScale);
}
void packScales(const Codes& codes, int, int row, HalfPairs& out) {
    for (int g = 0; g < 4; ++g)
        out.scales[g][row] = floatToHalf(codes.scale * static_cast<float>(codes.groupScales[g]));
}
void packScales(const Codes& codes, int, int row, Single& out) {
    out.scales[row] = floatToHalf(codes.scale);
}
template <int Parts>
void packScales(const Codes& codes, int, int row, Signed<Parts>& out) {
    out.scales[row] = floatToHalf(codes.scale);
    for (int g = 0; g < 8 * Parts; ++g)
        out.groupScales[g][row] = static_cast<std::int8_t>(codes.groupScales[g]);
}
void packScales(const Codes& codes, int, int row, Affine& out) {
    out.scales[row] = floatToHalf(codes.scale);
    out.minScales[row] = floatToHalf(codes.minScale);
    for (int g = 0; g < 8; ++g) {
        out.groupScales[g][row] = static_cast<std::uint8_t>(codes.groupScales[g]);
        out.groupMins[g][row] = codes.groupMins[g];
    }
}
void packScales(const Codes& codes, int, int row, AffineNibbles& out) {
    out.scales[row] = floatToHalf(codes.scale);
    out.minScales[row] = floatToHalf(codes.minScale);
    for (int g = 0; g < 16; ++g)
        out.groups[g][row] = static_cast<std::uint8_t>(codes.groupScales[g] | (codes.groupMins[g] << 4));
}

// Blocks whose nibbles lie as a panel wants them already, which most models are made of: they are copied as
// they are. void for other types.
template <DType>
struct InOrder {
    using Block = void;
};
// clang-format off
template <> struct InOrder<DType::Q4_0> { using Block = BlockQ4_0; };
template <> struct InOrder<DType::Q4_1> { using Block = BlockQ4_1; };
template <> struct InOrder<DType::IQ4_NL> { using Block = BlockIQ4_NL; };
template <> struct InOrder<DType::MXFP4> { using Block = BlockMXFP4; };
// clang-format on

template <typename Block, typename Unit>
void copyBlock(const Block& block, int group, int row, Unit& unit) {
    scatter<4>(block.nibbles, row, unit.planes[group]);
    if constexpr (requires { block.exponent; }) {
        unit.scales.exponents[group][row] = block.exponent;
    } else {
        unit.scales.scales[group][row] = block.scale;
    }
    // What is added in a file is taken off in a panel: the sign of half precision is its highest bit.
    if constexpr (requires { block.offset; }) unit.scales.minima[group][row] = block.offset ^ 0x8000;
}

}  // namespace

template <DType type>
void pack(const std::byte* raw, std::int64_t, std::int64_t cols, std::int64_t rowBegin, std::int64_t rowEnd,
          std::byte* packed) {
    using L = LayoutOf<type>;
    using RawBlock = typename InOrder<type>::Block;
    const BlockFormat& format = *blockFormat(type);
    const int blockBytes = info(type).blockBytes;
    const int blockGroups = format.size / 32;
    const std::int64_t rowBytes = cols / format.size * blockBytes;
    Codes codes;
    for (std::int64_t first = rowBegin; first < rowEnd; first += kPanelRows) {
        const int present = static_cast<int>(rowEnd - first < kPanelRows ? rowEnd - first : kPanelRows);
        auto* units = reinterpret_cast<typename L::Unit*>(packed + first / kPanelRows * L::panelBytes(cols));
        std::memset(static_cast<void*>(units), 0, static_cast<std::size_t>(L::panelBytes(cols)));
        for (std::int64_t g = 0; g < cols / 32; g += blockGroups) {
            typename L::Unit& unit = units[g / L::Scales::kGroups];
            const int at = static_cast<int>(g % L::Scales::kGroups);
            const std::byte* block = raw + first * rowBytes + g / blockGroups * blockBytes;
            for (int row = 0; row < present; ++row, block += rowBytes) {
                if constexpr (!std::is_void_v<RawBlock>) {
                    copyBlock(*reinterpret_cast<const RawBlock*>(block), at, row, unit);
                } else {
                    format.unpack(block, codes);
                    packScales(codes, at, row, unit.scales);
                    for (int k = 0; k < blockGroups; ++k)
                        packCodes<L::kBits>(codes.codes + 32 * k, row, unit.planes[at + k]);
                }
            }
        }
    }
}

using Pack = void(const std::byte*, std::int64_t, std::int64_t, std::int64_t, std::int64_t, std::byte*);
template Pack pack<DType::Q4_0>;
template Pack pack<DType::Q4_1>;
template Pack pack<DType::Q5_0>;
template Pack pack<DType::Q5_1>;
template Pack pack<DType::Q8_0>;
template Pack pack<DType::Q2_K>;
template Pack pack<DType::Q3_K>;
template Pack pack<DType::Q4_K>;
template Pack pack<DType::Q5_K>;
template Pack pack<DType::Q6_K>;
template Pack pack<DType::IQ4_NL>;
template Pack pack<DType::IQ4_XS>;
template Pack pack<DType::TQ1_0>;
template Pack pack<DType::TQ2_0>;
template Pack pack<DType::MXFP4>;
template Pack pack<DType::NVFP4>;

}  // namespace hearth::engine::packed
