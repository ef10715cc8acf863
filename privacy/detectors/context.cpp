#include "detectors/context.h"

#include <algorithm>
#include <cassert>
#include <map>

#include "detectors/checks.h"

namespace hearth::privacy {

namespace {

constexpr std::size_t before = 80;  // bytes in front of the finding, and behind it
constexpr std::size_t behind = 40;

}  // namespace

std::string lowered(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), lower);
    return out;
}

ContextWords::ContextWords(const std::vector<Detector>& detectors) : detectors_(detectors.size()) {
    std::map<std::pair<std::size_t, std::string_view>, std::vector<std::uint8_t>> all;
    for (std::size_t d = 0; d < detectors.size(); ++d) {
        std::vector<const char*> list = detectors[d].context;
        list.insert(list.end(), detectors[d].weakContext.begin(), detectors[d].weakContext.end());
        for (std::size_t rank = list.size(); rank-- > 0;) {
            const std::string_view word = list[rank];
            assert(word.size() >= 2 && rank < notItsWord);
            auto& ranks = all[{keyOf(word[0], word[1]), word}];
            ranks.resize(detectors_, notItsWord);
            ranks[d] = static_cast<std::uint8_t>(rank);
        }
    }
    for (const auto& [place, ranks] : all) {
        words_.push_back(place.second);
        ++buckets_[place.first + 1];
        ranks_.insert(ranks_.end(), ranks.begin(), ranks.end());
    }
    for (std::size_t key = 1; key < buckets_.size(); ++key)
        buckets_[key] = static_cast<std::uint16_t>(buckets_[key] + buckets_[key - 1]);
}

ContextReader::Occurrence ContextReader::occurrence(std::size_t start, std::size_t word) const {
    const std::size_t end = start + words_.word(word).size();
    const bool closed = end >= text_.size() || !isAlnum(text_[end]) || !isAlnum(text_[end - 1]);
    return {start, end, static_cast<std::uint16_t>(word), closed};
}

void ContextReader::enter(std::size_t start, std::size_t end) {
    occurrences_.clear();
    cursor_ = 0;
    const std::size_t last = std::min(text_.size(), end + behind);
    for (std::size_t at = start - std::min(start, before); at < last; ++at)
        if (at == 0 || !isAlnum(text_[at - 1]))
            words_.at(text_, at, [&](std::size_t word) { occurrences_.push_back(occurrence(at, word)); });
}

std::uint8_t ContextReader::near(std::size_t start, std::size_t end, std::size_t detector) {
    const std::size_t from = start - std::min(start, before);
    const std::size_t to = std::min(text_.size(), end + behind);
    std::uint8_t best = ContextWords::notItsWord;
    // A word that the reach cuts off counts as one.
    const auto consider = [&](const Occurrence& place) {
        const std::uint8_t rank = words_.rank(place.word, detector);
        if (rank >= best) return;
        const bool inFront = place.end <= start && (place.closed || place.end == start);
        const bool inBack = place.start >= end && place.end <= to && (place.closed || place.end == to);
        if (inFront || inBack) best = rank;
    };
    while (cursor_ > 0 && occurrences_[cursor_ - 1].start >= from) --cursor_;
    while (cursor_ < occurrences_.size() && occurrences_[cursor_].start < from) ++cursor_;
    for (std::size_t i = cursor_; i < occurrences_.size() && occurrences_[i].start < to; ++i)
        consider(occurrences_[i]);
    for (const std::size_t edge : {from, end})
        if (edge > 0 && isAlnum(text_[edge - 1]))
            words_.at(text_, edge, [&](std::size_t word) { consider(occurrence(edge, word)); });
    return best;
}

}  // namespace hearth::privacy
