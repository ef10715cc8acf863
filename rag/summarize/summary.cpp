#include "summarize/summary.h"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "rag/sentences.h"
#include "store/word_query.h"

namespace hearth::rag {

namespace {

constexpr std::size_t kFewestWords = 5;
constexpr std::size_t kLongestBytes = 400;
constexpr double kEarly = 0.15;       // what the first sentence has ahead of the last
constexpr double kRepetition = 0.85;  // cosine from which on two say the same

bool says(std::string_view text) {
    return text.size() <= kLongestBytes && queryWords(text).size() >= kFewestWords &&
           text.find(" | ") == std::string_view::npos;
}

double cosine(const std::vector<float>& a, const std::vector<float>& b) {
    if (a.size() != b.size()) return 0;
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

std::vector<double> centrality(const std::vector<SummaryCandidate>& candidates) {
    if (candidates.empty()) return {};
    std::vector<float> sum(candidates.front().vector.size());
    for (const SummaryCandidate& each : candidates)
        for (std::size_t i = 0; i < std::min(sum.size(), each.vector.size()); ++i) sum[i] += each.vector[i];
    const auto count = static_cast<double>(candidates.size());
    std::vector<double> out;
    for (std::size_t i = 0; i < candidates.size(); ++i)
        out.push_back(cosine(sum, candidates[i].vector) / count +
                      kEarly * (1 - static_cast<double>(i) / count));
    return out;
}

}  // namespace

std::vector<SummaryCandidate> summaryCandidates(const std::vector<StoredChunk>& chunks, std::size_t most) {
    std::vector<SummaryCandidate> all;
    for (const StoredChunk& chunk : chunks) {
        if (chunk.chunk.kind == BlockKind::Code || chunk.chunk.kind == BlockKind::MailHeader) continue;
        for (const Sentence& sentence : sentencesOf(chunk.chunk.text)) {
            const std::string text = chunk.chunk.text.substr(sentence.begin, sentence.end - sentence.begin);
            if (says(text)) all.push_back({text, {}, chunk.chunk.ordinal});
        }
    }
    if (all.size() <= most) return all;
    // All of the beginning, where a document says what it is about, then every so many.
    std::vector<SummaryCandidate> out(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(most / 4));
    const std::size_t rest = most - out.size();
    for (std::size_t i = 0; i < rest; ++i) out.push_back(all[most / 4 + i * (all.size() - most / 4) / rest]);
    return out;
}

std::vector<std::string> summarySentences(const std::vector<SummaryCandidate>& candidates,
                                          std::size_t count) {
    const std::vector<double> weights = centrality(candidates);
    std::vector<std::size_t> order(candidates.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return weights[a] > weights[b]; });
    std::vector<std::size_t> taken;
    for (const std::size_t i : order) {
        if (taken.size() == count) break;
        const bool again = std::any_of(taken.begin(), taken.end(), [&](std::size_t other) {
            return candidates[i].text == candidates[other].text ||
                   cosine(candidates[i].vector, candidates[other].vector) > kRepetition;
        });
        if (!again) taken.push_back(i);
    }
    std::sort(taken.begin(), taken.end());
    std::vector<std::string> out;
    for (const std::size_t i : taken) out.push_back(candidates[i].text);
    return out;
}

}  // namespace hearth::rag
