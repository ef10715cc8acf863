// How quantized matrices lie in memory for vector kernels: panels of 16 rows, a 32-bit lane for each row.
// Within a panel the numbers of one row are cut into fours; the fours of all 16 rows at the same columns lie
// side by side (64 bytes), so that one instruction multiplies them with four activations given to all lanes.
// Rows missing in the last panel have zero scales. Constants and offsets only; see pack.cpp for how it is
// made.
#pragma once

#include <cstddef>
#include <cstdint>

namespace hearth::engine::packed {

inline constexpr int kPanelRows = 16;
inline constexpr int kFours = 4 * kPanelRows;  // bytes of one group of fours

constexpr std::int64_t lines(std::int64_t bytes) {
    return (bytes + 63) / 64 * 64;
}

// Q4_0 and Q8_0: two groups of 32 columns at a time, so that every group of fours starts on a cache line.
// Where the number of groups is odd, the second half of the last pair is not read.
struct PairQ4_0 {
    std::uint16_t scales[2][kPanelRows];  // half precision
    std::uint8_t numbers[2][4][kFours];   // [.][j]: columns 4j … in low nibbles, 16 + 4j … in high ones
};
struct PairQ8_0 {
    std::uint16_t scales[2][kPanelRows];  // half precision
    std::uint8_t numbers[2][8][kFours];   // [.][j]: columns 4j …
};
static_assert(sizeof(PairQ4_0) % 64 == 0 && sizeof(PairQ8_0) % 64 == 0);

constexpr std::int64_t pairsOf(std::int64_t cols) {
    return (cols / 32 + 1) / 2;
}

// Q4_K: superblocks of 256 columns.
struct SuperQ4_K {
    std::uint16_t scales[kPanelRows];     // half precision
    std::uint16_t minScales[kPanelRows];  // half precision
    std::uint8_t groupScales[8][kPanelRows];
    std::uint8_t groupMins[8][kPanelRows];
    std::uint8_t numbers[4][8]
                        [kFours];  // [pair of groups][columns 4j …]: low nibbles first group, high second
};
static_assert(sizeof(SuperQ4_K) % 64 == 0);

// Q6_K: superblocks of 256 columns.
struct SuperQ6_K {
    std::uint16_t scales[kPanelRows];  // half precision
    std::uint8_t padding[32];
    std::int8_t groupScales[16][kPanelRows];
    struct Part {                      // 32 columns, so that memory is read in one direction
        std::uint8_t low[4][kFours];   // as Q4_0
        std::uint8_t high[2][kFours];  // [h]: bits 2m, 2m + 1 belong to columns 16h + 4m …
    } parts[8];
};
static_assert(sizeof(SuperQ6_K) % 64 == 0);

std::uint64_t bytesQ4_0(std::int64_t rows, std::int64_t cols);
std::uint64_t bytesQ8_0(std::int64_t rows, std::int64_t cols);
std::uint64_t bytesQ4_K(std::int64_t rows, std::int64_t cols);
std::uint64_t bytesQ6_K(std::int64_t rows, std::int64_t cols);

// Packs rows [rowBegin, rowEnd) of a raw matrix; rowBegin is a multiple of 16.
void packQ4_0(const std::byte* raw, std::int64_t rows, std::int64_t cols, std::int64_t rowBegin,
              std::int64_t rowEnd, std::byte* packed);
void packQ8_0(const std::byte* raw, std::int64_t rows, std::int64_t cols, std::int64_t rowBegin,
              std::int64_t rowEnd, std::byte* packed);  // numbers as they are
void packQ8_0Unsigned(const std::byte* raw, std::int64_t rows, std::int64_t cols, std::int64_t rowBegin,
                      std::int64_t rowEnd, std::byte* packed);  // numbers + 128
void packQ4_K(const std::byte* raw, std::int64_t rows, std::int64_t cols, std::int64_t rowBegin,
              std::int64_t rowEnd, std::byte* packed);
void packQ6_K(const std::byte* raw, std::int64_t rows, std::int64_t cols, std::int64_t rowBegin,
              std::int64_t rowEnd, std::byte* packed);

}  // namespace hearth::engine::packed
