// How the full-text index takes text apart: words without case and accents (SQLite's unicode61), and Chinese
// and Japanese character by character, since they are written without spaces. Called by SQLite on the thread
// of the connection.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

struct sqlite3;

namespace hearth::rag {

// Makes the tokenizer "hearth" known to a connection. Without it the index can be neither read nor written.
base::Result<void> addWordTokenizer(sqlite3* database);

// Whether text is written in this character without spaces between words.
bool standsAlone(char32_t character);

// What FTS5 is to look for: every word of `query` as the beginning of a word, none of it as an operator.
// Empty where there is no word.
std::string prefixQuery(std::string_view query);

}  // namespace hearth::rag
