#include <algorithm>

#include "text/grammar/program.h"

namespace hearth::engine::grammar {

namespace {
using Ranges = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

Ranges joined(Ranges ranges) {
    std::sort(ranges.begin(), ranges.end());
    Ranges out;
    for (const auto& [first, last] : ranges) {
        if (!out.empty() && first <= out.back().second + 1)
            out.back().second = std::max(out.back().second, last);
        else
            out.emplace_back(first, last);
    }
    return out;
}

Ranges complement(const Ranges& ranges) {
    Ranges out;
    std::uint32_t next = 0;
    for (const auto& [first, last] : ranges) {
        if (first > next) out.emplace_back(next, first - 1);
        next = last + 1;
    }
    if (next <= CharSet::lastCodePoint) out.emplace_back(next, CharSet::lastCodePoint);
    return out;
}
}  // namespace

void CharSet::normalize(bool negated) {
    // UTF-8 cannot spell surrogates, so no set may hold them: complement, add them, complement again.
    const Ranges given = joined(std::move(ranges_));
    Ranges outside = negated ? given : complement(given);
    outside.emplace_back(0xD800, 0xDFFF);
    ranges_ = complement(joined(std::move(outside)));
}

bool CharSet::contains(std::uint32_t codePoint) const {
    return intersects(codePoint, codePoint);
}

bool CharSet::intersects(std::uint32_t first, std::uint32_t last) const {
    // The first range that does not end before `first`.
    const auto it =
        std::lower_bound(ranges_.begin(), ranges_.end(), first,
                         [](const auto& range, std::uint32_t value) { return range.second < value; });
    return it != ranges_.end() && it->first <= last;
}

}  // namespace hearth::engine::grammar
