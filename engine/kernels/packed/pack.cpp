#include <cstring>

#include "kernels/packed/layout.h"
#include "tensor/blocks.h"
#include "tensor/codes.h"

namespace hearth::engine::packed {
namespace {

std::int64_t panels(std::int64_t rows) {
    return (rows + kPanelRows - 1) / kPanelRows;
}

// Calls packPanel(first row, rows there are, panel index) for the panels of [rowBegin, rowEnd).
template <typename PackPanel>
void forPanels(std::int64_t rowBegin, std::int64_t rowEnd, PackPanel packPanel) {
    for (std::int64_t row = rowBegin; row < rowEnd; row += kPanelRows) {
        const std::int64_t left = rowEnd - row;
        packPanel(row, static_cast<int>(left < kPanelRows ? left : kPanelRows), row / kPanelRows);
    }
}

// Spreads `fours` groups of four bytes of one row over lane `row` of as many 64-byte groups.
void scatter(const void* numbers, int fours, int row, std::uint8_t* out) {
    const auto* from = static_cast<const std::uint8_t*>(numbers);
    for (int j = 0; j < fours; ++j) std::memcpy(out + j * kFours + 4 * row, from + 4 * j, 4);
}

// Q4_0 and Q8_0.
template <typename Block, typename Pair>
void packPairs(const std::byte* raw, std::int64_t cols, std::int64_t rowBegin, std::int64_t rowEnd,
               std::byte* packed, std::uint8_t flip) {
    constexpr int fours = (sizeof(Block) - sizeof(Block::scale)) / 4;
    const std::int64_t groups = cols / 32;
    const std::int64_t pairs = pairsOf(cols);
    forPanels(rowBegin, rowEnd, [&](std::int64_t row, int present, std::int64_t panel) {
        auto* out = reinterpret_cast<Pair*>(packed) + panel * pairs;
        if (present < kPanelRows || groups % 2 != 0) {
            std::memset(static_cast<void*>(out), 0, static_cast<std::size_t>(pairs) * sizeof(Pair));
        }
        const auto* blocks = reinterpret_cast<const Block*>(raw) + row * groups;
        for (std::int64_t g = 0; g < groups; ++g) {
            Pair& pair = out[g / 2];
            std::uint8_t* numbers = pair.numbers[g % 2][0];
            for (int r = 0; r < present; ++r) {
                const Block& block = blocks[r * groups + g];
                pair.scales[g % 2][r] = block.scale;
                scatter(&block.scale + 1, fours, r, numbers);
            }
            for (int i = 0; flip != 0 && i < fours * kFours; ++i) numbers[i] = numbers[i] ^ flip;
        }
    });
}

void packRow(const BlockQ4_K& block, int row, SuperQ4_K& out) {
    out.scales[row] = block.scale;
    out.minScales[row] = block.minScale;
    Codes codes;
    blockFormat(DType::Q4_K)->unpack(reinterpret_cast<const std::byte*>(&block), codes);
    for (int g = 0; g < 8; ++g) {
        out.groupScales[g][row] = static_cast<std::uint8_t>(codes.groupScales[g]);
        out.groupMins[g][row] = codes.groupMins[g];
    }
    for (int pair = 0; pair < 4; ++pair) scatter(block.nibbles + 32 * pair, 8, row, out.numbers[pair][0]);
}

void packRow(const BlockQ6_K& block, int row, SuperQ6_K& out) {
    out.scales[row] = block.scale;
    for (int g = 0; g < 16; ++g) out.groupScales[g][row] = block.groups[g];
    Codes codes;
    blockFormat(DType::Q6_K)->unpack(reinterpret_cast<const std::byte*>(&block), codes);
    for (int part = 0; part < 8; ++part) {
        const std::uint8_t* from = codes.codes + 32 * part;
        std::uint8_t low[16];
        std::uint8_t high[8] = {};
        for (int i = 0; i < 16; ++i) {
            low[i] = static_cast<std::uint8_t>((from[i] & 15) | ((from[i + 16] & 15) << 4));
            // byte 4h + i % 4 collects columns 16h + 4m + i % 4
            const int shift = 2 * (i / 4);
            high[i % 4] = static_cast<std::uint8_t>(high[i % 4] | ((from[i] >> 4) << shift));
            high[4 + i % 4] = static_cast<std::uint8_t>(high[4 + i % 4] | ((from[i + 16] >> 4) << shift));
        }
        scatter(low, 4, row, out.parts[part].low[0]);
        scatter(high, 2, row, out.parts[part].high[0]);
    }
}

template <typename Block, typename Super>
void packSuper(const std::byte* raw, std::int64_t cols, std::int64_t rowBegin, std::int64_t rowEnd,
               std::byte* packed) {
    const std::int64_t supers = cols / 256;
    forPanels(rowBegin, rowEnd, [&](std::int64_t row, int present, std::int64_t panel) {
        auto* out = reinterpret_cast<Super*>(packed) + panel * supers;
        const auto* blocks = reinterpret_cast<const Block*>(raw) + row * supers;
        std::memset(static_cast<void*>(out), 0, static_cast<std::size_t>(supers) * sizeof(Super));
        for (std::int64_t s = 0; s < supers; ++s) {
            for (int r = 0; r < present; ++r) packRow(blocks[r * supers + s], r, out[s]);
        }
    });
}

template <typename Super>
std::uint64_t superBytes(std::int64_t rows, std::int64_t cols) {
    return static_cast<std::uint64_t>(panels(rows) * (cols / 256)) * sizeof(Super);
}

}  // namespace

std::uint64_t bytesQ4_0(std::int64_t rows, std::int64_t cols) {
    return static_cast<std::uint64_t>(panels(rows) * pairsOf(cols)) * sizeof(PairQ4_0);
}
std::uint64_t bytesQ8_0(std::int64_t rows, std::int64_t cols) {
    return static_cast<std::uint64_t>(panels(rows) * pairsOf(cols)) * sizeof(PairQ8_0);
}
std::uint64_t bytesQ4_K(std::int64_t rows, std::int64_t cols) {
    return superBytes<SuperQ4_K>(rows, cols);
}
std::uint64_t bytesQ6_K(std::int64_t rows, std::int64_t cols) {
    return superBytes<SuperQ6_K>(rows, cols);
}

void packQ4_0(const std::byte* raw, std::int64_t, std::int64_t cols, std::int64_t rowBegin,
              std::int64_t rowEnd, std::byte* packed) {
    packPairs<BlockQ4_0, PairQ4_0>(raw, cols, rowBegin, rowEnd, packed, 0);
}
void packQ8_0(const std::byte* raw, std::int64_t, std::int64_t cols, std::int64_t rowBegin,
              std::int64_t rowEnd, std::byte* packed) {
    packPairs<BlockQ8_0, PairQ8_0>(raw, cols, rowBegin, rowEnd, packed, 0);
}
void packQ8_0Unsigned(const std::byte* raw, std::int64_t, std::int64_t cols, std::int64_t rowBegin,
                      std::int64_t rowEnd, std::byte* packed) {
    packPairs<BlockQ8_0, PairQ8_0>(raw, cols, rowBegin, rowEnd, packed, 0x80);
}
void packQ4_K(const std::byte* raw, std::int64_t, std::int64_t cols, std::int64_t rowBegin,
              std::int64_t rowEnd, std::byte* packed) {
    packSuper<BlockQ4_K, SuperQ4_K>(raw, cols, rowBegin, rowEnd, packed);
}
void packQ6_K(const std::byte* raw, std::int64_t, std::int64_t cols, std::int64_t rowBegin,
              std::int64_t rowEnd, std::byte* packed) {
    packSuper<BlockQ6_K, SuperQ6_K>(raw, cols, rowBegin, rowEnd, packed);
}

}  // namespace hearth::engine::packed
