// Vectors for what the library has: a few passages at a call, so that a caller can pause between them. The
// old model's vectors answer until the new one's are complete. The thread of the store.
#pragma once

#include "base/cancel.h"
#include "base/result.h"
#include "rag/library_store.h"
#include "rag/text_embedder.h"

namespace hearth::rag {

// What of a chunk is embedded: its headings stand before its text.
std::string embeddedText(const StoredChunk& chunk);

// Embeds at most `count` of the chunks behind `after` that have no vector of this model yet, and moves
// `after` to the last of them. Gives how many it was: 0, all have one. Cancelled, and the errors of store and
// embedder.
base::Result<int> embedSome(LibraryStore& store, TextEmbedder& embedder, const VectorModel& model, int count,
                            ChunkId& after, const base::CancelToken& cancel = {});
base::Result<void> embedAll(LibraryStore& store, TextEmbedder& embedder, const VectorModel& model,
                            const base::CancelToken& cancel = {});

}  // namespace hearth::rag
