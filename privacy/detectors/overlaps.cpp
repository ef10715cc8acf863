#include "detectors/overlaps.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

namespace hearth::privacy {

namespace {

using Index = std::vector<std::size_t>::iterator;

// Of candidates that hang together, those that stay.
void resolve(const std::vector<Candidate>& candidates, Index first, Index last,
             std::vector<std::size_t>& out) {
    std::sort(first, last, [&](std::size_t i, std::size_t j) {
        const Candidate& a = candidates[i];
        const Candidate& b = candidates[j];
        return std::make_tuple(-a.score, b.end - b.start, a.rank, i) <
               std::make_tuple(-b.score, a.end - a.start, b.rank, j);
    });
    std::map<std::size_t, std::size_t> kept;  // by start
    for (; first != last; ++first) {
        const Candidate& candidate = candidates[*first];
        const auto next = kept.lower_bound(candidate.start);
        if (next != kept.end() && next->first < candidate.end) continue;
        if (next != kept.begin() && candidates[std::prev(next)->second].end > candidate.start) continue;
        kept.emplace_hint(next, candidate.start, *first);
    }
    for (const auto& [start, index] : kept) out.push_back(index);
}

}  // namespace

std::vector<std::size_t> withoutOverlaps(const std::vector<Candidate>& candidates) {
    std::vector<std::size_t> order(candidates.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t i, std::size_t j) {
        return std::tie(candidates[i].start, i) < std::tie(candidates[j].start, j);
    });
    std::vector<std::size_t> out;
    for (auto first = order.begin(); first != order.end();) {
        std::size_t end = candidates[*first].end;
        auto last = std::next(first);
        for (; last != order.end() && candidates[*last].start < end; ++last)
            end = std::max(end, candidates[*last].end);
        if (std::next(first) == last)
            out.push_back(*first);
        else
            resolve(candidates, first, last, out);
        first = last;
    }
    return out;
}

}  // namespace hearth::privacy
