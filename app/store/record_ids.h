// Numbers of conversations and messages: they grow with the time that they were made, and stay below 2^53 so
// that the window's pages can hold them. Pure.
#pragma once

#include <cstdint>

namespace hearth::app {

// The first number of a millisecond since 1970 UTC; 255 more follow before the next one's. Times before 2020
// share the first numbers.
constexpr std::int64_t firstIdAt(std::int64_t ms) {
    constexpr std::int64_t kEpochMs = 1577836800000;  // 2020-01-01
    return ms > kEpochMs ? (ms - kEpochMs) << 8 : 1;
}

}  // namespace hearth::app
