#include "index/vector_index.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <mutex>

#include "base/log.h"

namespace hearth::rag {

using base::ErrorCode;
using base::Result;

namespace {

constexpr int kEffort = 128;

// Ids that are in `a` and not in `b`, both rising.
std::vector<ChunkId> without(const std::vector<ChunkId>& a, const std::vector<ChunkId>& b) {
    std::vector<ChunkId> out;
    std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(out));
    return out;
}

}  // namespace

VectorIndex::VectorIndex(VectorModel model, std::string file, std::unique_ptr<VectorGraph> graph)
    : model_(std::move(model)), file_(std::move(file)), graph_(std::move(graph)) {}

Result<std::unique_ptr<VectorIndex>> VectorIndex::open(LibraryStore& store, const VectorModel& model,
                                                       std::string graphFile,
                                                       const base::CancelToken& cancel) {
    auto graph =
        graphFile.empty() ? VectorGraph::make(model.width) : VectorGraph::load(graphFile, model.width);
    if (!graph) {
        if (graph.error().code == ErrorCode::InvalidInput)
            base::log(base::LogLevel::Warning, "rag", graph.error().text());
        graph = VectorGraph::make(model.width);
    }
    if (!graph) return tl::unexpected<base::Error>(graph.error());
    std::unique_ptr<VectorIndex> index(new VectorIndex(model, std::move(graphFile), std::move(*graph)));
    if (auto done = index->refresh(store, cancel); !done) return tl::unexpected<base::Error>(done.error());
    return index;
}

Result<void> VectorIndex::refresh(LibraryStore& store, const base::CancelToken& cancel) {
    const auto wanted = store.vectorIds(model_.id);
    if (!wanted) return tl::unexpected<base::Error>(wanted.error());
    std::vector<ChunkId> have;
    {
        const std::unique_lock lock(mutex_);
        have = graph_->ids();
        for (const ChunkId id : without(have, *wanted)) {
            graph_->remove(id);
            changed_ = true;
        }
    }
    const std::vector<ChunkId> added = without(*wanted, have);
    constexpr std::size_t kAtOnce = 64;  // between two of them searches have their turn
    std::vector<float> vector(static_cast<std::size_t>(model_.width));
    for (std::size_t at = 0; at < added.size(); at += kAtOnce) {
        if (cancel.cancelled()) return base::fail(ErrorCode::Cancelled, "Indexing was stopped.");
        const std::span<const ChunkId> some(added.data() + at, std::min(kAtOnce, added.size() - at));
        const auto data = store.vectors(model_.id, some);
        if (!data) return tl::unexpected<base::Error>(data.error());
        const std::unique_lock lock(mutex_);
        for (std::size_t i = 0; i < some.size(); ++i) {
            if ((*data)[i].size() != packedSize(model_.form, model_.width)) continue;  // gone meanwhile
            unpack(model_.form, (*data)[i], vector);
            if (auto done = graph_->add(some[i], vector); !done) return done;
            changed_ = true;
        }
    }
    return {};
}

Result<void> VectorIndex::save() {
    const std::shared_lock lock(mutex_);
    if (!changed_ || file_.empty()) return {};
    auto saved = graph_->save(file_);
    if (saved) changed_ = false;
    return saved;
}

std::size_t VectorIndex::size() const {
    const std::shared_lock lock(mutex_);
    return graph_->size();
}

Result<std::vector<ScoredChunk>> VectorIndex::search(LibraryStore& store, std::span<const float> query,
                                                     int count,
                                                     const std::optional<std::vector<ChunkId>>& among) {
    if (query.size() != static_cast<std::size_t>(model_.width))
        return base::fail(ErrorCode::InvalidInput,
                          "The question's vector is of another model than the index.");
    const bool exact = model_.form == VectorForm::Int8;  // the graph's scores are those of the store
    std::vector<ScoredChunk> found = nearly(query, exact ? count : count + count / 2 + 10, among);
    if (!exact)
        if (auto done = rescore(store, query, found); !done) return tl::unexpected<base::Error>(done.error());
    if (found.size() > static_cast<std::size_t>(count)) found.resize(static_cast<std::size_t>(count));
    return found;
}

std::vector<ScoredChunk> VectorIndex::nearly(std::span<const float> query, int count,
                                             const std::optional<std::vector<ChunkId>>& among) const {
    if (query.size() != static_cast<std::size_t>(model_.width)) return {};
    const std::shared_lock lock(mutex_);
    const int effort = std::max(kEffort, count);
    return among ? graph_->searchAmong(query, count, effort, *among) : graph_->search(query, count, effort);
}

std::vector<double> VectorIndex::similarities(std::span<const float> query,
                                              std::span<const ChunkId> ids) const {
    if (query.size() != static_cast<std::size_t>(model_.width)) return std::vector<double>(ids.size(), 0.0);
    const std::shared_lock lock(mutex_);
    return graph_->similarities(query, ids);
}

Result<void> VectorIndex::rescore(LibraryStore& store, std::span<const float> query,
                                  std::vector<ScoredChunk>& found) const {
    std::vector<ChunkId> ids;
    for (const ScoredChunk& chunk : found) ids.push_back(chunk.id);
    const auto data = store.vectors(model_.id, ids);
    if (!data) return tl::unexpected<base::Error>(data.error());
    for (std::size_t i = 0; i < ids.size(); ++i)
        if ((*data)[i].size() == packedSize(model_.form, model_.width))
            found[i].score = static_cast<double>(dot(model_.form, query, (*data)[i]));
    std::stable_sort(found.begin(), found.end(),
                     [](const ScoredChunk& a, const ScoredChunk& b) { return a.score > b.score; });
    return {};
}

}  // namespace hearth::rag
