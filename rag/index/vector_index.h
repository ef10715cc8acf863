// Search among the vectors of one embedding model: the graph finds candidates, the vectors in the store give
// their exact scores. The graph is a copy that can be lost: it is built again from the store. Searches may
// run beside each other and beside refresh(); each on its own store, for a store is one thread's.
#pragma once

#include <memory>
#include <optional>
#include <shared_mutex>
#include <span>
#include <string>
#include <vector>

#include "base/cancel.h"
#include "base/result.h"
#include "index/vector_graph.h"
#include "rag/library_store.h"

namespace hearth::rag {

class VectorIndex {
  public:
    // With the graph in `graphFile` as far as it is whole, brought to what the store has. An empty name keeps
    // the graph in memory. Errors: those of the store; OutOfMemory; Cancelled.
    static base::Result<std::unique_ptr<VectorIndex>> open(LibraryStore& store, const VectorModel& model,
                                                           std::string graphFile,
                                                           const base::CancelToken& cancel = {});

    // Takes in what the store has new and drops what it has no more. Cancelled: what was taken in stays.
    base::Result<void> refresh(LibraryStore& store, const base::CancelToken& cancel = {});
    base::Result<void> save();  // nothing to do where nothing changed

    // The `count` nearest, the best first. `among`: only these, rising; empty optional: all.
    base::Result<std::vector<ScoredChunk>> search(LibraryStore& store, std::span<const float> query,
                                                  int count,
                                                  const std::optional<std::vector<ChunkId>>& among = {});
    // The same without a look into the store: scores, and so the order, as near as one byte a number gives
    // them. None where the question's vector is of another model.
    std::vector<ScoredChunk> nearly(std::span<const float> query, int count,
                                    const std::optional<std::vector<ChunkId>>& among = {}) const;
    // The cosine of each, as near as one byte a number gives it; 0 for one that is not there.
    std::vector<double> similarities(std::span<const float> query, std::span<const ChunkId> ids) const;
    const VectorModel& model() const { return model_; }
    std::size_t size() const;

  private:
    VectorIndex(VectorModel model, std::string file, std::unique_ptr<VectorGraph> graph);
    base::Result<void> rescore(LibraryStore& store, std::span<const float> query,
                               std::vector<ScoredChunk>& found) const;

    VectorModel model_;
    std::string file_;
    mutable std::shared_mutex mutex_;  // of the graph
    std::unique_ptr<VectorGraph> graph_;
    bool changed_ = false;
};

}  // namespace hearth::rag
