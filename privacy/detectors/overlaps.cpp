#include "detectors/overlaps.h"

#include <algorithm>
#include <map>

namespace hearth::privacy {

std::vector<Finding> withoutOverlaps(std::vector<Finding> findings) {
    std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
        if (a.score != b.score) return a.score > b.score;
        return a.end - a.start > b.end - b.start;
    });
    std::map<std::size_t, Finding> kept;  // by start
    for (Finding& finding : findings) {
        const auto next = kept.lower_bound(finding.start);
        if (next != kept.end() && next->first < finding.end) continue;
        if (next != kept.begin() && std::prev(next)->second.end > finding.start) continue;
        kept.emplace_hint(next, finding.start, std::move(finding));
    }
    std::vector<Finding> out;
    for (auto& [start, finding] : kept) out.push_back(std::move(finding));
    return out;
}

}  // namespace hearth::privacy
