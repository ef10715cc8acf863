// The passages among which the best are looked for: by words, by vectors, and what stands around short ones.
// The thread of the store.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "rag/library_store.h"
#include "retrieve/fusion.h"

namespace hearth::rag {

class VectorIndex;

// Ids of the chunks that the filter lets through, rising; empty optional: all of them.
base::Result<std::optional<std::vector<ChunkId>>> idsLetThrough(LibraryStore& store,
                                                                const SearchFilter& filter);

// Everything the filter lets through where that is little, else what words and vectors find. index: null, or
// that of `vector`, the question's. In no order; fuse() gives them one.
base::Result<std::vector<Candidate>> gatherCandidates(LibraryStore& store, VectorIndex* index,
                                                      std::span<const float> vector,
                                                      const std::string& question,
                                                      const SearchFilter& filter);

}  // namespace hearth::rag
