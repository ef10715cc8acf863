// Walking over the lines of a text, numbered from 1. Pure; any thread.
#pragma once

#include <cstdint>
#include <string_view>

namespace hearth::rag {

// Calls `take(line, number)` for each line without its end, until it gives false.
template <typename Take>
void forEachLine(std::string_view text, Take take) {
    std::uint32_t number = 0;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        if (!take(text.substr(0, end), ++number) || end == std::string_view::npos) return;
        text.remove_prefix(end + 1);
    }
}

}  // namespace hearth::rag
