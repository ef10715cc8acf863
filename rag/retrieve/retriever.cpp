#include "rag/retriever.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>

#include "index/vector_index.h"
#include "retrieve/candidates.h"
#include "retrieve/selection.h"
#include "store/library_database.h"
#include "store/word_index.h"
#include "store/word_query.h"

namespace hearth::rag {

using base::Result;

namespace {

constexpr std::size_t kNumbersRead = 60;  // of the best, where a number is asked for
constexpr double kNumbers = 0.02;         // beside the words' 1
constexpr int kSpare = 3;                 // times as many passages are read as are wanted: some say the same
constexpr std::uint32_t kOverviewDocuments = 20;

tl::unexpected<base::Error> broken(const base::Error& error) {
    return tl::unexpected<base::Error>(error);
}

SearchFilter withTime(const SearchFilter& filter, const QuestionHints& hints) {
    SearchFilter out = filter;
    if (hints.from != 0) out.from = std::max(filter.from, hints.from);
    if (hints.until != 0) out.until = filter.until == 0 ? hints.until : std::min(filter.until, hints.until);
    return out;
}

// The folder of that name that a file lies in, the outermost; "" where there is none.
std::string folderNamed(const std::string& path, const std::string& name) {
    for (std::size_t begin = 1, end; (end = path.find('/', begin)) != std::string::npos; begin = end + 1) {
        std::string words;
        for (const std::string& word : queryWords(path.substr(begin, end - begin)))
            words += (words.empty() ? "" : " ") + word;
        const bool same =
            std::equal(words.begin(), words.end(), name.begin(), name.end(), [](char a, char b) {
                return std::tolower(static_cast<unsigned char>(a)) == static_cast<unsigned char>(b);
            });
        if (same) return path.substr(0, end);
    }
    return {};
}

}  // namespace

Result<std::vector<ScoredChunk>> Retriever::byWords(const std::string& question, const SearchFilter& filter,
                                                    int limit) {
    return store_.matchWords(question, limit, filter);
}

Result<std::vector<ScoredChunk>> Retriever::byVectors(const std::string& question, const SearchFilter& filter,
                                                      int limit, const base::CancelToken& cancel) {
    if (index_ == nullptr || embedder_ == nullptr) return std::vector<ScoredChunk>{};
    const auto vectors = embedder_->queries({&question, 1}, cancel);
    if (!vectors) return broken(vectors.error());
    const auto among = idsLetThrough(store_, filter);
    if (!among) return broken(among.error());
    return index_->search(store_, vectors->front(), limit, *among);
}

Result<std::vector<ScoredChunk>> Retriever::ranked(const RetrievalRequest& request, int limit,
                                                   const base::CancelToken& cancel) {
    std::vector<float> vector;
    const bool byMeaning = index_ != nullptr && embedder_ != nullptr;
    if (byMeaning) {
        auto vectors = embedder_->queries({&request.question, 1}, cancel);
        if (!vectors) return broken(vectors.error());
        vector = std::move(vectors->front());
    }
    auto candidates =
        gatherCandidates(store_, byMeaning ? index_ : nullptr, vector, request.question, request.filter);
    if (!candidates) return broken(candidates.error());
    std::erase_if(*candidates, [](const Candidate& c) { return c.words <= 0 && c.similarity <= 0; });
    fuse(*candidates);
    std::vector<ScoredChunk> out;
    for (const Candidate& candidate : *candidates)
        if (out.size() < static_cast<std::size_t>(limit)) out.push_back({candidate.id, candidate.score});
    if (request.hints.kind == QuestionKind::Number)
        if (auto done = preferNumbers(out); !done) return broken(done.error());
    return out;
}

Result<void> Retriever::preferNumbers(std::vector<ScoredChunk>& found) {
    std::vector<ChunkId> ids;
    for (const ScoredChunk& chunk : found)
        if (ids.size() < kNumbersRead) ids.push_back(chunk.id);
    const auto places = store_.places(ids);
    if (!places) return broken(places.error());
    std::map<ChunkId, bool> hasNumbers;
    for (const ChunkPlace& place : *places) hasNumbers[place.id] = place.hasNumbers;
    for (std::size_t i = 0; i < ids.size(); ++i)
        if (hasNumbers[found[i].id]) found[i].score += kNumbers;
    std::stable_sort(found.begin(), found.end(),
                     [](const ScoredChunk& a, const ScoredChunk& b) { return a.score > b.score; });
    return {};
}

Result<Retrieval> Retriever::find(const RetrievalRequest& request, const base::CancelToken& cancel) {
    const auto snapshot = Snapshot::of(store_.words().database());
    if (!snapshot) return broken(snapshot.error());
    Retrieval out;
    out.kind = request.hints.kind;
    RetrievalRequest narrowed = request;
    narrowed.filter = withTime(request.filter, request.hints);
    const int candidates = std::max(1, request.limit) * kSpare;
    const bool named = !request.hints.folder.empty();
    if (named) {
        const auto kept = keepToFolder(request.hints.folder, narrowed.filter);
        if (!kept) return broken(kept.error());
        out.folderIgnored = !*kept;
    }
    auto found = ranked(narrowed, candidates, cancel);
    const bool timed = request.hints.from != 0 || request.hints.until != 0;
    if (found && found->empty() && (timed || named)) {
        out.timeIgnored = timed;
        out.folderIgnored = named;
        found = ranked(request, candidates, cancel);
    }
    if (!found) return broken(found.error());
    out.found = static_cast<int>(found->size());

    if (auto done = choose(request, *found, out); !done) return broken(done.error());
    if (auto done = addNeighbours(out); !done) return broken(done.error());
    if (auto done = addOverview(request, out); !done) return broken(done.error());
    return out;
}

// False: there is no folder of that name where the filter looks.
Result<bool> Retriever::keepToFolder(const std::string& name, SearchFilter& filter) {
    std::vector<std::string> looked = filter.folders;
    if (looked.empty()) looked.emplace_back("/");
    std::set<std::string> folders;
    for (const std::string& top : looked) {
        const auto known = store_.knownUnder(top);
        if (!known) return broken(known.error());
        for (const KnownDocument& document : *known)
            if (std::string folder = folderNamed(document.path, name); !folder.empty())
                folders.insert(
                    std::max(std::move(folder), top, [](const std::string& a, const std::string& b) {
                        return a.size() < b.size();  // no wider than what the filter lets through
                    }));
    }
    if (folders.empty()) return false;
    filter.folders.assign(folders.begin(), folders.end());
    return true;
}

// The passages to give, of those that were found.
Result<void> Retriever::choose(const RetrievalRequest& request, const std::vector<ScoredChunk>& found,
                               Retrieval& out) {
    const std::size_t wanted = static_cast<std::size_t>(request.limit) * (request.diversity > 0 ? kSpare : 1);
    std::vector<StoredChunk> kept;
    std::vector<double> scores;
    SaidBefore said;
    for (std::size_t at = 0; at < found.size() && kept.size() < wanted; at += wanted) {
        std::vector<ChunkId> ids;
        std::map<ChunkId, double> scoreOf;
        for (std::size_t i = at; i < std::min(found.size(), at + wanted); ++i) {
            ids.push_back(found[i].id);
            scoreOf[found[i].id] = found[i].score;
        }
        auto chunks = store_.chunks(ids);
        if (!chunks) return broken(chunks.error());
        for (StoredChunk& chunk : *chunks) {
            if (!said.isNew(chunk.chunk.text)) continue;
            scores.push_back(scoreOf[chunk.id]);
            kept.push_back(std::move(chunk));
        }
    }
    std::vector<std::vector<float>> vectors;
    if (auto done = vectorsOf(kept, request.diversity, vectors); !done) return done;
    for (const std::size_t i : diversified(scores, vectors, request.diversity))
        if (out.passages.size() < static_cast<std::size_t>(request.limit))
            out.passages.push_back({kept[i], scores[i], {}, {}});
    return {};
}

// Only where they are wanted for diversity.
Result<void> Retriever::vectorsOf(const std::vector<StoredChunk>& chunks, double diversity,
                                  std::vector<std::vector<float>>& out) {
    out.assign(chunks.size(), {});
    if (diversity <= 0 || index_ == nullptr) return {};
    std::vector<ChunkId> ids;
    for (const StoredChunk& chunk : chunks) ids.push_back(chunk.id);
    const VectorModel& model = index_->model();
    const auto data = store_.vectors(model.id, ids);
    if (!data) return broken(data.error());
    for (std::size_t i = 0; i < ids.size(); ++i) {
        if ((*data)[i].size() != packedSize(model.form, model.width)) continue;
        out[i].resize(static_cast<std::size_t>(model.width));
        unpack(model.form, (*data)[i], out[i]);
    }
    return {};
}

Result<void> Retriever::addNeighbours(Retrieval& out) {
    for (FoundPassage& passage : out.passages) {
        const Chunk& chunk = passage.chunk.chunk;
        const auto read = [&](std::uint32_t ordinal, std::optional<StoredChunk>& into) -> Result<void> {
            auto found = store_.chunksOf(passage.chunk.document, ordinal, ordinal);
            if (!found) return broken(found.error());
            if (!found->empty()) into = std::move(found->front());
            return {};
        };
        if (chunk.beginsInside && chunk.ordinal > 0)
            if (auto done = read(chunk.ordinal - 1, passage.before); !done) return done;
        if (chunk.endsInside)
            if (auto done = read(chunk.ordinal + 1, passage.after); !done) return done;
    }
    return {};
}

// The documents that the passages come from stand first among those that are in the folders asked about.
Result<void> Retriever::addOverview(const RetrievalRequest& request, Retrieval& out) {
    const auto searched = store_.countDocuments(request.filter);
    if (!searched) return broken(searched.error());
    out.documentsSearched = *searched;
    if (request.hints.kind != QuestionKind::Overview) return {};
    auto documents = store_.documents(request.filter);
    if (!documents) return broken(documents.error());
    std::map<std::int64_t, std::size_t> rank;
    for (std::size_t i = 0; i < out.passages.size(); ++i) rank.emplace(out.passages[i].chunk.document, i);
    const auto place = [&](const StoredDocument& d) {
        return rank.contains(d.id) ? rank[d.id] : rank.size() + 1000;
    };
    std::stable_sort(documents->begin(), documents->end(),
                     [&](const StoredDocument& a, const StoredDocument& b) { return place(a) < place(b); });
    if (documents->size() > kOverviewDocuments) documents->resize(kOverviewDocuments);
    out.overview = std::move(*documents);
    return {};
}

}  // namespace hearth::rag
