#include "rag/retrieval_evaluation.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <map>
#include <set>

#include "evaluation/collection.h"
#include "index/vector_index.h"
#include "rag/chunker.h"
#include "rag/indexing.h"
#include "rag/library_store.h"
#include "rag/retriever.h"

namespace hearth::rag {

using base::Result;

namespace {

constexpr std::size_t kDepth = 20;

tl::unexpected<base::Error> broken(const base::Error& error) {
    return tl::unexpected<base::Error>(error);
}

std::string pathOf(const CollectionDocument& document) {
    return "/" + (document.group.empty() ? "document/" + document.id : "group/" + document.group);
}

// A record's own bytes that a passage stands for.
struct Origin {
    std::string record;
    std::size_t begin = 0;
    std::size_t end = 0;
};

// A line that is only a heading: "# Title", or "= Title =" as wikis have it. 0: none.
int headingLevel(std::string_view line, std::string& title) {
    const std::size_t first = line.find_first_not_of(' ');
    const std::size_t last = line.find_last_not_of(" \r");
    if (first == std::string_view::npos) return 0;
    line = line.substr(first, last - first + 1);
    const char mark = line.front();
    if ((mark != '#' && mark != '=') || line.size() > 120) return 0;
    const std::size_t text = line.find_first_not_of("#= ");
    if (text == std::string_view::npos || (mark == '=' && line.back() != '=') || line[text - 1] != ' ')
        return 0;
    title = line.substr(text, line.find_last_not_of("= ") + 1 - text);
    return static_cast<int>(std::min<std::ptrdiff_t>(
        6, std::count(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(text), mark)));
}

// The records of one document, as blocks: its lines. Knows for each byte of the document's text which record
// it comes from.
class Assembly {
  public:
    explicit Assembly(std::string path) {
        parsed_.document.path = std::move(path);
        parsed_.document.kind = DocumentKind::Text;
    }

    void add(const CollectionDocument& record, bool grouped) {
        if (!grouped) parsed_.document.title = record.title;
        std::vector<std::string> headings;
        if (!record.title.empty()) headings.push_back(record.title);
        const std::size_t base = headings.size();
        for (std::size_t at = 0; at < record.text.size();) {
            const std::size_t end =
                grouped ? record.text.size() : std::min(record.text.find('\n', at), record.text.size());
            addLine(record, at, end, base, headings);
            at = end + 1;
        }
    }

    Result<void> store(LibraryStore& store, const TextEmbedder& embedder, bool grouped,
                       std::map<std::pair<std::string, std::uint32_t>, Origin>& origins) const {
        const TokenCounter counter = [&](std::string_view text) { return embedder.countTokens(text); };
        const std::vector<Chunk> chunks = grouped ? oneEach() : chunk(parsed_, counter);
        for (const Chunk& c : chunks) origins[{c.path, c.ordinal}] = originOf(c);
        return store.put(parsed_, chunks);
    }

  private:
    void addLine(const CollectionDocument& record, std::size_t begin, std::size_t end, std::size_t base,
                 std::vector<std::string>& headings) {
        const std::string text = record.text.substr(begin, end - begin);
        if (text.find_first_not_of(" \t\r\n") == std::string::npos) return;
        std::string title;
        Block block;
        block.headings = headings;
        block.text = text;
        if (const int level = headingLevel(text, title); level > 0) {
            block.kind = BlockKind::Heading;
            block.level = level;
            headings.resize(std::min(headings.size(), base + static_cast<std::size_t>(level) - 1));
            block.headings = headings;
            headings.push_back(title);
        }
        block.begin = at_;
        block.end = at_ + text.size();
        at_ = block.end + 1;
        origins_.push_back({record.id, begin, end});
        parsed_.blocks.push_back(std::move(block));
    }

    // Records of a group are passages already.
    std::vector<Chunk> oneEach() const {
        std::vector<Chunk> out;
        for (const Block& block : parsed_.blocks) {
            Chunk chunk;
            chunk.path = parsed_.document.path;
            chunk.ordinal = static_cast<std::uint32_t>(out.size());
            chunk.text = block.text;
            chunk.headings = block.headings;
            chunk.begin = block.begin;
            chunk.end = block.end;
            out.push_back(std::move(chunk));
        }
        return out;
    }

    Origin originOf(const Chunk& chunk) const {
        Origin out;
        for (std::size_t i = 0; i < parsed_.blocks.size(); ++i) {
            const Block& block = parsed_.blocks[i];
            if (block.end <= chunk.begin || block.begin >= chunk.end) continue;
            const std::size_t skipped = chunk.begin > block.begin ? chunk.begin - block.begin : 0;
            const std::size_t left = block.end > chunk.end ? block.end - chunk.end : 0;
            if (out.record.empty()) out = {origins_[i].record, origins_[i].begin + skipped, 0};
            out.end = origins_[i].end - left;
        }
        return out;
    }

    ParsedDocument parsed_;
    std::vector<Origin> origins_;  // of each block
    std::uint64_t at_ = 0;
};

struct Indexed {
    std::map<ChunkId, Origin> origins;
    int passages = 0;
};

Result<Indexed> index(LibraryStore& store, const TextEmbedder& embedder, const Collection& collection) {
    std::map<std::string, Assembly> documents;
    std::map<std::string, bool> grouped;
    std::vector<std::string> order;
    for (const CollectionDocument& record : collection.documents) {
        const std::string path = pathOf(record);
        const auto [place, isNew] = documents.try_emplace(path, path);
        if (isNew) order.push_back(path);
        grouped[path] = !record.group.empty();
        place->second.add(record, grouped[path]);
    }
    std::map<std::pair<std::string, std::uint32_t>, Origin> byPlace;
    for (const std::string& path : order)
        if (auto done = documents.at(path).store(store, embedder, grouped[path], byPlace); !done)
            return broken(done.error());
    const auto ids = store.idsWithin({});
    if (!ids) return broken(ids.error());
    const auto chunks = store.chunks(*ids);
    if (!chunks) return broken(chunks.error());
    Indexed out;
    for (const StoredChunk& chunk : *chunks)
        out.origins[chunk.id] = byPlace[{chunk.chunk.path, chunk.chunk.ordinal}];
    out.passages = static_cast<int>(ids->size());
    return out;
}

// What a ranking is judged by: passages where there are spans, else records.
class Judge {
  public:
    Judge(const Collection& collection, const Indexed& indexed) : collection_(collection), indexed_(indexed) {
        for (const auto& [id, origin] : indexed.origins) ofRecord_[origin.record].push_back(id);
    }

    std::set<std::string> relevant(const std::string& query) const {
        std::set<std::string> out;
        for (const Judgement& judgement : collection_.judgements.at(query)) {
            if (!collection_.hasSpans) {
                out.insert(judgement.document);
                continue;
            }
            const auto passages = ofRecord_.find(judgement.document);
            if (passages == ofRecord_.end()) continue;
            for (const ChunkId id : passages->second)
                if (holds(indexed_.origins.at(id), judgement)) out.insert(std::to_string(id));
        }
        return out;
    }

    // The first kDepth units of a ranking, each once.
    std::vector<std::string> units(const std::vector<ChunkId>& ranking) const {
        std::vector<std::string> out;
        for (const ChunkId id : ranking) {
            std::string unit = collection_.hasSpans ? std::to_string(id) : indexed_.origins.at(id).record;
            if (std::find(out.begin(), out.end(), unit) == out.end()) out.push_back(std::move(unit));
        }
        if (out.size() > kDepth) out.resize(kDepth);
        return out;
    }

  private:
    static bool holds(const Origin& origin, const Judgement& judgement) {
        return judgement.spans.empty() ||
               std::any_of(judgement.spans.begin(), judgement.spans.end(), [&](const auto& span) {
                   return span.first < origin.end && span.second > origin.begin;
               });
    }

    const Collection& collection_;
    const Indexed& indexed_;
    std::map<std::string, std::vector<ChunkId>> ofRecord_;
};

// Sums over queries.
struct Tally {
    RetrievalScores sums;
    std::vector<double> times;
    int queries = 0;

    void add(const std::vector<std::string>& ranking, const std::set<std::string>& relevant,
             double milliseconds) {
        double gain = 0;
        double ideal = 0;
        std::size_t hits = 0;
        for (std::size_t i = 0; i < ranking.size(); ++i) {
            if (!relevant.contains(ranking[i])) continue;
            if (i < 10) gain += 1 / std::log2(static_cast<double>(i) + 2);
            if (hits++ == 0) sums.mrr += 1 / (static_cast<double>(i) + 1);
        }
        for (std::size_t i = 0; i < std::min<std::size_t>(10, relevant.size()); ++i)
            ideal += 1 / std::log2(static_cast<double>(i) + 2);
        sums.ndcg10 += gain / ideal;
        sums.recall20 += static_cast<double>(hits) / static_cast<double>(relevant.size());
        times.push_back(milliseconds);
        ++queries;
    }

    RetrievalScores mean() {
        RetrievalScores out = sums;
        const double n = std::max(1, queries);
        out.ndcg10 /= n, out.recall20 /= n, out.mrr /= n;
        if (times.empty()) return out;
        const auto at = times.begin() + static_cast<std::ptrdiff_t>((times.size() - 1) * 95 / 100);
        std::nth_element(times.begin(), at, times.end());
        out.latencyMsP95 = *at;
        return out;
    }
};

template <typename T>
std::vector<ChunkId> idsOf(const std::vector<T>& found) {
    std::vector<ChunkId> out;
    for (const auto& chunk : found) out.push_back(chunk.id);
    return out;
}

struct Ranking {
    std::vector<ChunkId> ids;
    double milliseconds = 0;
};

// The hybrid ranking is judged before passages that say the same as another are left out: judgements name one
// place of several that do. The time is that of a whole question all the same.
Result<Ranking> search(Retriever& retriever, const std::string& method, const CollectionQuery& query,
                       const SearchFilter& filter, const base::CancelToken& cancel) {
    constexpr int kPassages = 100;  // several may be of one record
    const auto begin = std::chrono::steady_clock::now();
    const auto elapsed = [&] {
        const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
        return took.count();
    };
    if (method != "hybrid") {
        const auto found = method == "bm25" ? retriever.byWords(query.text, filter, kPassages)
                                            : retriever.byVectors(query.text, filter, kPassages, cancel);
        if (!found) return broken(found.error());
        return Ranking{idsOf(*found), elapsed()};
    }
    const RetrievalRequest request{query.text, filter, 10, 0, readQuestion(query.text, 0)};
    const auto found = retriever.find(request, cancel);
    if (!found) return broken(found.error());
    const double milliseconds = elapsed();
    const auto ranked = retriever.ranked(request, kPassages, cancel);
    if (!ranked) return broken(ranked.error());
    return Ranking{idsOf(*ranked), milliseconds};
}

Result<void> measure(Retriever& retriever, const Collection& collection, const Judge& judge,
                     const RetrievalEvaluationOptions& options, RetrievalEvaluation& out) {
    const std::string methods[] = {"bm25", "vector", "hybrid"};
    std::vector<Tally> tallies(std::size(methods));
    for (std::size_t i = 0; i < tallies.size(); ++i) tallies[i].sums.method = methods[i];
    const std::size_t all = collection.queries.size();
    const std::size_t wanted =
        options.limit > 0 ? std::min(all, static_cast<std::size_t>(options.limit)) : all;
    for (std::size_t n = 0; n < wanted && !(out.stopped = options.cancel.cancelled()); ++n) {
        const CollectionQuery& query = collection.queries[n * all / wanted];
        const std::set<std::string> relevant = judge.relevant(query.id);
        if (relevant.empty()) continue;
        SearchFilter filter;
        if (!query.group.empty()) filter.folders.push_back("/group/" + query.group);
        for (Tally& tally : tallies) {
            const auto ranking = search(retriever, tally.sums.method, query, filter, options.cancel);
            if (!ranking) return broken(ranking.error());
            tally.add(judge.units(ranking->ids), relevant, ranking->milliseconds);
        }
        if (options.onProgress) options.onProgress(static_cast<int>(n + 1), static_cast<int>(wanted));
    }
    out.queries = tallies.front().queries;
    for (Tally& tally : tallies) out.methods.push_back(tally.mean());
    return {};
}

struct RemovedAtEnd {
    std::string path;
    bool keep;
    ~RemovedAtEnd() {
        if (keep) return;
        std::error_code ignored;
        for (const char* ending : {"", "-wal", "-shm"}) std::filesystem::remove(path + ending, ignored);
    }
};

}  // namespace

Result<RetrievalEvaluation> evaluateRetrieval(TextEmbedder& embedder,
                                              const RetrievalEvaluationOptions& options) {
    const auto collection = readCollection(options.data);
    if (!collection) return broken(collection.error());
    const RemovedAtEnd removed{options.workFile, options.keep};
    auto store = LibraryStore::open(options.workFile);
    if (!store) return broken(store.error());
    const auto indexed = index(**store, embedder, *collection);
    if (!indexed) return broken(indexed.error());
    const auto model = (*store)->vectorModel(embedder.name(), embedder.width(), VectorForm::Float16);
    if (!model) return broken(model.error());
    if (auto done = embedAll(**store, embedder, *model, options.cancel); !done) return broken(done.error());
    auto vectors = VectorIndex::open(**store, *model, "", options.cancel);
    if (!vectors) return broken(vectors.error());
    Retriever retriever(**store, vectors->get(), &embedder);
    RetrievalEvaluation out;
    out.documents = static_cast<int>(collection->documents.size());
    out.passages = indexed->passages;
    out.bySpans = collection->hasSpans;
    const Judge judge(*collection, *indexed);
    if (auto done = measure(retriever, *collection, judge, options, out); !done) return broken(done.error());
    return out;
}

}  // namespace hearth::rag
