// Words near a finding that make it likelier. Pure; any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace hearth::privacy {

// The text with ASCII letters in lower case, byte for byte.
std::string lowered(std::string_view text);

// The first of `words` that stands as a word within reach of [start, end) of `lowerText`; nullptr if none.
const char* contextNear(std::string_view lowerText, std::size_t start, std::size_t end,
                        const std::vector<const char*>& words);

}  // namespace hearth::privacy
