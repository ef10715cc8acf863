// A larger model in the loop: what it prints in the form of its family becomes cards, results and answers.
#include <gmock/gmock.h>

#include <fstream>
#include <iterator>

#include "fakes/agent_fixture.h"
#include "fakes/scripted_session.h"
#include "fakes/tiny_model.h"
#include "loop/agent_loop.h"

namespace hearth::tests {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* kNoteRequest = "please note down that we are out of milk";
constexpr const char* kEventsRequest = "what is on my calendar tomorrow and is it a good day for skiing";

// How a family writes calls: its template (a file of the conformance cases, or text), its own tokens, and a
// call of create_note and of list_events.
struct Family {
    const char* name;
    const char* file;
    const char* source;
    std::vector<std::string> control;
    const char* note;
    const char* events;
};

// In the manner of templates that are not among the conformance cases.
constexpr const char* kPhi4 =
    "{% for m in messages %}<|{{ m.role }}|>{{ m.content }}{% if loop.first and tools %}<|tool|>{{ tools | "
    "tojson "
    "}}<|/tool|>{% endif %}{% if m.tool_calls %}<|tool_call|>[{% for c in m.tool_calls %}{{ c.function | "
    "tojson }}"
    "{% endfor %}]<|/tool_call|>{% endif %}<|end|>{% endfor %}<|assistant|>";
constexpr const char* kHarmony =
    "{% for t in tools %}type {{ t.function.name }} = {{ t | tojson }};{% endfor %}{% for m in messages %}"
    "<|start|>{{ m.role }}{% for c in m.tool_calls %}<|channel|>commentary to=functions.{{ c.function.name "
    "}} "
    "<|constrain|>json<|message|>{{ c.function.arguments | tojson }}<|call|>{% endfor %}<|message|>{{ "
    "m.content }}"
    "<|end|>{% endfor %}<|start|>assistant";
constexpr const char* kFunctionGemma =
    "{% for t in tools %}<start_function_declaration>{{ t | tojson }}<end_function_declaration>{% endfor %}"
    "{% for m in messages %}<start_of_turn>{{ m.role }}\n{{ m.content }}{% for c in m.tool_calls %}"
    "<start_function_call>call:{{ c.function.name }}{{ c.function.arguments | tojson }}<end_function_call>"
    "{% endfor %}<end_of_turn>\n{% endfor %}<start_of_turn>model\n {# <escape> #}<escape>";

std::vector<Family> families() {
    return {
        {"Hermes",
         "NousResearch-Hermes-3-Llama-3.1-8B-tool_use",
         "",
         {},
         "Of course.\n<tool_call>\n{\"name\": \"create_note\", \"arguments\": {\"text\": \"out of milk\"}}\n"
         "</tool_call>",
         "<tool_call>\n{\"name\": \"list_events\", \"arguments\": {\"date\": \"tomorrow\"}}\n</tool_call>"},
        {"Qwen25",
         "Qwen-Qwen2.5-7B-Instruct",
         "",
         {"<tool_call>", "</tool_call>"},
         "<tool_call>\n{\"name\": \"create_note\", \"arguments\": {\"text\": \"out of milk\"}}\n</tool_call>",
         "<tool_call>\n{\"name\": \"list_events\", \"arguments\": {\"date\": \"tomorrow\"}}\n</tool_call>"},
        {"Qwen3Coder",
         "Qwen3-Coder",
         "",
         {"<tool_call>", "</tool_call>"},
         "<tool_call>\n<function=create_note>\n<parameter=text>\nout of milk\n</parameter>\n</function>\n"
         "</tool_call>",
         "<tool_call>\n<function=list_events>\n<parameter=date>\ntomorrow\n</parameter>\n</function>\n"
         "</tool_call>"},
        {"Llama31",
         "meta-llama-Llama-3.1-8B-Instruct",
         "",
         {"<|python_tag|>"},
         R"({"name": "create_note", "parameters": {"text": "out of milk"}})",
         R"(<|python_tag|>{"name": "list_events", "parameters": {"date": "tomorrow"}})"},
        {"Devstral",
         "unsloth-mistral-Devstral-Small-2507",
         "",
         {"[TOOL_CALLS]", "[ARGS]"},
         R"([TOOL_CALLS]create_note[ARGS]{"text": "out of milk"})",
         R"([TOOL_CALLS]list_events[ARGS]{"date": "tomorrow"})"},
        {"Gemma4",
         "google-gemma-4-31B-it",
         "",
         {"<|tool_call>", "<tool_call|>", "<|\"|>"},
         "<|tool_call>call:create_note{text:<|\"|>out of milk<|\"|>}<tool_call|>",
         "<|tool_call>call:list_events{date:<|\"|>tomorrow<|\"|>}<tool_call|>"},
        {"Gemma2InWords",
         "google-gemma-2-2b-it",
         "",
         {},
         "<tool_call>\n{\"name\": \"create_note\", \"arguments\": {\"text\": \"out of milk\"}}\n</tool_call>",
         "<tool_call>\n{\"name\": \"list_events\", \"arguments\": {\"date\": \"tomorrow\"}}\n</tool_call>"},
        {"LFM2",
         "LFM2.5-Instruct",
         "",
         {"<|tool_call_start|>", "<|tool_call_end|>"},
         R"(<|tool_call_start|>[create_note(text="out of milk")]<|tool_call_end|>)",
         R"(<|tool_call_start|>[list_events(date="tomorrow")]<|tool_call_end|>)"},
        {"FunctionGemma",
         "",
         kFunctionGemma,
         {"<start_function_call>", "<end_function_call>", "<escape>"},
         "<start_function_call>call:create_note{text:<escape>out of milk<escape>}<end_function_call>",
         "<start_function_call>call:list_events{date:<escape>tomorrow<escape>}<end_function_call>"},
        {"Phi4",
         "",
         kPhi4,
         {"<|tool_call|>", "<|/tool_call|>"},
         R"(<|tool_call|>[{"name": "create_note", "arguments": {"text": "out of milk"}}]<|/tool_call|>)",
         R"(<|tool_call|>[{"name": "list_events", "arguments": {"date": "tomorrow"}}]<|/tool_call|>)"},
        {"Harmony",
         "",
         kHarmony,
         {"<|channel|>", "<|message|>", "<|constrain|>", "<|start|>", "<|end|>"},
         "<|channel|>analysis<|message|>A note, then.<|end|><|start|>assistant<|channel|>commentary "
         "to=functions.create_note <|constrain|>json<|message|>{\"text\": \"out of milk\"}",
         "<|channel|>commentary to=functions.list_events <|constrain|>json<|message|>{\"date\": "
         "\"tomorrow\"}"},
    };
}

class Talk : public AgentFixture {
  protected:
    // Gives the loop a larger model with this template, which says `answers`.
    void open(const Family& family, std::vector<std::string> answers) {
        std::string source = family.source;
        if (*family.file) {
            const std::string file =
                std::string(HEARTH_SHARED) + "/conformance/templates/" + family.file + ".jinja";
            std::ifstream in(file, std::ios::binary);
            if (!in) GTEST_SKIP() << file << " is not there";
            source.assign(std::istreambuf_iterator<char>(in), {});
        }
        TinyModel tiny;
        tiny.tokens = family.control;
        tiny.adjust = [&](engine::gguf::Writer& writer) {
            writer.set("tokenizer.chat_template", std::string_view(source));
        };
        const std::string path = (dir_ / "chat.gguf").string();
        tiny.write(path);
        auto model = engine::Model::open(path);
        ASSERT_TRUE(model) << model.error().text();
        spoken_.answers = std::move(answers);
        loop_.setChat(std::make_unique<agent::loop::ChatAnswer>(
            *model, std::make_unique<ScriptedSession>(*model, spoken_)));
    }
    ScriptedSession::Script spoken_;
};

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
