#include "store/word_ranking.h"

#include <algorithm>
#include <cmath>

#include "store/library_database.h"
#include "store/word_query.h"

namespace hearth::rag {

using base::Result;

namespace {

constexpr double kSaturation = 1.2;  // k1
constexpr double kByLength = 0.75;   // b
constexpr double kFramingShare = 0.25;
constexpr std::uint32_t kWindow = 24;  // words
constexpr std::uint32_t kNear = 8;     // words

// How often a word at one of `first` is followed by one at `second`.
std::size_t timesBeside(std::span<const std::uint32_t> first, std::span<const std::uint32_t> second) {
    std::size_t times = 0;
    auto next = second.begin();
    for (const std::uint32_t place : first) {
        next = std::lower_bound(next, second.end(), place + 1);
        if (next != second.end() && *next == place + 1) ++times;
    }
    return times;
}

// Whether a place of one is at most kNear words from a place of the other. Both rising.
bool areNear(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b) {
    for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
        if (std::max(a[i], b[j]) - std::min(a[i], b[j]) <= kNear) return true;
        a[i] < b[j] ? ++i : ++j;
    }
    return false;
}

}  // namespace

WordRanking::WordRanking(WordIndex& index, std::span<const std::uint8_t> allowed)
    : index_(index), allowed_(allowed) {
    const std::vector<ChunkRow>& rows = index.rows();
    double words = 0;
    for (std::uint32_t i = 0; i < rows.size(); ++i) {
        if (!lets(i)) continue;
        count_ += 1;
        words += rows[i].words;
    }
    meanWords_ = std::max(1.0, words / std::max(1.0, count_));
    scores_.assign(rows.size(), 0);
    topicScores_.assign(rows.size(), 0);
    pairScores_.assign(rows.size(), 0);
}

Result<WordRanking> WordRanking::make(WordIndex& index, std::string_view question,
                                      std::span<const std::uint8_t> allowed) {
    WordRanking out(index, allowed);
    if (auto done = out.read(question); !done) return tl::unexpected<base::Error>(done.error());
    out.addWords();
    for (const auto& [first, second] : out.pairs_)
        out.addPair(*out.terms_[first].postings, *out.terms_[second].postings);
    return out;
}

Result<void> WordRanking::read(std::string_view question) {
    const auto words = index_.database().stemmed(question);
    if (!words) return tl::unexpected<base::Error>(words.error());
    const auto source = [&](const StemmedWord& w) { return question.substr(w.begin, w.end - w.begin); };
    const auto says = [&](const StemmedWord& w) { return !isCommonWord(source(w)); };
    const bool onlyCommon = std::none_of(words->begin(), words->end(), says);
    constexpr std::size_t kNone = ~std::size_t{0};
    std::size_t before = kNone;    // the word before, where it says something
    std::size_t lastSaid = kNone;  // the last word that says something
    for (const StemmedWord& word : *words) {
        if (!onlyCommon && !says(word)) {
            before = kNone;
            continue;
        }
        const std::size_t term = termOf(word, isFramingWord(source(word)));
        if (before != kNone) pairs_.emplace_back(before, term);
        if (lastSaid != kNone && lastSaid != term) following_.emplace_back(lastSaid, term);
        before = lastSaid = term;
    }
    for (auto* pairs : {&pairs_, &following_}) {
        std::sort(pairs->begin(), pairs->end());
        pairs->erase(std::unique(pairs->begin(), pairs->end()), pairs->end());
    }
    for (Term& term : terms_) {
        const auto postings = index_.postings(term.stem);
        if (!postings) return tl::unexpected<base::Error>(postings.error());
        term.postings = *postings;
    }
    return {};
}

std::size_t WordRanking::termOf(const StemmedWord& word, bool framing) {
    const auto known =
        std::find_if(terms_.begin(), terms_.end(), [&](const Term& t) { return t.stem == word.stem; });
    if (known != terms_.end()) return static_cast<std::size_t>(known - terms_.begin());
    terms_.push_back({word.stem, framing, 0, nullptr});
    return terms_.size() - 1;
}

// Never below 0, as in Lucene.
double WordRanking::rarity(std::size_t occurs) const {
    const auto n = static_cast<double>(occurs);
    return std::log(1 + (count_ - n + 0.5) / (n + 0.5));
}

float WordRanking::gain(double weight, std::size_t times, std::uint32_t row) const {
    const auto often = static_cast<double>(times);
    const double length = index_.rows()[row].words / meanWords_;
    return static_cast<float>(weight * often * (kSaturation + 1) /
                              (often + kSaturation * (1 - kByLength + kByLength * length)));
}

void WordRanking::addWords() {
    const bool onlyFraming =
        std::all_of(terms_.begin(), terms_.end(), [](const Term& term) { return term.framing; });
    for (Term& term : terms_) {
        const Postings& postings = *term.postings;
        const auto occurs = std::count_if(postings.rows.begin(), postings.rows.end(),
                                          [&](std::uint32_t row) { return lets(row); });
        term.weight = rarity(static_cast<std::size_t>(occurs));
        const float share = term.framing && !onlyFraming ? static_cast<float>(kFramingShare) : 1.0f;
        for (std::size_t i = 0; i < postings.rows.size(); ++i) {
            const std::uint32_t row = postings.rows[i];
            if (!lets(row)) continue;
            const float points = gain(term.weight, postings.placesAt(i).size(), row);
            scores_[row] += points;
            topicScores_[row] += share * points;
        }
    }
}

void WordRanking::addPair(const Postings& first, const Postings& second) {
    std::vector<std::pair<std::uint32_t, std::size_t>> found;
    for (std::size_t i = 0, j = 0; i < first.rows.size() && j < second.rows.size();) {
        if (first.rows[i] < second.rows[j]) {
            ++i;
        } else if (second.rows[j] < first.rows[i]) {
            ++j;
        } else {
            const std::size_t times =
                lets(first.rows[i]) ? timesBeside(first.placesAt(i), second.placesAt(j)) : 0;
            if (times > 0) found.emplace_back(first.rows[i], times);
            ++i, ++j;
        }
    }
    const double weight = rarity(found.size());
    for (const auto& [row, times] : found) pairScores_[row] += gain(weight, times, row);
}

double WordRanking::nearness(std::uint32_t row) const {
    double out = 0;
    for (const auto& [first, second] : following_)
        if (areNear(terms_[first].postings->placesIn(row), terms_[second].postings->placesIn(row)))
            out += std::min(terms_[first].weight, terms_[second].weight);
    return out;
}

WordEvidence WordRanking::evidence(std::uint32_t row) const {
    double all = 0;
    double covered = 0;
    std::vector<std::pair<std::uint32_t, std::size_t>> places;  // and the term that stands there
    for (std::size_t t = 0; t < terms_.size(); ++t) {
        all += terms_[t].weight;
        const auto of = terms_[t].postings->placesIn(row);
        if (!of.empty()) covered += terms_[t].weight;
        for (const std::uint32_t place : of) places.emplace_back(place, t);
    }
    if (all <= 0 || places.empty()) return {};
    std::sort(places.begin(), places.end());
    std::vector<std::size_t> times(terms_.size(), 0);
    double within = 0;
    double best = 0;
    for (std::size_t first = 0, last = 0; last < places.size(); ++last) {
        if (times[places[last].second]++ == 0) within += terms_[places[last].second].weight;
        for (; places[last].first - places[first].first >= kWindow; ++first)
            if (--times[places[first].second] == 0) within -= terms_[places[first].second].weight;
        best = std::max(best, within);
    }
    return {covered / all, best / all, nearness(row) / all};
}

std::vector<std::uint32_t> bestRows(std::span<const float> scores, std::size_t limit) {
    std::vector<std::uint32_t> rows;
    for (std::uint32_t i = 0; i < scores.size(); ++i)
        if (scores[i] > 0) rows.push_back(i);
    const auto keep = static_cast<std::ptrdiff_t>(std::min(limit, rows.size()));
    std::partial_sort(rows.begin(), rows.begin() + keep, rows.end(), [&](std::uint32_t a, std::uint32_t b) {
        return scores[a] != scores[b] ? scores[a] > scores[b] : a < b;
    });
    rows.resize(static_cast<std::size_t>(keep));
    return rows;
}

}  // namespace hearth::rag
