#include "words/words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace hearth::agent {
namespace {

using testing::ElementsAre;

TEST(Words, SplitsAndFolds) {
    EXPECT_THAT(words::of("Café São-Paulo, 1,200 km at 3.5%!"),
                ElementsAre("cafe", "sao", "paulo", "1,200", "km", "at", "3.5", "%"));
    EXPECT_THAT(words::of("Dad’s twenty-five"), ElementsAre("dad's", "twenty", "five"));
    EXPECT_THAT(words::of(""), ElementsAre());
    EXPECT_THAT(words::of("\xff\xfe ok"), ElementsAre("ok"));
}

TEST(Words, TrimsQuotesAndPunctuation) {
    EXPECT_EQ(words::trimmed("  “Milk”. "), "Milk");
    EXPECT_EQ(words::trimmed("\"a b\"?"), "a b");
    EXPECT_EQ(words::trimmed(" . "), "");
}

TEST(Words, LikenessOrdersWhatPeopleMean) {
    EXPECT_DOUBLE_EQ(words::likeness("Groceries", "groceries"), 1);
    EXPECT_GT(words::likeness("my grocery list", "Groceries"), 0);
    EXPECT_GT(words::likeness("ana silva", "Ana Silva"), words::likeness("ana silva", "Ana Costa"));
    EXPECT_GT(words::likeness("ana", "Ana Costa"), 0.8);
    EXPECT_GT(words::likeness("recieve", "receive"), 0.5);
    EXPECT_EQ(words::likeness("milk", "bread"), 0);
    EXPECT_EQ(words::likeness("the", "a"), 0);
    EXPECT_GT(words::coverage("key mat", "the key is under the mat"), 0.9);
}

TEST(Words, Shortens) {
    EXPECT_EQ(words::shortened("one two three", 8), "one two…");
    EXPECT_EQ(words::shortened("ééé", 3), "ééé");
    EXPECT_EQ(words::capitalized("émile"), "Émile");
}

}  // namespace
}  // namespace hearth::agent
