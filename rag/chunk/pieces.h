// A block as pieces that each fit into a chunk: the whole block where it fits, else lines of code, sentences,
// and where a sentence is too long, parts of it that overlap. Pure; any thread. The block must outlive its
// pieces.
#pragma once

#include <cstdint>
#include <vector>

#include "rag/chunker.h"
#include "rag/document.h"

namespace hearth::rag {

struct Piece {
    const Block* block = nullptr;
    std::uint64_t begin = 0;  // in the document's text
    std::uint64_t end = 0;
    std::uint32_t tokens = 0;
};

// In reading order, together the whole block. `limits.most` holds for each but a single character.
std::vector<Piece> piecesOf(const Block& block, const TokenCounter& tokens, const ChunkLimits& limits);

// Where the sentences of a text end, by the rules of Unicode (UAX 29) through ICU; the last is the text's
// end.
std::vector<std::size_t> sentenceEnds(std::string_view text);

}  // namespace hearth::rag
