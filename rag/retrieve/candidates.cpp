#include "retrieve/candidates.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "index/vector_index.h"
#include "store/word_index.h"
#include "store/word_ranking.h"

namespace hearth::rag {

using base::Result;

namespace {

constexpr std::size_t kByWords = 200;
constexpr int kByVectors = 100;
constexpr std::size_t kMost = 3000;       // with what stands around
constexpr std::size_t kFewEnough = 2000;  // to be looked at all

tl::unexpected<base::Error> broken(const base::Error& error) {
    return tl::unexpected<base::Error>(error);
}

std::vector<ChunkId> idsOf(const std::vector<ChunkRow>& rows, std::span<const std::uint8_t> allowed) {
    std::vector<ChunkId> out;
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (allowed[i] != 0) out.push_back(rows[i].id);
    return out;
}

// Rows that were taken, each once.
class Pool {
  public:
    explicit Pool(const std::vector<ChunkRow>& rows) : rows_(rows), in_(rows.size(), 0) {}

    void take(std::size_t row) {
        if (std::exchange(in_[row], std::uint8_t{1}) == 0) taken_.push_back(static_cast<std::uint32_t>(row));
    }
    // What stands around those taken so far that are short, the first taken first.
    void takeSurroundings() {
        const std::size_t found = taken_.size();
        for (std::size_t i = 0; i < found; ++i) {
            if (needOfSurroundings(static_cast<double>(rows_[taken_[i]].usualLength)) <= 0) continue;
            takeAlong(taken_[i], 1);
            takeAlong(taken_[i], -1);
        }
    }
    const std::vector<std::uint32_t>& taken() const { return taken_; }

  private:
    void takeAlong(std::size_t from, std::ptrdiff_t step) {
        const ChunkRow& start = rows_[from];
        for (std::size_t at = from + static_cast<std::size_t>(step);
             at < rows_.size() && taken_.size() < kMost; at += static_cast<std::size_t>(step)) {
            if (rows_[at].document != start.document) return;
            if (std::abs(rows_[at].middle() - start.middle()) > FusionWeights{}.reach) return;
            take(at);
        }
    }

    const std::vector<ChunkRow>& rows_;
    std::vector<std::uint8_t> in_;
    std::vector<std::uint32_t> taken_;
};

std::vector<float> sum(const std::vector<float>& a, const std::vector<float>& b) {
    std::vector<float> out(a);
    for (std::size_t i = 0; i < out.size(); ++i) out[i] += b[i];
    return out;
}

void takeFound(Pool& pool, const WordIndex& words, const VectorIndex* index, std::span<const float> vector,
               const WordRanking& ranking, std::span<const std::uint8_t> allowed) {
    if (!allowed.empty() &&
        std::count(allowed.begin(), allowed.end(), 1) <= static_cast<std::ptrdiff_t>(kFewEnough)) {
        for (std::size_t row = 0; row < allowed.size(); ++row)
            if (allowed[row] != 0) pool.take(row);
        return;
    }
    for (const std::uint32_t row : bestRows(sum(ranking.topicScores(), ranking.pairScores()), kByWords))
        pool.take(row);
    if (index != nullptr) {
        std::optional<std::vector<ChunkId>> among;
        if (!allowed.empty()) among = idsOf(words.rows(), allowed);
        for (const ScoredChunk& chunk : index->nearly(vector, kByVectors, among))
            if (words.has(chunk.id)) pool.take(words.rowFrom(chunk.id));
    }
    pool.takeSurroundings();
}

Candidate candidateOf(const ChunkRow& row) {
    Candidate out;
    out.id = row.id;
    out.document = row.document;
    out.middle = row.middle();
    out.length = row.length();
    out.usualLength = static_cast<double>(row.usualLength);
    return out;
}

// The better of the passages before and behind, of the same document.
double wordsBeside(const std::vector<ChunkRow>& rows, const std::vector<float>& scores, std::uint32_t row) {
    float best = 0;
    if (row > 0 && rows[row - 1].document == rows[row].document) best = scores[row - 1];
    if (row + 1 < rows.size() && rows[row + 1].document == rows[row].document)
        best = std::max(best, scores[row + 1]);
    return static_cast<double>(best);
}

}  // namespace

Result<std::optional<std::vector<ChunkId>>> idsLetThrough(LibraryStore& store, const SearchFilter& filter) {
    std::optional<std::vector<ChunkId>> out;
    if (filter.empty()) return out;
    if (auto done = store.words().refresh(); !done) return broken(done.error());
    const auto allowed = store.words().allowed(filter);
    if (!allowed) return broken(allowed.error());
    out = idsOf(store.words().rows(), *allowed);
    return out;
}

Result<std::vector<Candidate>> gatherCandidates(LibraryStore& store, VectorIndex* index,
                                                std::span<const float> vector, const std::string& question,
                                                const SearchFilter& filter) {
    WordIndex& words = store.words();
    if (auto done = words.refresh(); !done) return broken(done.error());
    const auto allowed = words.allowed(filter);
    if (!allowed) return broken(allowed.error());
    const auto ranking = WordRanking::make(words, question, *allowed);
    if (!ranking) return broken(ranking.error());
    Pool pool(words.rows());
    takeFound(pool, words, index, vector, *ranking, *allowed);

    const std::vector<float>& scores = ranking->topicScores();
    const float best = scores.empty() ? 0 : *std::max_element(scores.begin(), scores.end());
    const double share = 1 / std::max(1e-9, static_cast<double>(best));
    std::vector<Candidate> out;
    std::vector<ChunkId> ids;
    for (const std::uint32_t row : pool.taken()) {
        Candidate candidate = candidateOf(words.rows()[row]);
        candidate.words = static_cast<double>(scores[row]) * share;
        candidate.pairs = static_cast<double>(ranking->pairScores()[row]) * share;
        candidate.beside = wordsBeside(words.rows(), scores, row) * share;
        if (ranking->scores()[row] > 0) candidate.evidence = ranking->evidence(row);
        ids.push_back(candidate.id);
        out.push_back(candidate);
    }
    if (index == nullptr) return out;
    const std::vector<double> similarities = index->similarities(vector, ids);
    for (std::size_t i = 0; i < out.size(); ++i) out[i].similarity = similarities[i];
    return out;
}

}  // namespace hearth::rag
