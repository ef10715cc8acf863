#include "documents/search.h"

#include <algorithm>

#include "documents/sentence_choice.h"
#include "documents/word_weights.h"

namespace hearth::agent::documents {

using base::Result;

namespace {

constexpr int kPassages = 12;
// Of the vectors, and of how well finding ranks it as a share of the best, beside the words' 1; tuned on half
// of the questions of docs/documents.md.
constexpr double kSimilarity = 1.0;
constexpr double kRank = 1.0;
constexpr std::size_t kWordsOfAWholeQuestion = 3;

rag::RetrievalRequest requestFor(const std::string& question, const DocumentScope& scope, std::int64_t now) {
    rag::RetrievalRequest out;
    out.question = question;
    out.limit = kPassages;
    out.hints = rag::readQuestion(question, now);
    out.filter.folders = scope.folders;
    out.filter.from = scope.from;
    out.filter.until = scope.until;
    return out;
}

Result<void> weigh(std::vector<Passage>& passages, const std::string& question, PassageFinder& finder,
                   const base::CancelToken& cancel) {
    std::vector<rag::ChunkId> ids;
    for (const Passage& passage : passages) ids.push_back(passage.found.chunk.id);
    const auto similar = finder.similarities(question, ids, cancel);
    if (!similar) return tl::unexpected(similar.error());
    WordWeights weights(finder);
    const std::vector<Term> wanted = termsOf(question);
    for (std::size_t i = 0; i < passages.size(); ++i) {
        const double near = i < similar->size() ? std::max(0.0, (*similar)[i]) : 0;
        passages[i].relevance =
            weights.coverage(wanted, stemsOf(withHeadings(passages[i]))) + kSimilarity * near;
    }
    return {};
}

// Which passages have to do with the question is told before; this is about their order.
void preferBestFound(std::vector<Passage>& passages) {
    double best = 1e-9;
    for (const Passage& passage : passages) best = std::max(best, passage.found.score);
    for (Passage& passage : passages) passage.relevance += kRank * passage.found.score / best;
}

}  // namespace

Result<Finding> search(PassageFinder& finder, const std::string& question, const DocumentScope& scope,
                       std::int64_t now, const base::CancelToken& cancel) {
    auto found = finder.find(requestFor(question, scope, now), cancel);
    if (!found) return tl::unexpected(found.error());
    Finding out;
    out.kind = found->kind;
    out.overview = std::move(found->overview);
    out.state.folders = scope.folders;
    out.state.documentsSearched = found->documentsSearched;
    out.state.timeIgnored = found->timeIgnored;
    for (rag::FoundPassage& passage : found->passages) out.passages.push_back({std::move(passage), 0, 0, 0});
    if (auto done = weigh(out.passages, question, finder, cancel); !done) return tl::unexpected(done.error());
    std::erase_if(out.passages, [](const Passage& passage) { return passage.relevance < kRelevant; });
    preferBestFound(out.passages);
    if (auto done = markSentences(out.passages, question, finder, cancel); !done)
        return tl::unexpected(done.error());
    out.state.found = static_cast<int>(out.passages.size());
    return out;
}

std::string wholeQuestion(const Request& request) {
    if (termsOf(request.text).size() >= kWordsOfAWholeQuestion) return request.text;
    for (auto message = request.history.rbegin(); message != request.history.rend(); ++message)
        if (message->role == Message::Role::User) return message->text + "\n" + request.text;
    return request.text;
}

}  // namespace hearth::agent::documents
