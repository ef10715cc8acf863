// Where the words of a question stand in a text, to be shown. Pure; any thread.
#pragma once

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

namespace hearth::rag {

// Begin and end in bytes of each word of `text` that is a word of `question`, in another ending too
// ("price", "prices"); common words do not count unless there are no others. In order.
std::vector<std::pair<std::size_t, std::size_t>> markedWords(std::string_view text,
                                                             std::string_view question);

}  // namespace hearth::rag
