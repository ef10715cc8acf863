// Answers under the constraint of calls: what a family prints is taken, and whatever is drawn can be read.
#include "engine/call_constraint.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <optional>
#include <random>

#include "engine/answer_parser.h"
#include "fakes/fake_tokenizer.h"

namespace hearth::engine {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kTools = R"([
    {"type": "function", "function": {"name": "create_event", "parameters": {
        "type": "object", "required": ["title"], "properties": {
            "title": {"type": "string"}, "minutes": {"type": "integer"},
            "repeat": {"type": "string", "enum": ["daily", "weekly"]}}}}},
    {"type": "function", "function": {"name": "now", "parameters": {"type": "object", "properties": {}}}}])";

struct Family {
    const char* name;
    const char* source;                // what its template has in its text
    std::vector<std::string> control;  // tokens of its vocabulary
    const char* answer;                // as it prints calls
    int calls;                         // in that answer
};

std::vector<Family> families() {
    return {
        {"Hermes",
         "<tool_call>",
         {},
         "Sure.\n<tool_call>\n{\"name\": \"create_event\", \"arguments\": {\"title\": "
         "\"Lunch\"}}\n</tool_call>\n"
         "<tool_call>\n{\"name\": \"now\", \"arguments\": {}}\n</tool_call>",
         2},
        {"Qwen",
         "<tool_call>",
         {"<tool_call>", "</tool_call>", "<think>", "</think>"},
         "<think>a <tool_call> is due</think><tool_call>\n{\"name\": \"now\", \"arguments\": "
         "{}}\n</tool_call>",
         1},
        {"QwenCoder",
         "<tool_call><function=<parameter=",
         {},
         "<tool_call>\n<function=create_event>\n<parameter=title>\nLunch\n</"
         "parameter>\n<parameter=minutes>\n60\n"
         "</parameter>\n</function>\n</tool_call>",
         1},
        {"GLM",
         "<tool_call><arg_key>",
         {"<tool_call>", "</tool_call>"},
         "<tool_call>create_event\n<arg_key>title</arg_key>\n<arg_value>Lunch</arg_value>\n</tool_call>",
         1},
        {"Llama3",
         "<|python_tag|> ipython",
         {"<|python_tag|>"},
         R"({"name": "create_event", "parameters": {"title": "Lunch", "minutes": 60}})",
         1},
        {"LlamaTag",
         "<|python_tag|> ipython",
         {"<|python_tag|>"},
         R"(<|python_tag|>{"type": "function", "name": "now", "parameters": {}})",
         1},
        {"LlamaPython", "<|python_tag|>", {}, R"([create_event(title="Lunch", minutes=60), now()])", 2},
        {"Mistral",
         "[TOOL_CALLS]",
         {"[TOOL_CALLS]"},
         R"([TOOL_CALLS] [{"name": "now", "arguments": {}, "id": "123456789"}, {"name": "now", "arguments": {}}])",
         2},
        {"MistralNew",
         "[TOOL_CALLS] [ARGS]",
         {"[TOOL_CALLS]", "[ARGS]"},
         R"([TOOL_CALLS]create_event[ARGS]{"title": "x", "repeat": "daily"}[TOOL_CALLS]now[ARGS]{})",
         2},
        {"Gemma",
         "<start_function_call> <escape>",
         {"<start_function_call>", "<end_function_call>", "<escape>"},
         "<start_function_call>call:create_event{title:<escape>Lunch<escape>,minutes:60}<end_function_call>",
         1},
        {"Gemma4",
         "<|tool_call>",
         {"<|tool_call>", "<tool_call|>", "<|\"|>"},
         "<|tool_call>call:create_event{title:<|\"|>Lun\"ch<|\"|>,repeat:<|\"|>weekly<|\"|>}<tool_call|>",
         1},
        {"Phi4",
         "<|tool_call|>",
         {"<|tool_call|>", "<|/tool_call|>"},
         R"(<|tool_call|>[{"name": "create_event", "arguments": {"title": "x"}}]<|/tool_call|>)",
         1},
        {"Harmony",
         "<|channel|><|message|>",
         {"<|channel|>", "<|message|>", "<|constrain|>", "<|start|>"},
         "<|channel|>analysis<|message|>hm<|end|><|start|>assistant<|channel|>commentary "
         "to=functions.create_event "
         "<|constrain|>json<|message|>{\"title\": \"Lunch\"}",
         1},
        {"LFM2",
         "<|tool_call_start|>",
         {"<|tool_call_start|>", "<|tool_call_end|>"},
         R"(<|tool_call_start|>[create_event(title="it's", minutes=60), now()]<|tool_call_end|>)",
         2},
        {"DeepSeek",
         "<｜tool▁call▁begin｜>",
         {"<｜tool▁call▁begin｜>", "<｜tool▁call▁end｜>", "<｜tool▁sep｜>"},
         "<｜tool▁call▁begin｜>now<｜tool▁sep｜>{}<｜tool▁call▁end｜>",
         1},
        {"Kimi",
         "<|tool_call_begin|> <|tool_call_argument_begin|>",
         {"<|tool_call_begin|>", "<|tool_call_end|>", "<|tool_call_argument_begin|>"},
         "<|tool_call_begin|>functions.now:0<|tool_call_argument_begin|>{}<|tool_call_end|>",
         1},
        {"MiniMax",
         "<invoke name=",
         {},
         "<invoke name=\"create_event\">\n<parameter name=\"title\">Lunch</parameter>\n</invoke>",
         1},
        {"Cohere",
         "<|START_ACTION|>",
         {"<|START_ACTION|>", "<|END_ACTION|>"},
         "<|START_ACTION|>[\n{\"tool_call_id\": \"0\", \"tool_name\": \"now\", \"parameters\": "
         "{}}\n]<|END_ACTION|>",
         1},
        {"Apertus",
         "<|tools_prefix|>",
         {"<|tools_prefix|>", "<|tools_suffix|>"},
         R"(<|tools_prefix|>[{"create_event": {"title": "x"}}]<|tools_suffix|>)",
         1},
    };
}

constexpr const char* kForm = R"({"type": "object", "properties": {"done": {"type": "boolean"}},
    "required": ["done"], "additionalProperties": false})";

class CallConstraint : public testing::TestWithParam<Family> {
  protected:
    std::unique_ptr<TokenConstraint> constraint(bool required = false, const char* form = "") const {
        auto made = makeCallConstraint(tokenizer_, {GetParam().source, kTools, "", 8, required, form});
        EXPECT_TRUE(made) << made.error().text();
        return std::move(*made);
    }
    // Draws among the allowed tokens, as a model without any sense would, until the answer may end; nothing
    // where it never does.
    std::optional<std::string> draw(std::unique_ptr<TokenConstraint> drawn, unsigned seed) const {
        std::mt19937 random(seed);
        TokenMask mask(tokenizer_.size());
        std::string answer;
        for (int n = 0; n < 4000; ++n) {
            drawn->allowed(mask);
            std::vector<TokenId> choices;
            for (TokenId id = 0; id < tokenizer_.size(); ++id)
                if (mask.test(id)) choices.push_back(id);
            EXPECT_FALSE(choices.empty()) << answer;
            if (choices.empty()) return std::nullopt;
            // Free text begins when the call is done: then this answer ends.
            const bool free = mask.test(*tokenizer_.eos());
            const TokenId next = free ? *tokenizer_.eos() : choices[random() % choices.size()];
            if (n % 16 == 0) drawn = drawn->clone();
            EXPECT_TRUE(drawn->accept(next)) << answer;
            if (tokenizer_.isEnd(next)) return answer;
            answer += tokenizer_.bytes(next, true);
        }
        return std::nullopt;
    }
    std::string textIn(const std::string& answer) const {
        const auto parser = makeAnswerParser(GetParam().source, {kTools, ""});
        auto parts = parser->push(answer);
        for (auto& part : parser->finish()) parts.push_back(part);
        std::string text;
        for (const AnswerPart& part : parts) text += part.text;
        return text;
    }
    // The calls of an answer; fails where one cannot be read or names what was not offered.
    int callsIn(const std::string& answer) const {
        const auto parser = makeAnswerParser(GetParam().source, {kTools, ""});
        auto parts = parser->push(answer);
        for (auto& part : parser->finish()) parts.push_back(part);
        int calls = 0;
        for (const AnswerPart& part : parts) {
            EXPECT_NE(part.kind, AnswerPart::Kind::Malformed) << answer << "\n" << part.raw;
            if (part.kind != AnswerPart::Kind::Call) continue;
            ++calls;
            const Json arguments = Json::parse(part.call.arguments, nullptr, false);
            EXPECT_TRUE(arguments.is_object()) << answer;
            EXPECT_TRUE(part.call.name == "now" || part.call.name == "create_event") << answer;
            if (part.call.name == "create_event") {
                EXPECT_TRUE(arguments.contains("title")) << answer;
            }
        }
        return calls;
    }
    tests::FakeTokenizer tokenizer_{{"{\"", "\": ", "name", "title"}, GetParam().control};
};

TEST_P(CallConstraint, TakesWhatTheFamilyPrints) {
    const auto all = constraint();
    TokenMask mask(tokenizer_.size());
    std::string before;
    for (const TokenId token : tokenizer_.encode(GetParam().answer)) {
        all->allowed(mask);
        ASSERT_TRUE(mask.test(token)) << before << " <<>> " << tokenizer_.bytes(token, true);
        ASSERT_TRUE(all->accept(token)) << before;
        before += tokenizer_.bytes(token, true);
    }
    EXPECT_TRUE(all->complete());
    EXPECT_EQ(callsIn(GetParam().answer), GetParam().calls);
}

TEST_P(CallConstraint, WhateverIsDrawnCanBeRead) {
    int ended = 0;
    for (unsigned seed = 0; seed < 40; ++seed) {
        const auto answer = draw(constraint(true), seed);
        if (!answer) continue;
        ++ended;
        EXPECT_GE(callsIn(*answer), 1) << *answer;
    }
    EXPECT_GT(ended, 30) << "few answers came to an end";
}

// An answer that has a form: it has that form, or it is calls.
TEST_P(CallConstraint, CallsOrAnAnswerAfterItsSchema) {
    const auto answered = constraint(false, kForm);
    for (const TokenId token : tokenizer_.encode(R"({"done": true})"))
        ASSERT_TRUE(answered->accept(token)) << tokenizer_.bytes(token, true);
    EXPECT_TRUE(answered->complete());
    EXPECT_FALSE(constraint(false, kForm)->accept(tokenizer_.encode("S").front()));
    int calls = 0, answers = 0;
    for (unsigned seed = 0; seed < 40; ++seed) {
        const auto answer = draw(constraint(false, kForm), seed);
        if (!answer) continue;
        if (callsIn(*answer) > 0) {
            ++calls;
            continue;
        }
        ++answers;
        EXPECT_TRUE(Json::parse(textIn(*answer), nullptr, false).contains("done")) << *answer;
    }
    EXPECT_GT(calls, 0);
    EXPECT_GT(answers, 0);
}

INSTANTIATE_TEST_SUITE_P(Families, CallConstraint, testing::ValuesIn(families()),
                         [](const auto& each) { return std::string(each.param.name); });

TEST(CallConstraintAlone, LeavesTextAndUnknownToolsAlone) {
    const tests::FakeTokenizer tokenizer;
    for (const std::string answer :
         {"a < b, {\"name\": 1}", "{\"age\": 3}", "[1, 2] is a list", "{\"na\": \"x\"}", "[12]"}) {
        auto made = makeCallConstraint(tokenizer, {"<tool_call>", kTools, "", 8, false}).value();
        for (const TokenId token : tokenizer.encode(answer)) ASSERT_TRUE(made->accept(token)) << answer;
        EXPECT_TRUE(made->complete());
    }
    auto held = makeCallConstraint(tokenizer, {"<tool_call>", kTools, "", 8, false}).value();
    for (const TokenId token : tokenizer.encode("<tool_call>\n{\"name\": \""))
        ASSERT_TRUE(held->accept(token));
    TokenMask mask(tokenizer.size());
    held->allowed(mask);
    std::string firsts;
    for (TokenId id = 0; id < tokenizer.size(); ++id)
        if (mask.test(id)) firsts += tokenizer.bytes(id);
    EXPECT_EQ(firsts, "cn") << "only the offered tools' names";
}

TEST(CallConstraintAlone, TokensThatMeanNothingHereNeverCome) {
    const tests::FakeTokenizer tokenizer({}, {"[ARGS]", "<tool_call>", "<|image|>"});
    auto made = makeCallConstraint(tokenizer, {"<tool_call>", kTools, "", 8, false}).value();
    TokenMask mask(tokenizer.size());
    made->allowed(mask);
    EXPECT_TRUE(mask.test(*tokenizer.find("<tool_call>")));
    EXPECT_TRUE(mask.test(*tokenizer.eos()));
    EXPECT_FALSE(mask.test(*tokenizer.find("[ARGS]")));
    EXPECT_FALSE(mask.test(*tokenizer.find("<|image|>")));
}

TEST(CallConstraintAlone, AFormThatCannotBeHeldIsTold) {
    const tests::FakeTokenizer tokenizer;
    EXPECT_FALSE(makeCallConstraint(tokenizer, {"<tool_call>", kTools, "", 8, false, R"({"type": "none"})"}));
    const auto unknown = makeCallConstraint(tokenizer, {"<use_mcp_tool>", kTools, "", 8, false, kForm});
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error().code, base::ErrorCode::Unsupported);
}

TEST(CallConstraintAlone, EndsAfterAsManyCallsAsThereMayBe) {
    const tests::FakeTokenizer tokenizer;
    auto made = makeCallConstraint(tokenizer, {"<tool_call>", kTools, "", 2, false}).value();
    const std::string call = "<tool_call>{\"name\": \"now\", \"arguments\": {}}</tool_call>";
    for (const TokenId token : tokenizer.encode(call + call)) ASSERT_TRUE(made->accept(token));
    TokenMask mask(tokenizer.size());
    made->allowed(mask);
    for (TokenId id = 0; id < tokenizer.size(); ++id) EXPECT_EQ(mask.test(id), tokenizer.isEnd(id)) << id;
}

}  // namespace
}  // namespace hearth::engine
