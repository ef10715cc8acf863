#include "retrieve/selection.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <numeric>
#include <utility>

#include "store/word_query.h"

namespace hearth::rag {

namespace {

constexpr double kNearDuplicate = 0.9;   // shared words, of all words of both
constexpr std::size_t kFewestWords = 8;  // of texts that can be near-duplicates: "Yes." is none
constexpr std::size_t kSamples = 8;
constexpr std::size_t kFewestAlike = 3;  // of the samples; fewer at that share of words: 1 in 2,000 (Broder)

std::uint64_t mixed(std::uint64_t x) {  // splitmix64 (Steele et al. 2014)
    x += 0x9e3779b97f4a7c15ULL;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
    return x ^ (x >> 31);
}

double cosine(const std::vector<float>& a, const std::vector<float>& b) {
    if (a.size() != b.size()) return 0;
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

}  // namespace

// The different words of a text by their hashes, and a sample of them: the lowest in each of several orders
// (min-hashing, Broder 1997). Two texts agree in as many samples as they share words.
struct SaidBefore::WordSet {
    std::vector<std::uint64_t> words;    // rising
    std::vector<std::uint64_t> numbers;  // words with digits, rising: this year's report is not last year's
    std::array<std::uint64_t, kSamples> samples{};

    explicit WordSet(const std::string& text) {
        for (const std::string& word : queryWords(text)) {
            const std::uint64_t hash = std::hash<std::string>{}(word);
            words.push_back(hash);
            if (word.find_first_of("0123456789") != std::string::npos) numbers.push_back(hash);
        }
        for (auto* hashes : {&words, &numbers}) {
            std::sort(hashes->begin(), hashes->end());
            hashes->erase(std::unique(hashes->begin(), hashes->end()), hashes->end());
        }
        samples.fill(~0ULL);
        for (const std::uint64_t word : words)
            for (std::size_t i = 0; i < kSamples; ++i) samples[i] = std::min(samples[i], mixed(word + i));
    }

    bool nearly(const WordSet& other) const {
        if (words.size() < kFewestWords || other.words.size() < kFewestWords) return false;
        std::size_t alike = 0;
        for (std::size_t i = 0; i < kSamples; ++i) alike += samples[i] == other.samples[i] ? 1 : 0;
        if (alike < kFewestAlike || numbers != other.numbers) return false;
        std::vector<std::uint64_t> both;
        std::set_intersection(words.begin(), words.end(), other.words.begin(), other.words.end(),
                              std::back_inserter(both));
        const auto shared = static_cast<double>(both.size());
        return shared >= kNearDuplicate * (static_cast<double>(words.size() + other.words.size()) - shared);
    }
};

SaidBefore::SaidBefore() = default;
SaidBefore::~SaidBefore() = default;

bool SaidBefore::isNew(const std::string& text) {
    WordSet words(text);
    if (std::any_of(sets_.begin(), sets_.end(), [&](const WordSet& other) { return words.nearly(other); }))
        return false;
    sets_.push_back(std::move(words));
    return true;
}

std::vector<std::size_t> diversified(std::span<const double> scores,
                                     std::span<const std::vector<float>> vectors, double diversity) {
    std::vector<std::size_t> left(scores.size());
    std::iota(left.begin(), left.end(), std::size_t{0});
    if (diversity <= 0 || scores.empty()) return left;
    const double best = std::max(1e-9, scores.front());
    std::vector<double> nearest(scores.size(), 0);  // to one that was taken
    std::vector<std::size_t> out;
    while (!left.empty()) {
        const auto worth = [&](std::size_t i) {
            return (1 - diversity) * scores[i] / best - diversity * nearest[i];
        };
        const auto next = std::max_element(left.begin(), left.end(),
                                           [&](std::size_t a, std::size_t b) { return worth(a) < worth(b); });
        const std::size_t taken = *next;
        left.erase(next);
        out.push_back(taken);
        for (const std::size_t i : left)
            nearest[i] = std::max(nearest[i], cosine(vectors[i], vectors[taken]));
    }
    return out;
}

}  // namespace hearth::rag
