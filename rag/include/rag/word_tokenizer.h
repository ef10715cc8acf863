// How the full-text index takes text apart: words without case and accents (SQLite's unicode61), and Chinese
// and Japanese character by character, since they are written without spaces. Called by SQLite on the thread
// of the connection.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

struct sqlite3;

namespace hearth::rag {

// Makes the tokenizer "hearth" known to a connection. Without it the index can be neither read nor written.
base::Result<void> addWordTokenizer(sqlite3* database);

// One word of a text as full-text search keeps it.
struct StemmedWord {
    std::string stem;
    std::size_t begin = 0;  // bytes of the text it stands for
    std::size_t end = 0;
};
// The words of a text, by the tokenizer of the index of chunks: "hearth" with English endings taken off
// (Porter 1980). Unsupported where addWordTokenizer() was not called on the connection.
base::Result<std::vector<StemmedWord>> stemmedWords(sqlite3* database, std::string_view text);

// Whether text is written in this character without spaces between words.
bool standsAlone(char32_t character);

// What FTS5 is to look for: every word of `query` as the beginning of a word, none of it as an operator.
// Empty where there is no word.
std::string prefixQuery(std::string_view query);

}  // namespace hearth::rag
