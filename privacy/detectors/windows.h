// Where in a text identifiers can be at all: around digits, '@', colons inside words, dots between letters
// and armour lines. Prose has few such places, so that the patterns need not read all of it. Pure; any
// thread.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace hearth::privacy {

struct Window {
    std::size_t start = 0;
    std::size_t end = 0;  // exclusive
};

// Windows in order, apart from each other, cut at white space where the text has some; linear in the text.
std::vector<Window> identifierWindows(std::string_view text);

}  // namespace hearth::privacy
