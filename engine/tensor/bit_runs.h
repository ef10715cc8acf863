// Codes of few bits in the orders in which blocks hold them. Plain functions, private to codes.cpp.
#pragma once

#include <cstdint>
#include <cstring>

namespace hearth::engine {

// 32 codes of 4 bits: low nibbles 0-15, high nibbles 16-31. Writing leaves higher bits out.
inline void readNibbles(const std::uint8_t bytes[16], std::uint8_t* codes) {
    for (int i = 0; i < 16; ++i) {
        codes[i] = bytes[i] & 15;
        codes[i + 16] = bytes[i] >> 4;
    }
}
inline void writeNibbles(const std::uint8_t* codes, std::uint8_t bytes[16]) {
    for (int i = 0; i < 16; ++i)
        bytes[i] = static_cast<std::uint8_t>((codes[i] & 15) | ((codes[i + 16] & 15) << 4));
}

// 256 codes of 2 bits: bits 2r and 2r + 1 of byte 32h + l belong to code 128h + 32r + l.
inline void readPairs(const std::uint8_t bytes[64], std::uint8_t* codes) {
    for (int run = 0; run < 8; ++run) {
        const std::uint8_t* from = bytes + run / 4 * 32;
        const int shift = run % 4 * 2;
        for (int l = 0; l < 32; ++l) codes[32 * run + l] = (from[l] >> shift) & 3;
    }
}
inline void writePairs(const std::uint8_t* codes, std::uint8_t bytes[64]) {
    for (int i = 0; i < 64; ++i) {
        const std::uint8_t* from = codes + i / 32 * 128 + i % 32;
        int byte = 0;
        for (int run = 0; run < 4; ++run) byte |= (from[32 * run] & 3) << (2 * run);
        bytes[i] = static_cast<std::uint8_t>(byte);
    }
}

// Bit `bit` of 256 codes: bit r of byte l belongs to code 32r + l.
inline void readPlane(const std::uint8_t bytes[32], int bit, std::uint8_t* codes) {
    for (int r = 0; r < 8; ++r) {
        for (int l = 0; l < 32; ++l)
            codes[32 * r + l] = static_cast<std::uint8_t>(codes[32 * r + l] | (((bytes[l] >> r) & 1) << bit));
    }
}
inline void writePlane(const std::uint8_t* codes, int bit, std::uint8_t bytes[32]) {
    for (int i = 0; i < 256; ++i) {
        const int set = ((codes[i] >> bit) & 1) << (i / 32);
        bytes[i % 32] = static_cast<std::uint8_t>(bytes[i % 32] | set);
    }
}

// Bit `bit` of 32 codes: bit i of byte b belongs to code 8b + i.
inline void readBits(const std::uint8_t bytes[4], int bit, std::uint8_t* codes) {
    constexpr std::uint64_t kOnes = 0x0101010101010101u;
    for (int b = 0; b < 4; ++b) {
        // A copy of the byte for each bit, of which one bit is kept and moved to the bottom.
        const std::uint64_t kept = bytes[b] * kOnes & 0x8040201008040201u;
        const std::uint64_t low = ((kept + 0x7f * kOnes) >> 7) & kOnes;
        std::uint64_t eight;
        std::memcpy(&eight, codes + 8 * b, 8);
        eight |= low << bit;
        std::memcpy(codes + 8 * b, &eight, 8);
    }
}

// Digits of base 3: digit n of byte m belongs to code m + count * n. A byte holds five digits, the first the
// most significant, as a fraction of 256 rounded up; where there are fewer, the last ones are 0.
inline void readDigits(const std::uint8_t* bytes, int count, int digits, std::uint8_t* codes) {
    for (int m = 0; m < count; ++m) {
        int rest = bytes[m];
        for (int n = 0; n < digits; ++n) {
            codes[m + count * n] = static_cast<std::uint8_t>((rest * 3) >> 8);
            rest = (rest * 3) & 255;
        }
    }
}
inline void writeDigits(const std::uint8_t* codes, int count, int digits, std::uint8_t* bytes) {
    for (int m = 0; m < count; ++m) {
        int number = 0;
        for (int n = 0; n < 5; ++n) number = number * 3 + (n < digits ? codes[m + count * n] : 0);
        bytes[m] = static_cast<std::uint8_t>((number * 256 + 242) / 243);
    }
}

}  // namespace hearth::engine
