// The words of a chunk as PostgreSQL's full-text search keeps them: a tsvector, which Hearth writes itself,
// so that its words are those of SQLite's index. Pure functions.
#pragma once

#include <string>
#include <vector>

#include "rag/word_tokenizer.h"

namespace hearth::rag::postgres {

// As the server reads it (postgresql.org/docs/15/datatype-textsearch.html, 8.11.1). Words of the headings
// stand at 1, 2, …; those of the text begin two places behind, so that no phrase goes from one to the other.
std::string wordVector(const std::vector<StemmedWord>& headings, const std::vector<StemmedWord>& text);

// Where a position stands, as Postings has it, in a chunk with so many words in its headings.
std::uint32_t placeAt(std::uint32_t position, std::uint32_t headings);

// "{3,17}": an array of numbers as the server writes it.
std::vector<std::uint32_t> numbersIn(const std::string& array);

// The words one after the other, as a query. Empty: no word.
std::string phraseQuery(const std::vector<StemmedWord>& words);

}  // namespace hearth::rag::postgres
