#include "documents/support.h"

#include <algorithm>
#include <numeric>

#include "documents/word_weights.h"

namespace hearth::agent::documents {

using base::Result;

namespace {

constexpr double kMostWords = 0.55;   // of the weight of its words stand in the passage
constexpr double kSomeWords = 0.3;    // where the meaning is near besides
constexpr double kNearMeaning = 0.6;  // cosine

// What of a passage a sentence is compared with.
struct Ground {
    Stems stems;
    std::vector<std::string> numbers;
    std::vector<float> vector;
};

struct Claim {
    std::vector<Term> terms;
    std::vector<std::string> numbers;
    std::vector<std::string> names;
    std::vector<float> vector;
};

bool contains(const std::vector<std::string>& all, const std::string& one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

// Names and numbers must be there to the letter, in any of the grounds that are cited.
bool holdsNames(const Claim& claim, const std::vector<const Ground*>& grounds) {
    const auto anywhere = [&](const auto& has) {
        return std::any_of(grounds.begin(), grounds.end(),
                           [&](const Ground* ground) { return has(*ground); });
    };
    for (const std::string& number : claim.numbers)
        if (!anywhere([&](const Ground& ground) { return contains(ground.numbers, number); })) return false;
    for (const std::string& name : claim.names) {
        const Stems wanted = stemsOf(name);
        if (!anywhere([&](const Ground& ground) {
                return std::all_of(wanted.begin(), wanted.end(),
                                   [&](const std::string& stem) { return ground.stems.contains(stem); });
            }))
            return false;
    }
    return true;
}

bool supports(const Claim& claim, const std::vector<const Ground*>& grounds, WordWeights& weights) {
    if (grounds.empty() || !holdsNames(claim, grounds)) return false;
    Stems all;
    double near = 0;
    for (const Ground* ground : grounds) {
        all.insert(ground->stems.begin(), ground->stems.end());
        if (ground->vector.size() == claim.vector.size())
            near = std::max(near, std::inner_product(claim.vector.begin(), claim.vector.end(),
                                                     ground->vector.begin(), 0.0));
    }
    const double words = weights.coverage(claim.terms, all);
    return words >= kMostWords || (words >= kSomeWords && near >= kNearMeaning);
}

Result<std::vector<Ground>> groundsOf(PassageFinder& finder, const std::vector<Passage>& passages,
                                      const base::CancelToken& cancel) {
    std::vector<Ground> out;
    for (const Passage& passage : passages) {
        std::string text = withHeadings(passage);
        if (passage.found.before) text = passage.found.before->chunk.text + "\n" + text;
        if (passage.found.after) text += "\n" + passage.found.after->chunk.text;
        const auto vectors = finder.embed({&passage.chunk().text, 1}, cancel);
        if (!vectors) return tl::unexpected(vectors.error());
        out.push_back({stemsOf(text), numbersOf(text), vectors->front()});
    }
    return out;
}

}  // namespace

Result<void> checkSupport(PassageFinder& finder, std::vector<CitedSentence>& sentences,
                          const std::vector<Passage>& passages, const base::CancelToken& cancel) {
    if (passages.empty()) return {};
    const auto grounds = groundsOf(finder, passages, cancel);
    if (!grounds) return tl::unexpected(grounds.error());
    WordWeights weights(finder);
    for (CitedSentence& sentence : sentences) {
        if (!sentence.states) continue;
        const auto vectors = finder.embed({&sentence.text, 1}, cancel);
        if (!vectors) return tl::unexpected(vectors.error());
        const Claim claim{termsOf(sentence.text), numbersOf(sentence.text), namesOf(sentence.text),
                          vectors->front()};
        std::vector<const Ground*> cited;
        for (const int number : sentence.passages)
            cited.push_back(&(*grounds)[static_cast<std::size_t>(number - 1)]);
        sentence.supported = supports(claim, cited, weights);
        if (sentence.supported || !sentence.passages.empty()) continue;
        for (std::size_t i = 0; i < grounds->size() && !sentence.supported; ++i) {
            if (!supports(claim, {&(*grounds)[i]}, weights)) continue;
            sentence.supported = true;
            sentence.passages = {static_cast<int>(i) + 1};
        }
    }
    return {};
}

}  // namespace hearth::agent::documents
