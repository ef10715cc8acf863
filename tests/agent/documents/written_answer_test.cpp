#include "documents/written_answer.h"

#include <gmock/gmock.h>

#include "fakes/scripted_passages.h"

namespace hearth::agent::documents {
namespace {

using testing::HasSubstr;

TEST(WrittenAnswerTest, KnowsWhenTheModelFoundNothing) {
    for (const char* text : {"NOT IN THE PASSAGES", " NOT IN THE PASSAGES.\n", "", " \n"})
        EXPECT_TRUE(saysNothing(text)) << text;
    EXPECT_FALSE(saysNothing("It is 800 [1]."));
}

TEST(WrittenAnswerTest, StreamsWholeSentencesWithoutForeignAddresses) {
    std::string said;
    const EventSink sink = [&](const Event& event) {
        if (const auto* delta = std::get_if<TextDelta>(&event)) said += delta->text;
    };
    WrittenStream stream({}, sink);
    for (const char* piece : {"It is ", "800 [x](http://ev", "il/?800) eur", "os. An", "d more"})
        stream.tell(TextDelta{piece});
    EXPECT_EQ(said, "It is 800 x euros.");
}

TEST(WrittenAnswerTest, NumbersSourcesInTheOrderOfTheirUse) {
    tests::ScriptedPassages finder;
    std::vector<Passage> passages(2);
    passages[0].found.chunk = finder.add("/a.txt", "Cats purr when they are content.");
    passages[1].found.chunk = finder.add("/b.txt", "The monthly rent is 800 euros.");
    const auto answer =
        checkedAnswer(finder, {}, passages, "The monthly rent is 800 euros [2]. Cats purr [1][2].", {});
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->text, "The monthly rent is 800 euros. [1] Cats purr. [2] [1]");
    ASSERT_EQ(answer->documents->sources.size(), 2u);
    EXPECT_EQ(answer->documents->sources[0].path, "/b.txt");
    EXPECT_EQ(answer->documents->used, 2);
    const auto& first = answer->documents->statements.at(0);
    EXPECT_EQ(answer->text.substr(first.begin, first.end - first.begin),
              "The monthly rent is 800 euros. [1]");
}

}  // namespace
}  // namespace hearth::agent::documents
