// A larger model in the loop: what it prints in the form of its family becomes cards, results and answers.
#include <gmock/gmock.h>

#include "fakes/talk_fixture.h"

namespace hearth::tests {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* kNoteRequest = "please note down that we are out of milk";
constexpr const char* kEventsRequest = "what is on my calendar tomorrow and is it a good day for skiing";

class TalkInFamily : public Talk, public testing::WithParamInterface<Family> {};

TEST_P(TalkInFamily, AWritingCallBecomesACard) {
    open(GetParam(), {GetParam().note});
    if (IsSkipped()) return;
    const auto heard = say(kNoteRequest, "irrelevant topic=other");
    EXPECT_TRUE(spoken_.refused.empty()) << spoken_.refused.front();
    ASSERT_EQ(heard.proposed.size(), 1u) << heard.answer.text;
    EXPECT_EQ(heard.proposed[0].tool, "create_note");
    EXPECT_TRUE(heard.done.empty()) << "nothing happens before the yes";
    EXPECT_EQ(heard.answer.text.find("create_note"), std::string::npos) << heard.answer.text;
    ASSERT_EQ(heard.answer.calls.size(), 1u);
    EXPECT_EQ(heard.answer.calls[0].argument("text"), "out of milk");
    EXPECT_TRUE(confirm(heard.proposed[0].id).ok);
    EXPECT_EQ(filesIn(context_.notesDir).size(), 1u);
    EXPECT_EQ(spoken_.prompts.size(), 1u) << "it waits for the user";
}

TEST_P(TalkInFamily, WhatAReadingCallFindsGoesBackToTheModel) {
    addEvent("1", "Dentist", "20261123T100000", "20261123T110000");
    open(GetParam(), {GetParam().events, "You see the dentist at ten, so ski after that."});
    if (IsSkipped()) return;
    if (std::string(GetParam().name) == "Harmony")
        spoken_.answers[1] = "<|channel|>final<|message|>" + spoken_.answers[1];
    const auto heard = say(kEventsRequest, "irrelevant topic=other");
    EXPECT_TRUE(spoken_.refused.empty()) << spoken_.refused.front();
    ASSERT_EQ(heard.done.size(), 1u);
    EXPECT_THAT(heard.done[0].text, HasSubstr("Dentist"));
    ASSERT_EQ(spoken_.prompts.size(), 2u);
    EXPECT_THAT(spoken_.prompts[0], HasSubstr("list_events"));
    EXPECT_THAT(spoken_.prompts[0], Not(HasSubstr("Dentist")));
    EXPECT_THAT(spoken_.prompts[1], HasSubstr("Dentist")) << "the result";
    EXPECT_EQ(heard.answer.text, "You see the dentist at ten, so ski after that.");
    // The next turn is told of it as a call.
    spoken_.answers.push_back("");
    say("thanks a lot", "irrelevant topic=thanks");
    EXPECT_THAT(spoken_.prompts.back(), HasSubstr("so ski after that"));
}

INSTANTIATE_TEST_SUITE_P(Families, TalkInFamily, testing::ValuesIn(families()),
                         [](const auto& each) { return std::string(each.param.name); });

const Family& qwen() {
    static const Family kFamily = families()[1];
    return kFamily;
}

TEST_F(Talk, OffersFewToolsAndKeepsThemWhileTheyFit) {
    open(qwen(), {"Hello.", "Yes.", "Sunny."});
    if (IsSkipped()) return;
    say(kEventsRequest, "irrelevant topic=other");
    const auto toolsOf = [](const std::string& prompt) {
        const auto from = prompt.find("<tools>\n"), to = prompt.rfind("</tools>");
        return prompt.substr(from, to - from);
    };
    const std::string first = toolsOf(spoken_.prompts[0]);
    std::size_t count = 0;
    for (std::size_t at = first.find("\"parameters\""); at != std::string::npos;
         at = first.find("\"parameters\"", at + 1))
        ++count;
    EXPECT_EQ(count, agent::kOfferedTools) << first;
    say("and is my calendar free the day after, too", "irrelevant topic=other");
    EXPECT_EQ(toolsOf(spoken_.prompts[1]), first) << "the prompt begins as before";
    script_.alternatives["how warm will it be in Oslo"] = {{"get_weather", -0.3}};
    say("how warm will it be in Oslo", "irrelevant topic=other");
    EXPECT_THAT(toolsOf(spoken_.prompts[2]), HasSubstr("get_weather")) << "as the built-in model says";
}

TEST_F(Talk, TheToolOfAnOpenCardStaysOffered) {
    open(qwen(), {"Fine."});
    if (IsSkipped()) return;
    say("remind me", "set_reminder text=tea|time=noon|date=tomorrow");
    say("and what do you think of the weather on mars, is it cold there or warm", "irrelevant topic=other");
    ASSERT_FALSE(spoken_.prompts.empty());
    EXPECT_THAT(spoken_.prompts.back(), HasSubstr("set_reminder"));
}

TEST_F(Talk, ClearShortRequestsAreCarriedOutAtOnce) {
    open(qwen(), {});
    if (IsSkipped()) return;
    EXPECT_EQ(say("note milk", "create_note text=milk").proposed.size(), 1u);
    EXPECT_TRUE(spoken_.prompts.empty());
    script_.logprobs["note eggs"] = -0.5;
    say("note eggs", "create_note text=eggs");
    EXPECT_EQ(spoken_.prompts.size(), 1u) << "what the built-in model is not sure of";
}

TEST_F(Talk, SeveralCallsInOneAnswer) {
    const std::string note = "<tool_call>\n{\"name\": \"create_note\", \"arguments\": {\"text\": \"";
    const std::string end = "\"}}\n</tool_call>\n";
    open(qwen(), {note + "milk" + end + note + "eggs" + end + note + "milk" + end});
    if (IsSkipped()) return;
    const auto heard = say(kNoteRequest, "irrelevant topic=other");
    EXPECT_EQ(heard.proposed.size(), 2u) << "what only repeats is left out";
    EXPECT_TRUE(spoken_.refused.empty());
}

// A tool of another program.
class GuestEcho final : public agent::Tool {
  public:
    GuestEcho() {
        spec_.name = "mcp_srv_echo";
        spec_.verb = "Use “echo” of “srv”";
        spec_.description = "Says words again";
        spec_.writes = true;
        spec_.arguments.push_back({"words", agent::ArgumentType::Text, "Words", "", true, {}});
    }
    const agent::ToolSpec& spec() const override { return spec_; }
    base::Result<agent::Prepared> prepare(const agent::Call& call) override {
        agent::Prepared out;
        out.tool = spec_.name;
        agent::Field field;
        field.name = "words";
        field.value = call.argument("words").value_or("");
        out.fields.push_back(field);
        return out;
    }
    base::Result<agent::Outcome> run(const std::vector<agent::Field>& fields, base::CancelToken) override {
        agent::Outcome out;
        out.text = "“srv” answered: " + fields.front().value;
        return out;
    }
    base::Result<std::string> undo(const std::string&) override {
        return base::fail(base::ErrorCode::Unsupported, "no");
    }

  private:
    agent::ToolSpec spec_;
};

TEST_F(Talk, AToolOfAnotherProgramWaitsForTheYesUnlessItIsAllowed) {
    const std::string call =
        "<tool_call>\n{\"name\": \"mcp_srv_echo\", \"arguments\": {\"words\": \"ahoy\"}}\n</tool_call>";
    open(qwen(), {call, call, call, "It said ahoy."});
    if (IsSkipped()) return;
    const auto invite = [this] {
        std::vector<std::unique_ptr<agent::Tool>> guests;
        guests.push_back(std::make_unique<GuestEcho>());
        registry_.setGuests(std::move(guests));
    };
    invite();
    const auto asked = say("have the echo say ahoy to me once more please", "irrelevant topic=other");
    EXPECT_TRUE(spoken_.refused.empty());
    ASSERT_EQ(asked.proposed.size(), 1u);
    EXPECT_TRUE(asked.done.empty()) << "nothing happens before the yes";
    EXPECT_EQ(confirm(asked.proposed[0].id).text, "“srv” answered: ahoy");
    // A card whose program went away says so.
    const auto late = say("have the echo say ahoy to me once again please", "irrelevant topic=other");
    ASSERT_EQ(late.proposed.size(), 1u);
    registry_.setGuests({});
    EXPECT_EQ(loop_.confirm(late.proposed[0].id, {}, {}).error().code, base::ErrorCode::NotFound);
    invite();
    ASSERT_TRUE(approval_.set("mcp_srv_echo", agent::Approval::AlwaysAllow));
    const auto allowed = say("and now the echo should say it again for me", "irrelevant topic=other");
    ASSERT_EQ(allowed.done.size(), 1u);
    EXPECT_THAT(spoken_.prompts.back(), HasSubstr("“srv” answered: ahoy")) << "as a stranger's words";
    EXPECT_EQ(allowed.answer.text, "It said ahoy.");
}

TEST_F(Talk, AToolThatWasNotOfferedCannotBeCalled) {
    open(qwen(), {"<tool_call>\n{\"name\": \"format_disk\", \"arguments\": {}}\n</tool_call>"});
    if (IsSkipped()) return;
    const auto heard = say(kNoteRequest, "irrelevant topic=other");
    ASSERT_EQ(spoken_.refused.size(), 1u);
    EXPECT_EQ(spoken_.refused[0], "<tool_call>\n{\"name\": \"");
    EXPECT_TRUE(heard.proposed.empty());
    EXPECT_THAT(heard.answer.text, HasSubstr("tried to use a tool")) << "reported, not shown";
    EXPECT_THAT(heard.answer.text, Not(HasSubstr("tool_call")));
}

TEST_F(Talk, RoundsAreBounded) {
    std::vector<std::string> endless;
    for (int i = 1; i <= 9; ++i)
        endless.push_back("<tool_call>\n{\"name\": \"list_events\", \"arguments\": {\"date\": \"2026-12-0" +
                          std::to_string(i) + "\"}}\n</tool_call>");
    open(qwen(), endless);
    if (IsSkipped()) return;
    const auto heard = say(kEventsRequest, "irrelevant topic=other");
    EXPECT_TRUE(heard.answered);
    EXPECT_EQ(spoken_.prompts.size(), 5u);
    EXPECT_EQ(heard.done.size(), 4u);
}

TEST_F(Talk, ReasoningIsApartAndCanBeSwitched) {
    open(qwen(), {"<think>milk is white</think>Hello.", "Hello again."});
    if (IsSkipped()) return;
    std::string reasoning, text;
    const auto listen = [&](const agent::Event& event) {
        if (const auto* part = std::get_if<agent::ThoughtDelta>(&event)) reasoning += part->text;
        if (const auto* part = std::get_if<agent::TextDelta>(&event)) text += part->text;
    };
    ASSERT_TRUE(loop_.ask({1, "hello there my friend", {}, {}, true}, listen, {}));
    EXPECT_EQ(reasoning, "milk is white");
    EXPECT_EQ(text, "Hello.");
}

TEST_F(Talk, StopsBetweenRounds) {
    open(qwen(), {qwen().events, "never said"});
    if (IsSkipped()) return;
    base::CancelSource stop;
    agent::AnswerDone answer;
    script_.answers[kEventsRequest] = "irrelevant topic=other";
    ASSERT_TRUE(loop_.ask(
        {1, kEventsRequest, {}},
        [&](const agent::Event& event) {
            if (std::get_if<agent::ActionDone>(&event)) stop.cancel();
            if (const auto* done = std::get_if<agent::AnswerDone>(&event)) answer = *done;
        },
        stop.token()));
    EXPECT_TRUE(answer.stopped);
    EXPECT_EQ(spoken_.prompts.size(), 1u);
}

}  // namespace
}  // namespace hearth::tests
