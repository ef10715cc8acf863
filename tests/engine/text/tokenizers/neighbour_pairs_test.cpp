#include "text/tokenizers/neighbour_pairs.h"

#include <gtest/gtest.h>

#include <string>

namespace hearth::engine {
namespace {

bool meet(const NeighbourPairs& pairs, const std::string& left, const std::string& right) {
    return pairs.mayMeet(base::decodeUtf8(left, 0), base::decodeUtf8(right, 0));
}

TEST(NeighbourPairs, KnowsWhatStandsBesideEachOtherInAPiece) {
    NeighbourPairs pairs;
    for (const char* piece : {"▁the", "ing", "漢字", "a漢", "▁▁", "x"}) pairs.add(piece);
    for (const auto& [left, right] :
         {std::pair{"▁", "t"}, {"t", "h"}, {"h", "e"}, {"n", "g"}, {"漢", "字"}, {"a", "漢"}, {"▁", "▁"}})
        EXPECT_TRUE(meet(pairs, left, right)) << left << right;
    for (const auto& [left, right] :
         {std::pair{"e", "▁"}, {"h", "t"}, {"g", "i"}, {"x", "x"}, {"字", "漢"}, {"漢", "a"}, {"t", "▁"}})
        EXPECT_FALSE(meet(pairs, left, right)) << left << right;
}

TEST(NeighbourPairs, MalformedBytesAreNeverCutApart) {
    const NeighbourPairs pairs;
    EXPECT_TRUE(meet(pairs, "\xE4", "a"));
    EXPECT_TRUE(meet(pairs, "a", "\x80"));
    EXPECT_FALSE(meet(pairs, "a", "a"));
}

}  // namespace
}  // namespace hearth::engine
