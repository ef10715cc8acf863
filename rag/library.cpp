#include "rag/library.h"

#include <algorithm>

#include "index/vector_index.h"
#include "rag/indexing.h"
#include "summarize/summary.h"

namespace hearth::rag {

using base::Result;

namespace {

// Exact enough for scores, in half the room.
constexpr VectorForm kForm = VectorForm::Float16;
// Of a document, for its summary.
constexpr std::uint32_t kMostRead = 2000;     // chunks
constexpr std::size_t kMostCandidates = 400;  // sentences
constexpr std::size_t kSummarySentences = 5;

std::string onOneLine(std::string text) {
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
}

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
                                               const base::CancelToken& cancel,
                                               std::shared_ptr<privacy::Egress> wayOut) {
    auto store = LibraryStore::open(database, std::move(wayOut));
    if (!store) return tl::unexpected<base::Error>(store.error());
    std::unique_ptr<Library> library(new Library(std::move(*store)));
    const auto suffix = library->store_->graphSuffix();
    if (!suffix) return tl::unexpected<base::Error>(suffix.error());
    library->graph_ = graph.empty() ? graph : graph + *suffix;
    auto side = library->sideOf(std::move(embedder));
    if (!side) return tl::unexpected<base::Error>(side.error());
    library->now_ = std::move(*side);
    auto index = VectorIndex::open(*library->store_, library->now_.model, library->graph_, cancel);
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

Result<std::string> Library::summaryOf(std::int64_t document, const base::CancelToken& cancel) {
    const auto chunks = store_->chunksOf(document, 0, kMostRead);
    if (!chunks) return tl::unexpected<base::Error>(chunks.error());
    std::vector<SummaryCandidate> candidates = summaryCandidates(*chunks, kMostCandidates);
    std::vector<std::string> texts;
    for (const SummaryCandidate& each : candidates) texts.push_back(each.text);
    auto vectors = now_.embedder->documents(texts, cancel);
    if (!vectors) return tl::unexpected<base::Error>(vectors.error());
    for (std::size_t i = 0; i < candidates.size(); ++i) candidates[i].vector = std::move((*vectors)[i]);
    std::string out;
    for (const std::string& sentence : summarySentences(candidates, kSummarySentences))
        out += (out.empty() ? "" : "\n") + onOneLine(sentence);
    // A document without a sentence: its first line stands for it.
    if (out.empty() && !chunks->empty())
        out = chunks->front().chunk.text.substr(0, chunks->front().chunk.text.find('\n'));
    return out.empty() ? "-" : out;
}

Result<bool> Library::summarizeSome(int count, const base::CancelToken& cancel) {
    const auto documents = store_->withoutSummary(count);
    if (!documents) return tl::unexpected<base::Error>(documents.error());
    for (const std::int64_t document : *documents) {
        const auto summary = summaryOf(document, cancel);
        if (!summary) return tl::unexpected<base::Error>(summary.error());
        if (auto done = store_->setSummary(document, *summary); !done)
            return tl::unexpected<base::Error>(done.error());
    }
    return !documents->empty();
}

Result<std::vector<double>> Library::similarities(const std::string& question, std::span<const ChunkId> ids,
                                                  const base::CancelToken& cancel) {
    const auto query = now_.embedder->queries({&question, 1}, cancel);
    if (!query) return tl::unexpected<base::Error>(query.error());
    const auto data = store_->vectors(now_.model.id, ids);
    if (!data) return tl::unexpected<base::Error>(data.error());
    std::vector<double> out;
    for (const auto& bytes : *data)
        out.push_back(bytes.size() == packedSize(now_.model.form, now_.model.width)
                          ? dot(now_.model.form, query->front(), bytes)
                          : 0);
    return out;
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
