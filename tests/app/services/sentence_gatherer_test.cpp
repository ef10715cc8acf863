#include "services/sentence_gatherer.h"

#include <gmock/gmock.h>

namespace hearth::app {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// Pushes letter by letter.
std::vector<std::string> heard(const char* text) {
    SentenceGatherer gatherer;
    std::vector<std::string> out;
    const auto take = [&](const std::vector<QString>& sentences) {
        for (const auto& sentence : sentences) out.push_back(sentence.toStdString());
    };
    for (const QChar c : QString::fromUtf8(text)) take(gatherer.push(c));
    take(gatherer.finish({}));
    return out;
}

TEST(SentenceGatherer, GivesEachSentenceOnceItIsFinished) {
    EXPECT_THAT(heard("The first one. And the second? Rest"),
                ElementsAre("The first one.", "And the second?", "Rest"));
    EXPECT_THAT(heard("今天下雨。带伞吧！"), ElementsAre("今天下雨。", "带伞吧！"));
    EXPECT_THAT(heard("It costs 3.50 euros. Yes"), ElementsAre("It costs 3.50 euros.", "Yes"));
    EXPECT_THAT(heard("- milk\n- bread"), ElementsAre("- milk", "- bread"));
    EXPECT_THAT(heard("See:\n```py\na. b\nc\n```\nDone."),
                ElementsAre("See:", "```py\na. b\nc\n```", "Done."));
    EXPECT_THAT(heard(""), IsEmpty());
}

TEST(SentenceGatherer, AnAnswerThatDidNotStreamIsSaidAtItsEnd) {
    SentenceGatherer gatherer;
    EXPECT_THAT(gatherer.finish("One thing. Another."), ElementsAre("One thing.", "Another."));
    EXPECT_THAT(gatherer.finish("One thing."), IsEmpty());
}

}  // namespace
}  // namespace hearth::app
