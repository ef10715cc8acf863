// How deeply a JSON text from outside is nested, told before it is parsed: what walks a parsed value may
// recurse, and a hostile text must not exhaust the stack. Pure function, linear time.
#pragma once

#include <algorithm>
#include <string_view>

namespace hearth::base {

// The largest number of arrays and objects inside each other; the text need not be valid.
inline int jsonDepth(std::string_view text) {
    int depth = 0;
    int deepest = 0;
    bool inString = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (inString) {
            if (c == '\\') ++i;
            if (c == '"') inString = false;
        } else if (c == '"') {
            inString = true;
        } else if (c == '[' || c == '{') {
            deepest = std::max(deepest, ++depth);
        } else if (c == ']' || c == '}') {
            --depth;
        }
    }
    return deepest;
}

}  // namespace hearth::base
