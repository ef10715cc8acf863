#include "documents/sentence_choice.h"

#include <algorithm>
#include <numeric>

#include "documents/answer_cue.h"
#include "documents/word_weights.h"
#include "rag/sentences.h"

namespace hearth::agent::documents {

using base::Result;

namespace {

// Measured by `hearth eval answers` on the collection "chunking".
constexpr double kMeaning = 0.4;      // of the vectors, beside the words' 1
constexpr double kCue = 0.2;          // for naming a thing of the kind that is asked for
constexpr double kNeighbours = 0.35;  // of words that stand in the sentence before or behind
constexpr std::size_t kFewestBytes = 12;

struct Choice {
    std::size_t passage;
    rag::Sentence sentence;
    Stems stems;
    std::string text;
};

double dot(const std::vector<float>& a, const std::vector<float>& b) {
    return a.size() == b.size() ? std::inner_product(a.begin(), a.end(), b.begin(), 0.0) : 0;
}

std::vector<Choice> choicesOf(const std::vector<Passage>& passages) {
    std::vector<Choice> out;
    for (std::size_t i = 0; i < passages.size(); ++i) {
        const std::string& text = passages[i].chunk().text;
        for (const rag::Sentence& sentence : rag::sentencesOf(text)) {
            std::string words = text.substr(sentence.begin, sentence.end - sentence.begin);
            if (words.size() < kFewestBytes || words.back() == '?') continue;
            out.push_back({i, sentence, stemsOf(words), std::move(words)});
        }
    }
    return out;
}

// The words of the sentences beside it in its passage.
Stems around(const std::vector<Choice>& choices, std::size_t i) {
    Stems out;
    if (i > 0 && choices[i - 1].passage == choices[i].passage)
        out.insert(choices[i - 1].stems.begin(), choices[i - 1].stems.end());
    if (i + 1 < choices.size() && choices[i + 1].passage == choices[i].passage)
        out.insert(choices[i + 1].stems.begin(), choices[i + 1].stems.end());
    out.insert(choices[i].stems.begin(), choices[i].stems.end());
    return out;
}

}  // namespace

Result<void> markSentences(std::vector<Passage>& passages, const std::string& question, PassageFinder& finder,
                           const base::CancelToken& cancel) {
    const std::vector<Choice> choices = choicesOf(passages);
    if (choices.empty()) return {};
    std::vector<std::string> texts{question};
    for (const Choice& choice : choices) texts.push_back(choice.text);
    const auto vectors = finder.embed(texts, cancel);
    if (!vectors) return tl::unexpected(vectors.error());
    WordWeights weights(finder);
    const std::vector<Term> wanted = termsOf(question);
    const AnswerCue cue = cueOf(question);
    std::vector<double> best(passages.size(), -1);
    for (std::size_t i = 0; i < choices.size(); ++i) {
        const Choice& choice = choices[i];
        const double own = weights.coverage(wanted, choice.stems);
        const double score = own + kNeighbours * (weights.coverage(wanted, around(choices, i)) - own) +
                             kMeaning * dot((*vectors)[0], (*vectors)[i + 1]) +
                             (names(cue, choice.text) ? kCue : 0);
        if (score <= best[choice.passage]) continue;
        best[choice.passage] = score;
        passages[choice.passage].markBegin = choice.sentence.begin;
        passages[choice.passage].markEnd = choice.sentence.end;
    }
    for (std::size_t i = 0; i < passages.size(); ++i) passages[i].relevance += std::max(0.0, best[i]);
    std::stable_sort(passages.begin(), passages.end(),
                     [](const Passage& a, const Passage& b) { return a.relevance > b.relevance; });
    return {};
}

}  // namespace hearth::agent::documents
