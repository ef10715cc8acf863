// The translations of assets/i18n/agent_<language>.json, which CMake writes into the program as a table
// (phrase_tables.cmake). Constant; any thread.
#pragma once

#include <span>
#include <vector>

namespace hearth::agent::words {

struct Translation {
    const char* english;
    const char* translated;
};

struct PhraseTable {
    const char* language;  // "de", "zh_CN"
    std::span<const Translation> entries;
};

std::vector<PhraseTable> phraseTables();

}  // namespace hearth::agent::words
