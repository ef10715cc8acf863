#include "text/grammar/schema/pattern_items.h"

#include <gtest/gtest.h>

namespace hearth::engine::grammar {
namespace {

PatternItem item(long shortest, long longest, long least, long most) {
    return {"x", shortest, longest, least, most};
}

struct Case {
    PatternItems items;
    long least, most;
    bool fits;
};

// What fits has the lengths that were asked for, and no item comes more or less often than it could.
TEST(PatternItems, LengthsAreKept) {
    const Case cases[] = {
        {{item(1, 1, 1, kEndless)}, 2, 4, true},
        {{item(1, 1, 0, kEndless), item(1, 1, 3, 3), item(1, 1, 1, kEndless)}, 0, 6, true},
        {{item(1, 1, 0, 2), item(1, 1, 0, kEndless)}, 5, kEndless, true},
        {{item(2, 3, 0, 5)}, 4, 10, true},
        {{item(1, kEndless, 0, 1), item(1, 1, 2, 2)}, 0, 2, true},
        {{}, 0, 0, true},
        {{}, 1, kEndless, false},
        {{item(1, 1, 3, 3)}, 0, 2, false},
        {{item(1, 1, 0, 3)}, 4, kEndless, false},
        {{item(1, kEndless, 1, 1)}, 0, 9, false},
    };
    for (const Case& c : cases) {
        PatternItems items = c.items;
        ASSERT_EQ(fitLengths(items, c.least, c.most), c.fits) << written(c.items);
        if (!c.fits) continue;
        EXPECT_GE(shortestOf(items), c.least) << written(items);
        if (c.most != kEndless) {
            EXPECT_NE(longestOf(items), kEndless) << written(items);
            EXPECT_LE(longestOf(items), c.most) << written(items);
        }
        for (std::size_t i = 0; i < items.size(); ++i) {
            EXPECT_GE(items[i].least, c.items[i].least);
            if (c.items[i].most != kEndless) {
                EXPECT_LE(items[i].most, c.items[i].most);
            }
        }
    }
}

TEST(PatternItems, OneVaryingItemIsBoundedExactly) {
    PatternItems items{item(1, 1, 2, 2), item(1, 1, 0, kEndless)};
    ASSERT_TRUE(fitLengths(items, 4, 9));
    EXPECT_EQ(items[1].least, 2);
    EXPECT_EQ(items[1].most, 7);
    EXPECT_EQ(written(items), "x{2,2} x{2,7}");
}

TEST(PatternItems, AlternativesTakeTheShortestAndTheLongest) {
    const PatternItem either = oneOf({{item(1, 1, 2, 2)}, {item(1, 1, 0, 5)}, {}});
    EXPECT_EQ(either.text, "(x{2,2} | x{0,5} | \"\")");
    EXPECT_EQ(either.shortest, 0);
    EXPECT_EQ(either.longest, 5);
    EXPECT_EQ(oneOf({{item(1, 1, 0, kEndless)}, {item(1, 1, 1, 1)}}).longest, kEndless);
}

}  // namespace
}  // namespace hearth::engine::grammar
