#include "documents/citations.h"

#include <gmock/gmock.h>

namespace hearth::agent::documents {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(CitationsTest, BelongToTheSentenceBeforeThem) {
    const auto sentences = citedSentences(
        "The rent is 800 euros [1]. The deposit is two rents. [2, 3] It ends in May[1][1].", 3);
    ASSERT_EQ(sentences.size(), 3u);
    EXPECT_EQ(sentences[0].text, "The rent is 800 euros.");
    EXPECT_THAT(sentences[0].passages, ElementsAre(1));
    EXPECT_EQ(sentences[1].text, "The deposit is two rents.");
    EXPECT_THAT(sentences[1].passages, ElementsAre(2, 3));
    EXPECT_THAT(sentences[2].passages, ElementsAre(1));
}

TEST(CitationsTest, DropNumbersThatNoPassageHas) {
    const auto sentences = citedSentences("The rent is high [0][7][passage 2]. See 【3】 and [note].", 3);
    ASSERT_EQ(sentences.size(), 2u);
    EXPECT_THAT(sentences[0].passages, ElementsAre(2));
    EXPECT_THAT(sentences[1].passages, ElementsAre(3));
    EXPECT_EQ(sentences[1].text, "See and [note].");
}

TEST(CitationsTest, KnowWhatStatesNothing) {
    const auto sentences =
        citedSentences("# Rent\nHere is what I found:\nThe monthly rent is high.\nReally?", 1);
    ASSERT_EQ(sentences.size(), 4u);
    EXPECT_FALSE(sentences[0].states);
    EXPECT_FALSE(sentences[1].states);
    EXPECT_TRUE(sentences[2].states);
    EXPECT_FALSE(sentences[3].states);
    EXPECT_THAT(citedSentences("", 3), IsEmpty());
}

}  // namespace
}  // namespace hearth::agent::documents
