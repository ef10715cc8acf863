#include "runtime/stop_strings.h"

#include <gtest/gtest.h>

namespace hearth::engine {
namespace {

struct Case {
    std::vector<std::string> stops;
    std::vector<std::string> pushes;
    std::vector<std::size_t> safe;  // after each push
    std::string text;
    bool stopped;
};

class StopStringsTable : public testing::TestWithParam<Case> {};

TEST_P(StopStringsTable, HoldsBackWhatMightBeOne) {
    StopStrings watch(GetParam().stops);
    bool stopped = false;
    for (std::size_t i = 0; i < GetParam().pushes.size(); ++i) {
        ASSERT_FALSE(stopped);
        stopped = watch.push(GetParam().pushes[i]);
        EXPECT_EQ(watch.safe(), GetParam().safe[i]) << i;
    }
    EXPECT_EQ(stopped, GetParam().stopped);
    EXPECT_EQ(watch.text(), GetParam().text);
}

INSTANTIATE_TEST_SUITE_P(Table, StopStringsTable,
                         testing::Values(Case{{}, {"ab", "c"}, {2, 3}, "abc", false},
                                         Case{{""}, {"ab"}, {2}, "ab", false},
                                         Case{{"END"}, {"fine E", "N", "D."}, {5, 5, 5}, "fine ", true},
                                         Case{{"END"}, {"E", "EN", "x"}, {0, 1, 4}, "EENx", false},
                                         Case{{"\n\nUser:", "\n\n"}, {"a\n", "\nUser:"}, {1, 1}, "a", true},
                                         Case{{"aab"}, {"aa", "a", "b"}, {0, 1, 1}, "a", true},
                                         Case{{"b", "abc"}, {"xa", "bc"}, {1, 1}, "x", true},
                                         Case{{"stop"}, {"a stop and a stop"}, {2}, "a ", true}));

}  // namespace
}  // namespace hearth::engine
