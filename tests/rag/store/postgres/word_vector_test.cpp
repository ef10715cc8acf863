#include "store/postgres/word_vector.h"

#include <gmock/gmock.h>

#include "store/word_index.h"

namespace hearth::rag::postgres {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<StemmedWord> words(std::initializer_list<const char*> stems) {
    std::vector<StemmedWord> out;
    for (const char* stem : stems) out.push_back({stem, 0, 0});
    return out;
}

TEST(WordVector, HasThePlacesOfHeadingsAndText) {
    EXPECT_EQ(wordVector(words({"income", "tax"}), words({"tax", "and", "tax"})),
              "'and':5 'income':1 'tax':2,4,6");
    EXPECT_EQ(wordVector({}, words({"a"})), "'a':2");
    EXPECT_EQ(wordVector({}, {}), "");
    EXPECT_EQ(placeAt(2, 2), 1u);
    EXPECT_EQ(placeAt(4, 2), Postings::kText);
    EXPECT_EQ(placeAt(6, 2), Postings::kText + 2);
    EXPECT_EQ(placeAt(2, 0), Postings::kText);
}

TEST(WordVector, QuotesAndLeavesOutWhatTheServerCannotKeep) {
    EXPECT_EQ(wordVector({}, words({"o'b\\"})), "'o''b\\\\':2");
    EXPECT_EQ(phraseQuery(words({"a'b", "c"})), "'a''b' <-> 'c'");
    EXPECT_EQ(phraseQuery({}), "");
    const std::string longest(3000, 'x');
    EXPECT_EQ(wordVector({}, words({longest.c_str(), "y"})), "'y':3");
    const std::vector<StemmedWord> many(400, {"z", 0, 0});
    EXPECT_LE(numbersIn(wordVector({}, many)).size(), 255u);
}

TEST(WordVector, ArraysAreRead) {
    EXPECT_THAT(numbersIn("{3,17,16383}"), ElementsAre(3, 17, 16383));
    EXPECT_THAT(numbersIn("{}"), IsEmpty());
    EXPECT_THAT(numbersIn("{,x}"), IsEmpty());
}

}  // namespace
}  // namespace hearth::rag::postgres
