// What a document is about, in its own sentences. Pure; any thread.
#pragma once

#include <string>
#include <vector>

#include "rag/library_store.h"

namespace hearth::rag {

// A sentence that may stand for a document.
struct SummaryCandidate {
    std::string text;
    std::vector<float> vector;  // of length 1, or zeros
    std::uint32_t ordinal = 0;  // of its chunk
};

// The sentences of the chunks that say something by themselves, spread over the document; `vector` is left
// empty. At most `most`.
std::vector<SummaryCandidate> summaryCandidates(const std::vector<StoredChunk>& chunks, std::size_t most);

// At most `count` of them in reading order: those that are nearest to all others (the centrality of LexRank,
// Erkan & Radev 2004, without its iteration), the earlier before the later, none that repeats another.
std::vector<std::string> summarySentences(const std::vector<SummaryCandidate>& candidates, std::size_t count);

}  // namespace hearth::rag
