#include "text/tokenizers/merge.h"

#include <gtest/gtest.h>

#include <map>
#include <random>

namespace hearth::engine {
namespace {

using Rules = std::map<std::pair<int, int>, Merge<int>>;

std::vector<Symbol> symbolsOf(const std::vector<int>& ids) {
    std::vector<Symbol> out;
    for (std::uint32_t i = 0; i < ids.size(); ++i) out.push_back({i, 1, ids[i]});
    return out;
}

// As the definition says: the best pair, leftmost first, until there is none.
std::vector<Symbol> slowly(std::vector<Symbol> symbols, const Rules& rules) {
    for (;;) {
        std::size_t best = symbols.size();
        const Merge<int>* found = nullptr;
        for (std::size_t i = 0; i + 1 < symbols.size(); ++i) {
            const auto rule = rules.find({symbols[i].id, symbols[i + 1].id});
            if (rule != rules.end() && (!found || rule->second.rank < found->rank)) {
                best = i;
                found = &rule->second;
            }
        }
        if (!found) return symbols;
        symbols[best].length += symbols[best + 1].length;
        symbols[best].id = found->id;
        symbols.erase(symbols.begin() + static_cast<std::ptrdiff_t>(best) + 1);
    }
}

TEST(Merger, ShortAndLongWordsFollowTheDefinition) {
    std::mt19937 random(3);
    for (int round = 0; round < 300; ++round) {
        Rules rules;
        for (int i = 0; i < 30; ++i) {
            const int left = static_cast<int>(random() % 12);
            const int right = static_cast<int>(random() % 12);
            // Some ranks are equal, so that the order of positions counts.
            rules.emplace(std::pair(left, right),
                          Merge<int>{static_cast<int>(random() % 10), static_cast<int>(random() % 12)});
        }
        std::vector<int> ids(random() % 100);
        for (int& id : ids) id = static_cast<int>(random() % 4);
        Merger<int> merger;
        merger.symbols = symbolsOf(ids);
        merger.run([&](const Symbol& left, const Symbol& right) -> std::optional<Merge<int>> {
            const auto rule = rules.find({left.id, right.id});
            if (rule == rules.end()) return std::nullopt;
            return rule->second;
        });
        const auto expected = slowly(symbolsOf(ids), rules);
        ASSERT_EQ(merger.symbols.size(), expected.size()) << "length " << ids.size();
        for (std::size_t i = 0; i < expected.size(); ++i) {
            EXPECT_EQ(merger.symbols[i].id, expected[i].id);
            EXPECT_EQ(merger.symbols[i].begin, expected[i].begin);
            EXPECT_EQ(merger.symbols[i].length, expected[i].length);
        }
    }
}

}  // namespace
}  // namespace hearth::engine
