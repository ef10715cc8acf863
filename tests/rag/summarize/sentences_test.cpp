#include "rag/sentences.h"

#include <gmock/gmock.h>

#include <string>

namespace hearth::rag {
namespace {

using testing::ElementsAre;

std::vector<std::string> split(const std::string& text) {
    std::vector<std::string> out;
    for (const Sentence& sentence : sentencesOf(text))
        out.push_back(text.substr(sentence.begin, sentence.end - sentence.begin));
    return out;
}

TEST(SentencesTest, EndsWhereASentenceDoes) {
    EXPECT_THAT(split("It rained. We stayed in!  Why?"), ElementsAre("It rained.", "We stayed in!", "Why?"));
    EXPECT_THAT(split("租金是八百欧元。押金是两千。"), ElementsAre("租金是八百欧元。", "押金是两千。"));
    EXPECT_TRUE(sentencesOf("").empty());
    EXPECT_TRUE(sentencesOf(" \n ").empty());
}

TEST(SentencesTest, KeepsAbbreviationsInside) {
    EXPECT_THAT(split("Dr. Silva signed it. J. Berg did not."),
                ElementsAre("Dr. Silva signed it.", "J. Berg did not."));
    EXPECT_THAT(split("Das gilt z.B. Montag. Sonst nicht."),
                ElementsAre("Das gilt z.B. Montag.", "Sonst nicht."));
}

TEST(SentencesTest, GoesOnBehindAWrappedLine) {
    EXPECT_THAT(split("The tenant gives notice in writing at the latest\nthree months before. Then it ends."),
                ElementsAre("The tenant gives notice in writing at the latest\nthree months before.",
                            "Then it ends."));
}

TEST(SentencesTest, EndsAtPointsWhereAllIsInLowerCase) {
    std::string text;
    for (int i = 0; i < 20; ++i) text += "this sentence has no capital at all. ";
    EXPECT_EQ(split(text).size(), 20u);
    EXPECT_EQ(split(text)[3], "this sentence has no capital at all.");
}

TEST(SentencesTest, EndsAtRowsItemsAndHeadings) {
    EXPECT_THAT(
        split("Prices\nName: Ana | City: Berlin\nName: Ben | City: Oslo\n- first\n- second"),
        ElementsAre("Prices", "Name: Ana | City: Berlin", "Name: Ben | City: Oslo", "- first", "- second"));
}

}  // namespace
}  // namespace hearth::rag
