#include "documents/answer_cue.h"

#include <gtest/gtest.h>

namespace hearth::agent::documents {
namespace {

TEST(AnswerCueTest, ReadsWhatIsAskedFor) {
    const std::pair<const char*, AnswerCue> kCases[] = {{"Who signed the contract?", AnswerCue::Person},
                                                        {"Wer hat unterschrieben?", AnswerCue::Person},
                                                        {"谁签了合同？", AnswerCue::Person},
                                                        {"When does it end?", AnswerCue::Time},
                                                        {"Wie lange gilt es?", AnswerCue::Time},
                                                        {"合同何时结束？", AnswerCue::Time},
                                                        {"How many rooms are there?", AnswerCue::Number},
                                                        {"Wie viel kostet das?", AnswerCue::Number},
                                                        {"租金是多少？", AnswerCue::Number},
                                                        {"Where is the key?", AnswerCue::Place},
                                                        {"Wo liegt der Schlüssel?", AnswerCue::Place},
                                                        {"Why was it stopped?", AnswerCue::Reason},
                                                        {"Tell me about the lease", AnswerCue::None},
                                                        {"", AnswerCue::None}};
    for (const auto& [question, cue] : kCases) EXPECT_EQ(cueOf(question), cue) << question;
}

TEST(AnswerCueTest, SeesWhatASentenceNames) {
    EXPECT_TRUE(names(AnswerCue::Number, "The flat has three rooms."));
    EXPECT_TRUE(names(AnswerCue::Number, "租金为八百欧元"));
    EXPECT_FALSE(names(AnswerCue::Number, "The flat is bright."));
    EXPECT_TRUE(names(AnswerCue::Time, "It ends in March 2021."));
    EXPECT_TRUE(names(AnswerCue::Time, "Sie dauert drei Monate."));
    EXPECT_FALSE(names(AnswerCue::Time, "It ends soon."));
    EXPECT_TRUE(names(AnswerCue::Person, "It was signed by Ana Silva."));
    EXPECT_FALSE(names(AnswerCue::Person, "It was signed."));
    EXPECT_TRUE(names(AnswerCue::Place, "The key lies in Berlin."));
    EXPECT_TRUE(names(AnswerCue::Reason, "It was stopped because it rained."));
    EXPECT_FALSE(names(AnswerCue::None, "Anything in Berlin 2021."));
}

}  // namespace
}  // namespace hearth::agent::documents
