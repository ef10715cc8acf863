#include "conversation/chat_prompt.h"

#include <nlohmann/json.hpp>

namespace hearth::agent {

using base::Result;
using Json = nlohmann::ordered_json;
using Role = ChatLine::Role;

namespace {

constexpr const char* kNoTools = "[]";

std::string dumped(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

const char* nameOf(Role role) {
    switch (role) {
        case Role::System:
            return "system";
        case Role::User:
            return "user";
        case Role::Assistant:
            return "assistant";
        case Role::Tool:
            break;
    }
    return "tool";
}

Json callJson(const engine::ToolCall& call, bool argumentsAsText) {
    const Json arguments = Json::parse(call.arguments, nullptr, false);
    return {{"type", "function"},
            {"id", call.id},
            {"function",
             {{"name", call.name}, {"arguments", argumentsAsText ? Json(call.arguments) : arguments}}}};
}

Json toJson(const std::vector<ChatLine>& lines, bool argumentsAsText) {
    Json messages = Json::array();
    for (const ChatLine& line : lines) {
        Json message = {{"role", nameOf(line.role)}, {"content", line.text}};
        for (const engine::ToolCall& call : line.calls)
            message["tool_calls"].push_back(callJson(call, argumentsAsText));
        if (line.role == Role::Tool) {
            message["name"] = line.answers.name;
            message["tool_call_id"] = line.answers.id;
        }
        messages.push_back(std::move(message));
    }
    return messages;
}

std::string toolsInWords(const std::string& tools) {
    std::string out =
        "You can use the tools below. To use one, write its call in exactly this form, and nothing after "
        "it:\n"
        "<tool_call>\n{\"name\": \"TOOL\", \"arguments\": {\"ARGUMENT\": \"VALUE\"}}\n</tool_call>\n"
        "Tools:";
    const Json list = Json::parse(tools, nullptr, false);
    for (const Json& tool : list.is_array() ? list : Json::array()) out += "\n" + dumped(tool["function"]);
    return out;
}

// The same conversation for a template that knows only system, user and assistant.
std::vector<ChatLine> inWords(const std::vector<ChatLine>& lines, const std::string& tools) {
    std::vector<ChatLine> out;
    for (const ChatLine& line : lines) {
        ChatLine plain{line.role == Role::Tool ? Role::User : line.role, line.text, {}, {}};
        if (line.role == Role::System && tools != kNoTools) plain.text += "\n\n" + toolsInWords(tools);
        if (line.role == Role::Tool)
            plain.text = "Result:\n<tool_response>\n" + line.text + "\n</tool_response>";
        for (const engine::ToolCall& call : line.calls)
            plain.text += (plain.text.empty() ? "" : "\n") + std::string("<tool_call>\n{\"name\": \"") +
                          call.name + "\", \"arguments\": " + call.arguments + "}\n</tool_call>";
        const bool goesOn = !out.empty() && out.back().role == plain.role && plain.role == Role::User;
        if (goesOn)
            out.back().text += "\n" + plain.text;
        else
            out.push_back(std::move(plain));
    }
    return out;
}

// Calls in the way that LFM2 prints them: Python's.
std::vector<ChatLine> withPrintedCalls(std::vector<ChatLine> lines) {
    for (ChatLine& line : lines) {
        std::string calls;
        for (const engine::ToolCall& call : line.calls) {
            std::string values;
            const Json arguments = Json::parse(call.arguments, nullptr, false);
            if (arguments.is_object())
                for (const auto& [name, value] : arguments.items())
                    values += (values.empty() ? "" : ", ") + name + "=" + dumped(value);
            calls += (calls.empty() ? "" : ", ") + call.name + "(" + values + ")";
        }
        if (!calls.empty()) line.text += "<|tool_call_start|>[" + calls + "]<|tool_call_end|>";
        line.calls.clear();
    }
    return lines;
}

// The whole conversation as one message, for a template that can render nothing longer (MiroThinker's sets
// attributes of messages, which Jinja does not allow).
std::vector<ChatLine> folded(const std::vector<ChatLine>& lines) {
    ChatLine all{Role::User, "", {}, {}};
    for (const ChatLine& line : lines) {
        const char* who = line.role == Role::User        ? "User: "
                          : line.role == Role::Assistant ? "Assistant: "
                                                         : "";
        all.text += (all.text.empty() ? "" : "\n\n") + std::string(who) + line.text;
    }
    return {all};
}

bool hasToolLines(const std::vector<ChatLine>& lines) {
    for (const ChatLine& line : lines)
        if (line.role == Role::Tool || !line.calls.empty()) return true;
    return false;
}

}  // namespace

ChatPrompt::ChatPrompt(std::shared_ptr<const engine::Model> model)
    : model_(std::move(model)),
      names_(model_->tokenizer()),
      prompt_(model_),
      knowsTools_(!source().empty() && tryTools()) {}

// Whether the template shows tools, calls and results, is seen from what it makes of a small conversation.
bool ChatPrompt::tryTools() {
    const engine::ToolCall call{"look_up", R"({"word":"probe_argument"})", "call00001"};
    const std::vector<ChatLine> lines{
        {Role::System, "s", {}, {}},       {Role::User, "u", {}, {}},
        {Role::Assistant, "", {call}, {}}, {Role::Tool, "probe_result", {}, call},
        {Role::Assistant, "a", {}, {}},    {Role::User, "u", {}, {}}};
    const ChatStyle style{
        R"([{"type":"function","function":{"name":"probe_tool","description":"d","parameters":)"
        R"({"type":"object","properties":{"word":{"type":"string","description":"d"}}}}}])",
        false,
        {}};
    for (const bool asText : {false, true}) {
        const auto text = renderOnce(lines, style, asText);
        if (!text) continue;
        const auto shows = [&text](const char* what) { return text->find(what) != std::string::npos; };
        if (!shows("probe_tool") || !shows("probe_result")) continue;
        argumentsAsText_ = asText;
        // LFM2.5's gives what the assistant said as it is: calls stand in it as the model printed them.
        callsAsText_ = !shows("probe_argument");
        if (!callsAsText_ || source().find("List of tools: [") != std::string::npos) return true;
    }
    return false;
}

Result<std::string> ChatPrompt::renderOnce(const std::vector<ChatLine>& lines, const ChatStyle& style,
                                           bool argumentsAsText) const {
    return prompt_.textOf(dumped(toJson(lines, argumentsAsText)), {style.tools, "{}", "", style.reasoning});
}

Result<std::string> ChatPrompt::textOf(const std::vector<ChatLine>& lines, const ChatStyle& style) const {
    if (knowsTools_ && callsAsText_) return renderOnce(withPrintedCalls(lines), style, false);
    if (knowsTools_) return renderOnce(lines, style, argumentsAsText_);
    const bool plain = style.tools != kNoTools || hasToolLines(lines);
    const std::vector<ChatLine> told = plain ? inWords(lines, style.tools) : lines;
    const ChatStyle wordsOnly{kNoTools, style.reasoning, {}};
    auto text = renderOnce(told, wordsOnly, false);
    return text || told.size() < 2 ? text : renderOnce(folded(told), wordsOnly, false);
}

const std::string& ChatPrompt::answerSource(const ChatStyle& style) const {
    static const std::string kPlain;
    return style.tools == kNoTools || knowsTools_ ? source() : kPlain;
}

Result<ChatPrompt::Rendered> ChatPrompt::render(const std::vector<ChatLine>& lines,
                                                const ChatStyle& style) const {
    std::vector<ChatLine> safe = lines;
    for (ChatLine& line : safe) {
        line.text = names_.broken(line.text);
        for (engine::ToolCall& call : line.calls) call.arguments = names_.broken(call.arguments);
    }
    auto text = textOf(safe, {names_.broken(style.tools), style.reasoning, {}});
    if (!text) return tl::unexpected(text.error());
    const std::string whole = *text + names_.broken(style.begun);
    // Templates write the first token themselves.
    const engine::Tokenizer& tokenizer = model_->tokenizer();
    const std::string first = tokenizer.bos() ? tokenizer.bytes(*tokenizer.bos(), true) : std::string();
    const bool hasFirst = !first.empty() && whole.starts_with(first);
    return Rendered{SpecialNames::joined(whole), SpecialNames::encode(tokenizer, whole, !hasFirst)};
}

int ChatPrompt::tokensOf(const std::string& text) const {
    constexpr int kMarkers = 8;  // that a template puts around a message
    return kMarkers +
           static_cast<int>(
               model_->tokenizer().encode(text, {.addSpecial = false, .parseSpecial = false}).size());
}

}  // namespace hearth::agent
