// Cuts a document into chunks along its own structure: a chunk never crosses a heading, functions of code and
// table rows stay whole where they fit, and text overlaps only where a sentence had to be cut. Pure; any
// thread.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "rag/document.h"

namespace hearth::rag {

// How many tokens the embedding model makes of a text.
using TokenCounter = std::function<std::uint32_t(std::string_view text)>;

struct ChunkLimits {
    std::uint32_t target = 200;  // tokens: neighbouring blocks are joined up to it
    std::uint32_t most = 320;    // tokens: what is longer is cut between sentences, then between words
    std::uint32_t overlap = 32;  // tokens repeated where a sentence is cut
};

// Chunks in reading order; `text` of each is at most `limits.most` tokens as counted piece by piece. A
// heading starts a chunk with what follows it; a document of headings alone still gives chunks.
std::vector<Chunk> chunk(const ParsedDocument& document, const TokenCounter& tokens,
                         const ChunkLimits& limits = {});

}  // namespace hearth::rag
