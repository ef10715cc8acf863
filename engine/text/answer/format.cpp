#include "text/answer/format.h"

#include <algorithm>

namespace hearth::engine::answer {
namespace {

using Kind = Section::Kind;

// One row a form of calls. It holds for a template that has one of `signs` in its text.
struct Form {
    std::vector<std::string_view> signs;
    std::vector<Section> sections;
    std::vector<std::string_view> dropped;
};

// Sources: the chat templates that the models' publishers ship.
const std::vector<Form>& forms() {
    static const std::vector<Form> kForms = {
        // Hermes, Qwen, SmolLM3; Qwen3-Coder and GLM have other things inside the same tags.
        {{"<tool_call>"}, {{Kind::Call, "<tool_call>", "</tool_call>", readTaggedCalls}}, {"</tool_call>"}},
        {{"<function=", "<seed:tool_call>"},
         {{Kind::Call, "<function=", "</function>", readFunctionCalls, ""}},
         {"<seed:tool_call>", "</seed:tool_call>", "</function>"}},
        // Llama 3
        {{"<|python_tag|>", "Environment: ipython", "ipython<|end_header_id|>"},
         {{Kind::Call, "<|python_tag|>", "<|eom_id|>", readPythonTag, ""}},
         {}},
        // Mistral
        {{"[TOOL_CALLS]", "[AVAILABLE_TOOLS]"}, {{Kind::Call, "[TOOL_CALLS]", "", readMistralCalls}}, {}},
        // Gemma 4, FunctionGemma
        {{"<|tool_call>", "<tool_call|>"},
         {{Kind::Call, "<|tool_call>", "<tool_call|>", readGemmaCalls, ""}},
         {"<tool_call|>"}},
        {{"<start_function_call>", "<start_function_declaration>"},
         {{Kind::Call, "<start_function_call>", "<end_function_call>", readGemmaCalls, ""}},
         {"<end_function_call>"}},
        // Phi-4-mini, Granite 3
        {{"<|tool_call|>", "<|tool|>", "<|/tool|>"},
         {{Kind::Call, "<|tool_call|>", "", readJsonCalls}},
         {"<|/tool_call|>"}},
        // LFM2
        {{"<|tool_call_start|>", "<|tool_list_start|>", "List of tools: ["},
         {{Kind::Call, "<|tool_call_start|>", "<|tool_call_end|>", readPythonCalls, "\"'"}},
         {"<|tool_call_end|>"}},
        // DeepSeek
        {{"<｜tool▁call▁begin｜>", "<｜tool▁calls▁begin｜>"},
         {{Kind::Call, "<｜tool▁call▁begin｜>", "<｜tool▁call▁end｜>", readSeparatedCalls}},
         {"<｜tool▁calls▁begin｜>", "<｜tool▁calls▁end｜>", "<｜tool▁call▁end｜>"}},
        {{"｜DSML｜"},
         {{Kind::Call, "<｜DSML｜invoke ", "</｜DSML｜invoke>", readInvokeCalls, ""}},
         {"<｜DSML｜tool_calls>", "</｜DSML｜tool_calls>", "<｜DSML｜function_calls>",
          "</｜DSML｜function_calls>"}},
        // MiniMax
        {{"<invoke name="},
         {{Kind::Call, "<invoke ", "</invoke>", readInvokeCalls, ""}},
         {"<minimax:tool_call>", "</minimax:tool_call>", "<function_calls>", "</function_calls>"}},
        // Kimi
        {{"<|tool_call_begin|>", "<|tool_calls_section_begin|>"},
         {{Kind::Call, "<|tool_call_begin|>", "<|tool_call_end|>", readSeparatedCalls}},
         {"<|tool_calls_section_begin|>", "<|tool_calls_section_end|>", "<|tool_call_end|>"}},
        // Cohere
        {{"<|START_ACTION|>"},
         {{Kind::Call, "<|START_ACTION|>", "<|END_ACTION|>", readJsonCalls}},
         {"<|START_RESPONSE|>", "<|END_RESPONSE|>", "<|START_TEXT|>", "<|END_TEXT|>", "<|END_ACTION|>"}},
        // Apertus
        {{"<|tools_prefix|>"},
         {{Kind::Call, "<|tools_prefix|>", "<|tools_suffix|>", readKeyedCalls}},
         {"<|tools_suffix|>"}},
        // GigaChat
        {{"<|role_sep|>"},
         {{Kind::Call, "function call<|role_sep|>", "", readJsonCalls}},
         {"<|message_sep|>", "assistant<|role_sep|>"}},
        // Nemotron 2, Functionary's and Firefunction's lists, MiroThinker
        {{"<TOOLCALL>"}, {{Kind::Call, "<TOOLCALL>", "</TOOLCALL>", readJsonCalls}}, {}},
        {{"<tool_calls>"}, {{Kind::Call, "<tool_calls>", "</tool_calls>", readTaggedCalls}}, {}},
        {{"functools["}, {{Kind::Call, "functools", "", readJsonCalls}}, {}},
        {{"<use_mcp_tool>"}, {{Kind::Call, "<use_mcp_tool>", "</use_mcp_tool>", readMcpCalls, ""}}, {}},
    };
    return kForms;
}

// The pairs of markers around reasoning.
const std::vector<std::pair<std::string_view, std::string_view>>& reasoningMarkers() {
    static const std::vector<std::pair<std::string_view, std::string_view>> kMarkers = {
        {"<think>", "</think>"},
        {"[THINK]", "[/THINK]"},
        {"<|channel>thought", "<channel|>"},
        {"<|START_THINKING|>", "<|END_THINKING|>"},
        {"<|inner_prefix|>", "<|inner_suffix|>"},
        {"<seed:think>", "</seed:think>"},
        {"<reasoning>", "</reasoning>"},
        {"<thought>", "</thought>"},
    };
    return kMarkers;
}

bool has(std::string_view text, std::string_view sign) {
    return text.find(sign) != std::string_view::npos;
}

}  // namespace

AnswerFormat formatOf(std::string_view source) {
    AnswerFormat out;
    if (has(source, "<|channel|>") && has(source, "<|message|>")) {
        out.harmony = true;
        return out;
    }
    for (const Form& form : forms()) {
        if (std::none_of(form.signs.begin(), form.signs.end(), [&](auto sign) { return has(source, sign); }))
            continue;
        out.sections.insert(out.sections.end(), form.sections.begin(), form.sections.end());
        out.dropped.insert(out.dropped.end(), form.dropped.begin(), form.dropped.end());
    }
    if (out.sections.empty()) {  // a template without tools: what most models were trained on
        out.sections = forms().front().sections;
        out.dropped = forms().front().dropped;
    }
    for (const auto& [open, close] : reasoningMarkers()) {
        // <think> is printed by models whose templates only take it away from what they show.
        const bool named = has(source, open.substr(0, open.find("thought"))) || has(source, close);
        if (!named && open != "<think>") continue;
        out.sections.push_back({Kind::Reasoning, open, close});
        out.dropped.push_back(close);
    }
    return out;
}

}  // namespace hearth::engine::answer
