// From what a person asks to what FTS5 is to look for. Pure; any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hearth::rag {

// Runs of letters and digits; characters outside ASCII count as letters.
std::vector<std::string> queryWords(std::string_view query);

// Whether it is a word like "the" or "which", which says nothing of what is meant. Lower or upper case.
bool isCommonWord(std::string_view word);

// Any of the words, none of them as an operator; common words only where there are no others. Empty where
// there is no word. `pairs`: also any two of them that follow each other.
std::string anyWordQuery(std::string_view query, bool pairs = false);

}  // namespace hearth::rag
