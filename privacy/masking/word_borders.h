// Where words begin and end in UTF-8 text, for stand-ins and what they stand for. Scripts that write words
// without blanks between them (Chinese, Japanese) and Korean, which hangs particles on names, have a border
// at every character. Pure; any thread.
#pragma once

#include <string_view>

#include "detectors/checks.h"

namespace hearth::privacy {

// Whether the character that begins with the byte belongs to words.
constexpr bool beginsWordCharacter(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return isAlnum(c) || (byte >= 0xC3 && byte < 0xE2);
}

constexpr bool continuesCharacter(char c) {
    return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

// The first byte of the character that the byte at `at` belongs to; `before` where it began before the text.
constexpr char leadAt(std::string_view text, std::size_t at, char before = ' ') {
    while (continuesCharacter(text[at])) {
        if (at == 0) return before;
        --at;
    }
    return text[at];
}

// Whether the byte at `at` belongs to a word.
constexpr bool isWordAt(std::string_view text, std::size_t at, char before = ' ') {
    return beginsWordCharacter(leadAt(text, at, before));
}

// Whether a word goes on from the byte before `at` to that at `at`. `before`: the first byte of the character
// in front of the text.
constexpr bool joinsAt(std::string_view text, std::size_t at, char before = ' ') {
    if (at >= text.size() || !isWordAt(text, at, before)) return false;
    return at > 0 ? isWordAt(text, at - 1, before) : beginsWordCharacter(before);
}

}  // namespace hearth::privacy
