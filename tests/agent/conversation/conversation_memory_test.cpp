#include "conversation/conversation_memory.h"

#include <gtest/gtest.h>

namespace hearth::agent::loop {
namespace {

// User and assistant in turn, one message a text.
std::vector<Message> talk(const std::vector<std::string>& texts) {
    std::vector<Message> out;
    for (const std::string& text : texts)
        out.push_back({out.size() % 2 == 0 ? Message::Role::User : Message::Role::Assistant, text, {}});
    return out;
}

TEST(ConversationMemory, FindsTheLongestSummaryOfTheSameBeginning) {
    ConversationMemory memory;
    const auto history = talk({"a", "b", "c", "d", "e"});
    EXPECT_EQ(memory.find(history).covered, 0u);
    memory.keep(history, {2, "of two"});
    memory.keep(history, {4, "of four"});
    EXPECT_EQ(memory.find(history).text, "of four");
    EXPECT_EQ(memory.find(talk({"a", "b", "c"})).text, "of two");
    EXPECT_EQ(memory.find(talk({"a", "B", "c", "d"})).text, "");  // edited
    EXPECT_EQ(memory.find(talk({"a", "b", "c", "D", "x"})).text, "of two");
    for (int i = 0; i < 40; ++i) memory.keep(talk({std::to_string(i), "x"}), {2, "other"});
    EXPECT_EQ(memory.find(history).text, "");  // long ago
}

TEST(FirstKept, KeepsTheNewestFromAUserOn) {
    const auto history = talk({"a", "b", "c", "d", "e", "f"});
    const std::vector<int> sizes(6, 10);
    EXPECT_EQ(firstKept(sizes, history, 60, 30), 0u);
    EXPECT_EQ(firstKept(sizes, history, 59, 60), 0u);
    EXPECT_EQ(firstKept(sizes, history, 59, 45), 2u);
    EXPECT_EQ(firstKept(sizes, history, 59, 35), 4u);  // three would begin with an answer
    EXPECT_EQ(firstKept(sizes, history, 59, 5), 6u);
    EXPECT_EQ(firstKept({}, {}, 0, 0), 0u);
}

}  // namespace
}  // namespace hearth::agent::loop
