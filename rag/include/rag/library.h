// The library whole: the store, the vectors of its passages, and finding. Indexing writes through store();
// catchUp() then makes what it wrote findable by meaning. One thread at a time; a second Library on the same
// file, of another thread, may search while this one indexes.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>

#include "base/cancel.h"
#include "base/result.h"
#include "rag/library_store.h"
#include "rag/retriever.h"
#include "rag/text_embedder.h"

namespace hearth::rag {

class VectorIndex;

class Library {
  public:
    // Opens or makes the database, a file or an address (LibraryStore::open); the graph is read from its file
    // or built again. Passages that have no vector yet are found by their words until catchUp(). Errors:
    // those of LibraryStore::open; Cancelled.
    static base::Result<std::unique_ptr<Library>> open(const std::string& database, const std::string& graph,
                                                       std::unique_ptr<TextEmbedder> embedder,
                                                       const base::CancelToken& cancel = {},
                                                       std::shared_ptr<privacy::Egress> wayOut = nullptr);
    ~Library();

    LibraryStore& store() { return *store_; }
    const TextEmbedder& embedder() const { return *now_.embedder; }  // that of the vectors that answer

    // From now on catchUp() makes this one's vectors; those of the old one answer until they are complete.
    base::Result<void> replaceEmbedder(std::unique_ptr<TextEmbedder> embedder);
    // Embeds at most `count` passages that have no vector yet. False: all have one, and can be found by it.
    base::Result<bool> catchUp(int count, const base::CancelToken& cancel = {});
    base::Result<void> saveGraph();
    // Takes over what another Library wrote into the same file since.
    base::Result<void> refresh(const base::CancelToken& cancel = {});
    // Passages that catchUp() has not come to.
    base::Result<std::int64_t> waiting();

    // Makes the summaries of at most `count` documents that have none yet. False: all have one.
    base::Result<bool> summarizeSome(int count, const base::CancelToken& cancel = {});

    // Files that are attached to conversations are looked into only where the filter names their folder.
    base::Result<Retrieval> find(const RetrievalRequest& request, const base::CancelToken& cancel = {});
    // How near in meaning each passage is to the question: a cosine; 0 where it has no vector yet.
    base::Result<std::vector<double>> similarities(const std::string& question, std::span<const ChunkId> ids,
                                                   const base::CancelToken& cancel = {});
    TextEmbedder& vectors() { return *now_.embedder; }  // that of the vectors that answer

  private:
    // One embedder with its vectors.
    struct Side {
        std::unique_ptr<TextEmbedder> embedder;
        VectorModel model;
        std::unique_ptr<VectorIndex> index;
        ChunkId after = 0;  // up to where catchUp() has been
    };

    explicit Library(std::unique_ptr<LibraryStore> store);
    base::Result<Side> sideOf(std::unique_ptr<TextEmbedder> embedder);
    base::Result<std::string> summaryOf(std::int64_t document, const base::CancelToken& cancel);

    std::unique_ptr<LibraryStore> store_;
    std::string graph_;
    Side now_;
    std::optional<Side> next_;
};

}  // namespace hearth::rag
