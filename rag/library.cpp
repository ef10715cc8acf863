#include "rag/library.h"

#include "index/vector_index.h"
#include "rag/indexing.h"

namespace hearth::rag {

using base::Result;

namespace {

// Exact enough for scores, in half the room.
constexpr VectorForm kForm = VectorForm::Float16;

}  // namespace

Library::Library(std::unique_ptr<LibraryStore> store) : store_(std::move(store)) {}

Library::~Library() = default;

Result<Library::Side> Library::sideOf(std::unique_ptr<TextEmbedder> embedder) {
    auto model = store_->vectorModel(embedder->name(), embedder->width(), kForm);
    if (!model) return tl::unexpected<base::Error>(model.error());
    return Side{std::move(embedder), std::move(*model), nullptr, 0};
}

Result<std::unique_ptr<Library>> Library::open(const std::string& database, const std::string& graph,
                                               std::unique_ptr<TextEmbedder> embedder,
                                               const base::CancelToken& cancel) {
    auto store = LibraryStore::open(database);
    if (!store) return tl::unexpected<base::Error>(store.error());
    std::unique_ptr<Library> library(new Library(std::move(*store)));
    library->graph_ = graph;
    auto side = library->sideOf(std::move(embedder));
    if (!side) return tl::unexpected<base::Error>(side.error());
    library->now_ = std::move(*side);
    auto index = VectorIndex::open(*library->store_, library->now_.model, graph, cancel);
    if (!index) return tl::unexpected<base::Error>(index.error());
    library->now_.index = std::move(*index);
    return library;
}

Result<void> Library::replaceEmbedder(std::unique_ptr<TextEmbedder> embedder) {
    if (embedder->name() == now_.model.name) {
        next_.reset();
        return {};
    }
    auto side = sideOf(std::move(embedder));
    if (!side) return tl::unexpected<base::Error>(side.error());
    next_ = std::move(*side);
    return {};
}

Result<bool> Library::catchUp(int count, const base::CancelToken& cancel) {
    Side& side = next_ ? *next_ : now_;
    const auto some = embedSome(*store_, *side.embedder, side.model, count, side.after, cancel);
    if (!some) return tl::unexpected<base::Error>(some.error());
    if (*some > 0) return true;
    side.after = 0;  // what is put in again has higher ids, but another program may have been here too
    if (!next_) {
        if (auto done = now_.index->refresh(*store_, cancel); !done)
            return tl::unexpected<base::Error>(done.error());
        if (auto done = store_->answerWith(now_.model.id); !done)
            return tl::unexpected<base::Error>(done.error());
        return false;
    }
    auto index = VectorIndex::open(*store_, side.model, graph_, cancel);
    if (!index) return tl::unexpected<base::Error>(index.error());
    side.index = std::move(*index);
    if (auto done = store_->answerWith(side.model.id); !done)
        return tl::unexpected<base::Error>(done.error());
    now_ = std::move(side);
    next_.reset();
    return false;
}

Result<void> Library::saveGraph() {
    return now_.index->save();
}

Result<void> Library::refresh(const base::CancelToken& cancel) {
    return now_.index->refresh(*store_, cancel);
}

Result<std::int64_t> Library::waiting() {
    return store_->countWithoutVectors(next_ ? next_->model.id : now_.model.id);
}

Result<Retrieval> Library::find(const RetrievalRequest& request, const base::CancelToken& cancel) {
    RetrievalRequest kept = request;
    if (kept.filter.folders.empty()) {
        const auto attached = store_->attachedConversations();
        if (!attached) return tl::unexpected<base::Error>(attached.error());
        if (!attached->empty()) kept.filter.folders = {"/"};  // where all that is in folders is
    }
    return Retriever(*store_, now_.index.get(), now_.embedder.get()).find(kept, cancel);
}

}  // namespace hearth::rag
