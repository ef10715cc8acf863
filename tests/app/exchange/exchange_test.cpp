#include "exchange/exchange.h"

#include <gmock/gmock.h>

#include "app/document_records.h"
#include "app/records.h"

namespace hearth::app {
namespace {

using testing::HasSubstr;

WholeConversation sample() {
    WholeConversation whole;
    whole.record = {7, "Lunch", 1'700'000'000'000, 1'700'000'060'000, true, 4, true};
    whole.messages = {message(1, 0, MessageKind::User, "set up lunch"),
                      message(2, 1, MessageKind::Assistant, "# Plan\n\n```\n## You\n```\n\\## kept"),
                      actionMessage(3, 2, "a1"), message(4, 3, MessageKind::User, "thanks"),
                      message(5, 3, MessageKind::User, "another branch")};
    whole.messages[1].calls = {{"create_event", {{"title", "Lunch"}, {"title", "again"}}}};
    whole.messages[2].action.state = ActionState::Done;
    whole.messages[2].action.result = "Added.";
    whole.messages[2].action.auditId = 9;
    whole.messages[2].action.undoable = true;
    return whole;
}

TEST(Exchange, MarkdownIsTheBranchOnShow) {
    const std::string text = toMarkdown(sample());
    EXPECT_THAT(text, testing::StartsWith("# Lunch\n"));
    EXPECT_THAT(text, HasSubstr("## You\n\nset up lunch"));
    EXPECT_THAT(text, HasSubstr("> **Add to calendar** Lunch, tomorrow 12:00\n> Added."));
    EXPECT_THAT(text, HasSubstr("thanks"));
    EXPECT_THAT(text, testing::Not(HasSubstr("another branch")));
}

TEST(Exchange, WhatAnAnswerRestsOnGoesWithIt) {
    WholeConversation whole = sample();
    whole.messages[1].documents = documentAnswer();
    whole.messages[1].untrusted = true;
    EXPECT_THAT(toMarkdown(whole), HasSubstr("- [1] /docs/lease.pdf (page 3, Sheet1 B7, Rent › Monthly)"));
    const auto read = readConversations(toJson({whole}));
    ASSERT_TRUE(read) << read.error().text();
    EXPECT_EQ(read->front().messages.at(1).documents, documentAnswer());
    EXPECT_TRUE(read->front().messages.at(1).untrusted);
}

TEST(Exchange, MarkdownComesBack) {
    const auto read = readConversations(toMarkdown(sample()));
    ASSERT_TRUE(read) << read.error().text();
    ASSERT_EQ(read->size(), 1u);
    EXPECT_EQ(read->front().record.title, "Lunch");
    const auto& messages = read->front().messages;
    ASSERT_EQ(messages.size(), 3u);
    EXPECT_EQ(messages[0].text, "set up lunch");
    EXPECT_THAT(messages[1].text, testing::StartsWith("# Plan\n\n```\n## You\n```\n\\## kept"));
    EXPECT_EQ(messages[2].kind, MessageKind::User);
    EXPECT_EQ(messages[2].parent, messages[1].id);
}

TEST(Exchange, JsonKeepsEverything) {
    const auto read = readConversations(toJson({sample(), sample()}));
    ASSERT_TRUE(read) << read.error().text();
    ASSERT_EQ(read->size(), 2u);
    const WholeConversation& whole = read->front();
    EXPECT_EQ(whole.record.title, "Lunch");
    EXPECT_TRUE(whole.record.pinned && whole.record.named);
    EXPECT_EQ(whole.record.leaf, 4);
    ASSERT_EQ(whole.messages.size(), 5u);
    EXPECT_EQ(whole.messages[4].text, "another branch");
    EXPECT_EQ(whole.messages[1].calls.front().arguments.size(), 2u);
    const ActionRecord& action = whole.messages[2].action;
    EXPECT_EQ(action.proposed.prepared.summary, "Lunch, tomorrow 12:00");
    EXPECT_EQ(action.result, "Added.");
    EXPECT_EQ(action.auditId, 0);  // that was of the other log
    EXPECT_FALSE(action.undoable);
}

TEST(Exchange, WhatWasOpenElsewhereIsClosed) {
    WholeConversation whole = sample();
    whole.messages[2].action.state = ActionState::Waiting;
    whole.messages[3].state = MessageState::Streaming;
    const auto read = readConversations(toJson({whole}));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->front().messages[2].action.state, ActionState::Expired);
    EXPECT_EQ(read->front().messages[3].state, MessageState::Stopped);
}

TEST(Exchange, SaysWhatIsWrong) {
    const std::pair<std::string, const char*> cases[] = {
        {"", "nothing in this file"},
        {"just a text", "no conversation"},
        {"{", "neither"},
        {"{}", "neither an export"},
        {"[1]", "entry 1"},
        {R"([{"title":"x"}])", "neither an export"},
        {R"({"hearth_conversations":2,"conversations":[]})", "newer Hearth"},
        {R"({"hearth_conversations":1,"conversations":[{"messages":[{}]}]})", "conversation 1"},
        {R"({"hearth_conversations":1,"conversations":[{"messages":[{"id":"a"}]}]})", "damaged"},
        {R"({"hearth_conversations":1})", "damaged"},
        {std::string(200'000, '['), "too deep"},
    };
    for (const auto& [text, wrong] : cases) {
        const auto read = readConversations(text);
        ASSERT_FALSE(read) << text.substr(0, 60);
        EXPECT_THAT(read.error().text(), HasSubstr(wrong)) << text.substr(0, 60);
    }
}

// Every cut of an export, and every byte of it changed, gives conversations or an error.
TEST(Exchange, DamagedExportsDoNoHarm) {
    const std::string whole = toJson({sample()});
    for (std::size_t i = 0; i + 2 < whole.size(); i += 3) {
        EXPECT_FALSE(readConversations(whole.substr(0, i)));
        std::string changed = whole;
        changed[i] = static_cast<char>(changed[i] ^ 0x15);
        const auto read = readConversations(changed);
        for (const WholeConversation& conversation : read.value_or(std::vector<WholeConversation>{}))
            EXPECT_FALSE(toMarkdown(conversation).empty());
    }
}

}  // namespace
}  // namespace hearth::app
