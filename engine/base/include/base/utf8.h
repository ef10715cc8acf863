// UTF-8 by hand: reading code points one by one, writing them, and finding where a whole character ends.
// Pure functions; malformed input is never an error, it is reported as such and skipped byte by byte.
// Source: The Unicode Standard, section 3.9, table 3-7 (well-formed byte sequences).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace hearth::base {

struct CodePoint {
    char32_t value = 0xFFFD;
    std::uint8_t length = 1;  // bytes it takes; 1 for a malformed byte
    bool valid = false;
};

// The code point that starts at `at` (which must be inside `text`).
CodePoint decodeUtf8(std::string_view text, std::size_t at);

// Appends `value` as UTF-8; what is no scalar value (surrogates, above 0x10FFFF) becomes U+FFFD.
void appendUtf8(std::string& out, char32_t value);

bool isValidUtf8(std::string_view text);

// How many bytes at the end of `text` are the start of a character that is still incomplete: 0 to 3.
std::size_t incompleteUtf8Tail(std::string_view text);

// The text with each malformed byte replaced by U+FFFD.
std::string repairUtf8(std::string_view text);

}  // namespace hearth::base
