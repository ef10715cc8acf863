// The agent with a larger model of any family: what the test wrote is printed in the form of that family's
// chat template.
#pragma once

#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "fakes/agent_fixture.h"
#include "fakes/scripted_session.h"
#include "fakes/tiny_model.h"
#include "loop/agent_loop.h"

namespace hearth::tests {

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
inline constexpr const char* kPhi4 =
    "{% for m in messages %}<|{{ m.role }}|>{{ m.content }}{% if loop.first and tools %}<|tool|>{{ tools | "
    "tojson "
    "}}<|/tool|>{% endif %}{% if m.tool_calls %}<|tool_call|>[{% for c in m.tool_calls %}{{ c.function | "
    "tojson }}"
    "{% endfor %}]<|/tool_call|>{% endif %}<|end|>{% endfor %}<|assistant|>";
inline constexpr const char* kHarmony =
    "{% for t in tools %}type {{ t.function.name }} = {{ t | tojson }};{% endfor %}{% for m in messages %}"
    "<|start|>{{ m.role }}{% for c in m.tool_calls %}<|channel|>commentary to=functions.{{ c.function.name "
    "}} "
    "<|constrain|>json<|message|>{{ c.function.arguments | tojson }}<|call|>{% endfor %}<|message|>{{ "
    "m.content }}"
    "<|end|>{% endfor %}<|start|>assistant";
inline constexpr const char* kFunctionGemma =
    "{% for t in tools %}<start_function_declaration>{{ t | tojson }}<end_function_declaration>{% endfor %}"
    "{% for m in messages %}<start_of_turn>{{ m.role }}\n{{ m.content }}{% for c in m.tool_calls %}"
    "<start_function_call>call:{{ c.function.name }}{{ c.function.arguments | tojson }}<end_function_call>"
    "{% endfor %}<end_of_turn>\n{% endfor %}<start_of_turn>model\n {# <escape> #}<escape>";

inline std::vector<Family> families() {
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
        loop_.setChat(
            std::make_unique<agent::ChatAnswer>(*model, std::make_unique<ScriptedSession>(*model, spoken_)));
    }
    ScriptedSession::Script spoken_;
};

}  // namespace hearth::tests
