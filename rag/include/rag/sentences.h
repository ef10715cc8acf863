// The sentences of a passage, for quoting and summarizing. Pure; any thread.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace hearth::rag {

struct Sentence {
    std::size_t begin = 0;  // bytes
    std::size_t end = 0;    // without blanks at its edges; never empty
};

// By the rules of Unicode (UAX 29), but "Dr. Silva" is one sentence, and a line that was only wrapped goes
// on; rows of tables, items of lists and headings are sentences of their own.
std::vector<Sentence> sentencesOf(std::string_view text);

}  // namespace hearth::rag
