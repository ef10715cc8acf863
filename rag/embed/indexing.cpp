#include "rag/indexing.h"

namespace hearth::rag {

using base::Result;

std::string embeddedText(const StoredChunk& chunk) {
    std::string out;
    for (const std::string& heading : chunk.chunk.headings) out += heading + "\n";
    return out + chunk.chunk.text;
}

Result<int> embedSome(LibraryStore& store, TextEmbedder& embedder, const VectorModel& model, int count,
                      ChunkId& after, const base::CancelToken& cancel) {
    const auto chunks = store.withoutVectors(model.id, count, after);
    if (!chunks) return tl::unexpected<base::Error>(chunks.error());
    if (chunks->empty()) return 0;
    std::vector<ChunkId> ids;
    std::vector<std::string> texts;
    for (const StoredChunk& chunk : *chunks) {
        ids.push_back(chunk.id);
        texts.push_back(embeddedText(chunk));
    }
    const auto vectors = embedder.documents(texts, cancel);
    if (!vectors) return tl::unexpected<base::Error>(vectors.error());
    if (auto done = store.putVectors(model, ids, *vectors); !done)
        return tl::unexpected<base::Error>(done.error());
    after = ids.back();
    return static_cast<int>(ids.size());
}

Result<void> embedAll(LibraryStore& store, TextEmbedder& embedder, const VectorModel& model,
                      const base::CancelToken& cancel) {
    constexpr int kAtOnce = 256;
    ChunkId after = 0;
    for (;;) {
        const auto some = embedSome(store, embedder, model, kAtOnce, after, cancel);
        if (!some) return tl::unexpected<base::Error>(some.error());
        if (*some == 0) return {};
    }
}

}  // namespace hearth::rag
