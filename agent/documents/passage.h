// A passage on its way into an answer. Values.
#pragma once

#include <string>
#include <vector>

#include "agent/documents.h"
#include "agent/passage_finder.h"

namespace hearth::agent::documents {

struct Passage {
    rag::FoundPassage found;
    double relevance = 0;  // to the question; comparable between questions
    // The sentence of it that answers, bytes of its text; begin == end: none.
    std::size_t markBegin = 0;
    std::size_t markEnd = 0;

    const rag::Chunk& chunk() const { return found.chunk.chunk; }
};

// As the answer cites it.
Source sourceOf(const Passage& passage, int number);

// The text with what is above it, for counting its words.
std::string withHeadings(const Passage& passage);

}  // namespace hearth::agent::documents
