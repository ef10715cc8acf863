// Answers in the forms that models print, cut into pieces at every place: the parts must not change.
#include "engine/answer_parser.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <random>

#include "engine/chat_template.h"

namespace hearth::engine {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr const char* kTools = R"([
    {"type": "function", "function": {"name": "create_event", "description": "Add an event.", "parameters": {
        "type": "object", "required": ["title"], "properties": {
            "title": {"type": "string", "description": "Its title."},
            "minutes": {"type": "integer", "description": "Its length."},
            "tags": {"type": "array", "description": "Tags."}}}}},
    {"type": "function", "function": {"name": "now", "description": "The time.", "parameters": {
        "type": "object", "required": [], "properties": {}}}}])";

// "think(…) say(…) call(name {…}) bad(…)": the parts, neighbours of one kind joined.
std::string shown(const std::vector<AnswerPart>& parts) {
    std::vector<AnswerPart> joined;
    for (const AnswerPart& part : parts) {
        const bool flows = part.kind == AnswerPart::Kind::Text || part.kind == AnswerPart::Kind::Reasoning;
        if (flows && !joined.empty() && joined.back().kind == part.kind)
            joined.back().text += part.text;
        else
            joined.push_back(part);
    }
    std::string out;
    for (const AnswerPart& part : joined) {
        out += out.empty() ? "" : " ";
        if (part.kind == AnswerPart::Kind::Text) out += "say(" + part.text + ")";
        if (part.kind == AnswerPart::Kind::Reasoning) out += "think(" + part.text + ")";
        if (part.kind == AnswerPart::Kind::Call)
            out += "call(" + part.call.name + " " + part.call.arguments + ")";
        if (part.kind == AnswerPart::Kind::Malformed) out += "bad(" + part.raw + ")";
    }
    return out;
}

std::string parsed(const std::string& source, const std::string& answer, const std::vector<std::size_t>& cuts,
                   const std::string& prompt = "") {
    const auto parser = makeAnswerParser(source, {kTools, prompt});
    std::vector<AnswerPart> parts;
    const auto add = [&](std::vector<AnswerPart> more) {
        parts.insert(parts.end(), more.begin(), more.end());
    };
    std::size_t from = 0;
    for (const std::size_t cut : cuts) {
        add(parser->push(std::string_view(answer).substr(from, cut - from)));
        from = cut;
    }
    add(parser->push(std::string_view(answer).substr(from)));
    add(parser->finish());
    return shown(parts);
}

void expectHoweverCut(const std::string& source, const std::string& answer, const std::string& expected,
                      const std::string& prompt = "") {
    EXPECT_EQ(parsed(source, answer, {}, prompt), expected) << answer;
    std::vector<std::size_t> everywhere;
    for (std::size_t i = 1; i < answer.size(); ++i) {
        EXPECT_EQ(parsed(source, answer, {i}, prompt), expected) << answer << "\ncut at " << i;
        everywhere.push_back(i);
    }
    EXPECT_EQ(parsed(source, answer, everywhere, prompt), expected) << answer << "\nbyte by byte";
}

struct Case {
    const char* source;  // what the template has in its text
    const char* answer;
    const char* expected;
};

class Answers : public testing::TestWithParam<Case> {};

TEST_P(Answers, AreTakenApartHoweverTheyAreCut) {
    expectHoweverCut(GetParam().source, GetParam().answer, GetParam().expected);
}

#define EVENT(arguments) "call(create_event {" arguments "})"
#define LUNCH R"("title":"Lunch","minutes":60)"

INSTANTIATE_TEST_SUITE_P(
    Forms, Answers,
    testing::Values(
        Case{"<tool_call>", "Hello < world", "say(Hello < world)"},
        Case{"<tool_call>", "<think>\nhm\n</think>\n\nFine.\n", "think(hm) say(Fine.)"},
        Case{"<tool_call>",
             "Sure.\n<tool_call>\n{\"name\": \"create_event\", \"arguments\": {\"title\": \"Lunch\", "
             "\"minutes\": "
             "60}}\n</tool_call>\n<tool_call>\n{\"name\": \"now\", \"arguments\": {}}\n</tool_call>",
             "say(Sure.) " EVENT(LUNCH) " call(now {})"},
        Case{"<tool_call>",
             "<tool_call>{'name': 'now', 'arguments': {'a': True, 'b': None,},}</tool_call> ok",
             R"(call(now {"a":true,"b":null}) say(ok))"},
        Case{"<tool_call>",
             R"(<tool_call>{"name": "now", "arguments": "{\"a\": \"</tool_call>\"}"}</tool_call>)",
             R"(call(now {"a":"</tool_call>"}))"},
        Case{"<tool_call>",
             "<tool_call>{\"name\": \"now\", \"arguments\": {}}\n<tool_call>{\"name\": \"now\"}",
             "call(now {}) call(now {})"},
        Case{"<tool_call>", "<tool_call>I would call now</tool_call>Sorry.",
             "bad(I would call now) say(Sorry.)"},
        Case{"<tool_call>", "<tool_call>{\"name\": \"create_event\", \"argu",
             "bad({\"name\": \"create_event\", \"argu)"},
        Case{"<tool_call>", "Well <tool_c", "say(Well)"},
        Case{"<tool_call>", R"({"name": "create_event", "arguments": {"title": "Lunch", "minutes": 60}})",
             EVENT(LUNCH)},
        Case{"<tool_call>", R"({"name": "Ana", "age": 3} is JSON)",
             R"(say({"name": "Ana", "age": 3} is JSON))"},
        Case{"<tool_call><function=<parameter=",
             "<tool_call>\n<function=create_event>\n<parameter=title>\n12\n</"
             "parameter>\n<parameter=minutes>\n60\n"
             "</parameter>\n<parameter=tags>\n[\"a\"]\n</parameter>\n</function>\n</tool_call>",
             EVENT(R"("title":"12","minutes":60,"tags":["a"])")},
        Case{"<tool_call><function=<parameter=", "Now:\n<function=now>\n</function>",
             "say(Now:) call(now {})"},
        Case{"<tool_call><arg_key>",
             "<tool_call>create_event<arg_key>title</arg_key><arg_value>Lunch</arg_value><arg_key>minutes</"
             "arg_key>"
             "<arg_value>60</arg_value></tool_call><tool_call>now</tool_call>",
             EVENT(LUNCH) " call(now {})"},
        Case{
            "<|python_tag|>",
            R"({"name": "create_event", "parameters": {"title": "Lunch", "minutes": 60}}; {"name": "now", "parameters": {}})",
            EVENT(LUNCH) " call(now {})"},
        Case{"<|python_tag|>", R"(<|python_tag|>now.call(q="it's"))", R"(call(now {"q":"it's"}))"},
        Case{"<|python_tag|>", R"(<|python_tag|>{"name": "now", "parameters": {}}<|eom_id|>)",
             "call(now {})"},
        Case{"<|python_tag|>", "[create_event(title='Lunch', minutes=60), now()]",
             EVENT(LUNCH) " call(now {})"},
        Case{"<function=", R"(<function=create_event>{"title": "Lunch", "minutes": 60}</function>)",
             EVENT(LUNCH)},
        Case{
            "[TOOL_CALLS]",
            R"([TOOL_CALLS] [{"name": "now", "arguments": {}, "id": "abc"}, {"name": "now", "arguments": {"x": "]"}}])",
            R"(call(now {}) call(now {"x":"]"}))"},
        Case{
            "[TOOL_CALLS]",
            R"([TOOL_CALLS]create_event[ARGS]{"title": "Lunch", "minutes": 60}[TOOL_CALLS]now[CALL_ID]12[ARGS]{})",
            EVENT(LUNCH) " call(now {})"},
        Case{"[TOOL_CALLS][THINK]", "[THINK]so[/THINK][1] is a source", "think(so) say([1] is a source)"},
        Case{"<|tool_call><|channel>",
             "<|channel>thought\nhm\n<channel|><|tool_call>call:create_event{title:<|\"|>Lun\"ch<|\"|>,"
             "minutes:60,"
             "tags:[<|\"|>a<|\"|>,true]}<tool_call|>",
             R"(think(hm) call(create_event {"title":"Lun\"ch","minutes":60,"tags":["a",true]}))"},
        Case{"<start_function_call>",
             "<start_function_call>call:create_event{title:<escape>Lunch<escape>,minutes:60}<end_function_"
             "call>",
             EVENT(LUNCH)},
        Case{
            "<|tool|>",
            R"(<|tool_call|>[{"name": "create_event", "arguments": {"title": "Lunch", "minutes": 60}}]<|/tool_call|>)",
            EVENT(LUNCH)},
        Case{
            "<|tool_call_start|>",
            R"(<|tool_call_start|>[create_event(title="it's [1]", minutes=60), now()]<|tool_call_end|>Done.)",
            R"(call(create_event {"title":"it's [1]","minutes":60}) call(now {}) say(Done.))"},
        Case{"<｜tool▁calls▁begin｜>",
             "<｜tool▁calls▁begin｜><｜tool▁call▁begin｜>function<｜tool▁sep｜>now\n```json\n{\"a\": "
             "1}\n```<｜tool▁call▁end｜>\n<｜tool▁call▁begin｜>now<｜tool▁sep｜>{}<｜tool▁call▁end｜><"
             "｜tool▁calls▁end｜>",
             R"(call(now {"a":1}) call(now {}))"},
        Case{
            "｜DSML｜",
            "<｜DSML｜tool_calls>\n<｜DSML｜invoke name=\"create_event\">\n<｜DSML｜parameter name=\"title\" "
            "string=\"true\">Lunch</｜DSML｜parameter>\n<｜DSML｜parameter name=\"minutes\" "
            "string=\"false\">60</｜DSML｜parameter>\n</｜DSML｜invoke>\n</｜DSML｜tool_calls>",
            EVENT(LUNCH)},
        Case{"<invoke name=",
             "<minimax:tool_call><invoke name=\"create_event\"><parameter "
             "name=\"title\">Lunch</parameter><parameter "
             "name=\"minutes\">60</parameter></invoke></minimax:tool_call>",
             EVENT(LUNCH)},
        Case{"<|tool_calls_section_begin|>",
             "<|tool_calls_section_begin|><|tool_call_begin|>functions.now:0<|tool_call_argument_begin|>{}"
             "<|tool_call_end|><|tool_calls_section_end|>",
             "call(now {})"},
        Case{
            "<|START_ACTION|><|START_THINKING|>",
            "<|START_THINKING|>hm<|END_THINKING|><|START_ACTION|>[\n{\"tool_call_id\": \"0\", \"tool_name\": "
            "\"now\", \"parameters\": {}}\n]<|END_ACTION|>",
            "think(hm) call(now {})"},
        Case{"<|START_ACTION|>", "<|START_RESPONSE|>Hi<|END_RESPONSE|>", "say(Hi)"},
        Case{
            "<|tools_prefix|>",
            R"(<|tools_prefix|>[{"create_event": {"title": "Lunch", "minutes": 60}}, {"now": {}}]<|tools_suffix|>)",
            EVENT(LUNCH) " call(now {})"},
        Case{"<use_mcp_tool>",
             "<use_mcp_tool>\n<server_name>s</server_name>\n<tool_name>now</tool_name>\n<arguments>\n{}\n"
             "</arguments>\n</use_mcp_tool>",
             "call(now {})"},
        Case{"<|channel|><|message|>",
             "<|channel|>analysis<|message|>Need time.<|end|><|start|>assistant<|channel|>commentary "
             "to=functions.create_event <|constrain|>json<|message|>{\"title\": \"Lunch\", \"minutes\": "
             "60}<|call|>",
             "think(Need time.) " EVENT(LUNCH)},
        Case{"<|channel|><|message|>",
             "<|channel|>analysis<|message|>a<|end|><|start|>assistant<|channel|>final<|message|>It is < 3 "
             "<|b.",
             "think(a) say(It is < 3 <|b.)"},
        Case{"<|channel|><|message|>", " to=functions.now<|channel|>commentary json<|message|>{}",
             "call(now {})"},
        Case{"<|channel|><|message|>",
             "<|channel|>commentary to=functions.now<|message|>{\"a\": ", "bad({\"a\": )"}));

TEST(AnswerParser, BeginsInsideReasoningThatThePromptOpened) {
    expectHoweverCut("<think>", "hm\n</think>\n\nHi", "think(hm) say(Hi)", "<|assistant|><think>\n");
    expectHoweverCut("<think>", "Hi", "say(Hi)", "<|assistant|><think>\n\n</think>\n\n");
}

TEST(AnswerParser, SwitchesReasoningWhereTheTemplateCan) {
    EXPECT_EQ(reasoningSwitch("{% if enable_thinking is defined %}", false), R"({"enable_thinking":false})");
    EXPECT_EQ(reasoningSwitch("{% if not thinking %}", true), R"({"thinking":true})");
    EXPECT_EQ(reasoningSwitch("{{ reasoning_effort }}", false), R"({"reasoning_effort":"low"})");
    EXPECT_EQ(reasoningSwitch("no thinking here", false), "{}");
}

// What a template writes for a call is what its model was taught to print.
TEST(AnswerParser, ReadsTheCallsThatTheConformanceTemplatesWrite) {
    const fs::path folder = fs::path(HEARTH_SHARED) / "conformance" / "templates";
    if (!fs::exists(folder)) GTEST_SKIP() << folder << " is not there";
    const Json arguments = {{"title", "Lunch with Ana"}, {"minutes", 60}};
    const std::string question = R"([{"role": "user", "content": "Hi"}])";
    const Json call = {{"id", "call00001"},
                       {"type", "function"},
                       {"function", {{"name", "create_event"}, {"arguments", arguments}}}};
    int read = 0;
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (entry.path().extension() != ".jinja") continue;
        std::ifstream file(entry.path(), std::ios::binary);
        const std::string source{std::istreambuf_iterator<char>(file), {}};
        const auto chatTemplate = ChatTemplate::parse(source);
        ASSERT_TRUE(chatTemplate) << entry.path();
        Json context = {{"messages", Json::parse(question)},
                        {"tools", Json::parse(kTools)},
                        {"bos_token", "<s>"},
                        {"eos_token", "</s>"},
                        {"add_generation_prompt", true}};
        const auto prompt = chatTemplate->render(context.dump(), {});
        context["messages"].push_back({{"role", "assistant"}, {"content", ""}, {"tool_calls", {call}}});
        context["add_generation_prompt"] = false;
        const auto whole = chatTemplate->render(context.dump(), {});
        const std::size_t at = whole ? whole->rfind("create_event") : std::string::npos;
        if (!prompt || at == std::string::npos || at < prompt->size()) continue;  // it has no calls
        std::size_t same = 0;
        while (same < prompt->size() && (*prompt)[same] == (*whole)[same]) ++same;
        // Not in the middle of a marker.
        const std::size_t open = same == 0 ? std::string::npos : whole->rfind('<', same - 1);
        if (open != std::string::npos && whole->find('>', open) >= same) same = open;
        // Templates may write an empty reasoning where they let the model begin one.
        const std::string answer = whole->substr(same);
        const std::string parts = parsed(source, answer, {}, prompt->substr(0, same));
        EXPECT_NE(parts.find(R"(call(create_event {"title":"Lunch with Ana","minutes":60}))"),
                  std::string::npos)
            << entry.path() << "\n"
            << answer << "\n"
            << parts;
        ++read;
    }
    EXPECT_GE(read, 20);
}

}  // namespace
}  // namespace hearth::engine
