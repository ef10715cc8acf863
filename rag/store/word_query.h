// The words of what a person asks, and which of them say something. Pure; any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hearth::rag {

// Runs of letters and digits; characters outside ASCII count as letters.
std::vector<std::string> queryWords(std::string_view query);

// Whether it is a word like "the" or "which", which says nothing of what is meant. Lower or upper case.
bool isCommonWord(std::string_view word);

// Whether it is a word like "discuss" or "opinion", which says what is asked for rather than what it is
// about: it may stand in a passage that answers, and seldom does.
bool isFramingWord(std::string_view word);

}  // namespace hearth::rag
