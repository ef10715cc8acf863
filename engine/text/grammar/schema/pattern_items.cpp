#include "text/grammar/schema/pattern_items.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace hearth::engine::grammar {

namespace {

constexpr long kHuge = 1'000'000'000;  // more than any string that is asked for

std::string counted(const PatternItem& item) {
    if (item.least == 1 && item.most == 1) return item.text;
    if (item.most == kEndless && item.least <= 1) return item.text + (item.least == 0 ? "*" : "+");
    if (item.least == 0 && item.most == 1) return item.text + "?";
    const std::string most = item.most == kEndless ? "" : std::to_string(item.most);
    return item.text + "{" + std::to_string(item.least) + "," + most + "}";
}

long product(long a, long b) {
    if (a == 0 || b == 0) return 0;
    return a == kEndless || b == kEndless || a > kHuge / b ? kEndless : a * b;
}

// How often more than `least` times an item may come.
long spare(const PatternItem& item) {
    return item.most == kEndless ? kHuge : std::max(0L, item.most - item.least);
}

// Indices of items, those that can vary most first.
std::vector<std::size_t> mostVariableFirst(const PatternItems& items) {
    std::vector<std::size_t> order(items.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return spare(items[a]) > spare(items[b]); });
    return order;
}

bool raise(PatternItems& items, long least) {
    long missing = least - shortestOf(items);
    for (const std::size_t i : mostVariableFirst(items)) {
        PatternItem& item = items[i];
        if (missing <= 0 || item.shortest == 0) continue;
        const long more = std::min(spare(item), (missing + item.shortest - 1) / item.shortest);
        item.least += more;
        missing -= more * item.shortest;
    }
    return missing <= 0;
}

bool limit(PatternItems& items, long most) {
    const long longest = longestOf(items);
    if (longest != kEndless && longest <= most) return true;
    long left = most;
    for (const PatternItem& item : items) {
        const long always = product(item.least, item.longest);
        if (always == kEndless || always > left) return false;
        left -= always;
    }
    // Those that vary least first: what they do not use is left for the others.
    std::vector<std::size_t> order = mostVariableFirst(items);
    std::reverse(order.begin(), order.end());
    for (std::size_t k = 0; k < order.size(); ++k) {
        PatternItem& item = items[order[k]];
        if (item.longest == 0) continue;
        const long share = left / static_cast<long>(order.size() - k);
        const long more = item.longest == kEndless ? 0 : std::min(spare(item), share / item.longest);
        item.most = item.least + more;
        left -= product(more, item.longest);
    }
    return true;
}

}  // namespace

std::string written(const PatternItems& items) {
    std::string out;
    for (const PatternItem& item : items) out += (out.empty() ? "" : " ") + counted(item);
    return out;
}

long shortestOf(const PatternItems& items) {
    long sum = 0;
    for (const PatternItem& item : items) {
        const long own = product(item.shortest, item.least);
        sum = std::min(kHuge, sum + (own == kEndless ? kHuge : own));
    }
    return sum;
}

long longestOf(const PatternItems& items) {
    long sum = 0;
    for (const PatternItem& item : items) {
        const long own = product(item.longest, item.most);
        if (own == kEndless || sum + own > kHuge) return kEndless;
        sum += own;
    }
    return sum;
}

PatternItem oneOf(const std::vector<PatternItems>& alternatives) {
    PatternItem out{"(", kHuge, 0};
    for (const PatternItems& items : alternatives) {
        const std::string text = written(items);
        out.text += (out.text.size() > 1 ? " | " : "") + (text.empty() ? "\"\"" : text);
        out.shortest = std::min(out.shortest, shortestOf(items));
        const long longest = longestOf(items);
        if (longest == kEndless || out.longest == kEndless)
            out.longest = kEndless;
        else
            out.longest = std::max(out.longest, longest);
    }
    out.text += ")";
    return out;
}

bool fitLengths(PatternItems& items, long least, long most) {
    if (shortestOf(items) < least && !raise(items, least)) return false;
    return most == kEndless || limit(items, most);
}

}  // namespace hearth::engine::grammar
