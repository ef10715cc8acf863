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

// Q4_0 and Q8_0: all scales of the panel (half precision, 16 for each 32 columns), then all numbers.
// Q4_0: for each 32 columns 4 fours-groups; group j has columns 4j … in low nibbles, 16 + 4j … in high ones.
// Q8_0: for each 32 columns 8 fours-groups.
struct Plain {
    std::int64_t scaleBytes;
    std::int64_t panelBytes;
};
constexpr Plain plainPanel(std::int64_t cols, int bytesPerGroup) {
    const std::int64_t scales = lines(cols / 32 * kPanelRows * 2);
    return {scales, scales + cols / 32 * bytesPerGroup};
}
inline constexpr int kQ4_0Group = 4 * kFours;
inline constexpr int kQ8_0Group = 8 * kFours;

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
    std::uint8_t low[8][4][kFours];   // per 32 columns: as Q4_0
    std::uint8_t high[8][2][kFours];  // [.][h]: bits 2m, 2m + 1 belong to columns 16h + 4m …
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
