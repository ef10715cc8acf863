#include "text/calls/call_grammar.h"

#include <algorithm>

#include "engine/constraint.h"
#include "text/grammar/schema/pieces.h"

namespace hearth::engine::calls {
namespace {

using answer::Section;
using grammar::literalOf;

constexpr const char* kSpace = " [ \\n\\t]{0,20} ";

// Rule names of a grammar's text with a prefix, so that several grammars can be one.
std::string renamed(const std::string& text, const std::string& prefix) {
    const auto isName = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
               c == '_';
    };
    std::string out;
    char closing = '\0';  // of the literal, class or count that we are in
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (closing == '\0' && isName(c)) {
            out += prefix;
            while (i < text.size() && isName(text[i])) out += text[i++];
            --i;
            continue;
        }
        out += c;
        if (closing != '\0' && c == '\\' && i + 1 < text.size())
            out += text[++i];
        else if (closing == c)
            closing = '\0';
        else if (closing == '\0')
            closing = c == '"' ? '"' : c == '[' ? ']' : c == '{' ? '}' : '\0';
    }
    return out;
}

Json objectSchema(const Json& tool) {
    Json out =
        tool.contains("parameters") && tool["parameters"].is_object() ? tool["parameters"] : Json::object();
    out["type"] = "object";
    if (!out.contains("properties") || !out["properties"].is_object()) out["properties"] = Json::object();
    return out;
}

bool isRequired(const Json& parameters, const std::string& name) {
    const auto list = parameters.find("required");
    return list != parameters.end() && list->is_array() &&
           std::find(list->begin(), list->end(), name) != list->end();
}

bool isPlainText(const Json& schema) {
    return schema.is_object() && schema.contains("type") && schema["type"] == "string" &&
           !schema.contains("enum") && !schema.contains("const");
}

// The texts of an enum; empty where it has other values.
std::vector<std::string> choicesOf(const Json& schema) {
    std::vector<std::string> out;
    if (!schema.is_object() || !schema.contains("enum") || !schema["enum"].is_array()) return out;
    for (const Json& value : schema["enum"]) {
        if (!value.is_string()) return {};
        out.push_back(value.get<std::string>());
    }
    return out;
}

std::string oneOf(const std::vector<std::string>& texts) {
    std::string out;
    for (const std::string& text : texts) out += (out.empty() ? "" : " | ") + literalOf(text);
    return "(" + out + ")";
}

}  // namespace

CallGrammar::CallGrammar(const Tokenizer& tokenizer, std::string_view templateSource,
                         const std::string& tools)
    : tokenizer_(tokenizer), source_(templateSource) {
    const auto list = answer::readStrictly(tools);
    if (!list || !list->is_array()) return;
    for (const Json& each : *list) {
        const Json& tool = each.is_object() && each.contains("function") ? each["function"] : each;
        if (!tool.is_object() || !tool.contains("name") || !tool["name"].is_string()) continue;
        tools_.push_back({tool["name"].get<std::string>(), objectSchema(tool)});
    }
}

std::string CallGrammar::whole(const std::string& root) {
    std::string out = "root ::= " + root + "\n" + rules_;
    rules_.clear();
    return out;
}

std::string CallGrammar::rule(const std::string& body) {
    std::string name = "call-" + std::to_string(++count_);
    rules_ += name + " ::= " + body + "\n";
    return name;
}

std::string CallGrammar::embedded(const Json& schema) {
    auto text = jsonSchemaToGrammar(schema.dump(-1, ' ', false, Json::error_handler_t::replace));
    if (!text) text = jsonSchemaToGrammar(R"({"type":"object"})");
    const std::string prefix = "schema-" + std::to_string(++count_) + "-";
    rules_ += renamed(text.value_or("root ::= \"{}\"\n"), prefix);
    return prefix + "root";
}

// A marker is one token where the vocabulary has it as that, else text.
std::string CallGrammar::mark(std::string_view text) const {
    if (text.empty()) return "\"\"";
    const auto token = tokenizer_.find(text);
    if (token && tokenizer_.kind(*token) == TokenKind::Control) return "<[" + std::to_string(*token) + "]>";
    return literalOf(text);
}

std::string CallGrammar::opening(const answer::AnswerFormat& format) {
    return whole(format.harmony ? mark("<|channel|>") + " \"commentary to=\""
                                : mark(format.sections.front().open));
}

std::string CallGrammar::anyTool(const std::string& before, const std::string& after,
                                 std::string (CallGrammar::*arguments)(const Tool&)) {
    std::string body;
    for (const Tool& tool : tools_)
        body += (body.empty() ? "" : " | ") + before + " " + literalOf(tool.name) + " " + after + " " +
                (this->*arguments)(tool);
    return rule(body);
}

// Arguments in the order of the schema, the required ones all there. "first-i" is what may come from the i-th
// on while there was none before, "next-i" after another one.
std::string CallGrammar::argumentList(const Tool& tool, const Style& style) {
    std::string first = "\"\"", next = "\"\"";
    const Json& properties = tool.parameters["properties"];
    std::vector<std::pair<std::string, Json>> list;
    for (const auto& [name, schema] : properties.items()) list.emplace_back(name, schema);
    for (auto each = list.rbegin(); each != list.rend(); ++each) {
        const std::string one = rule(style.beforeKey + " " + literalOf(each->first) + " " + style.afterKey +
                                     " " + (this->*style.value)(each->second) + " " + style.afterValue);
        const bool must = isRequired(tool.parameters, each->first);
        const std::string follow = next;
        next = rule(style.between + " " + one + " " + follow + (must ? "" : " | " + follow));
        first = rule(one + " " + follow + (must ? "" : " | " + first));
    }
    return first;
}

std::string CallGrammar::gemmaValue(const Json& schema) {
    const bool escapes = source_.find("<escape>") != std::string_view::npos;
    const std::string quote = mark(escapes ? "<escape>" : "<|\"|>");
    if (const auto choices = choicesOf(schema); !choices.empty())
        return "(" + quote + " " + oneOf(choices) + " " + quote + ")";
    if (isPlainText(schema)) return "(" + quote + " [^<]* " + quote + ")";
    return embedded(schema);
}

std::string CallGrammar::tagValue(const Json& schema) {
    if (const auto choices = choicesOf(schema); !choices.empty()) return oneOf(choices);
    if (isPlainText(schema)) return "[^<]+";
    return embedded(schema);
}

std::string CallGrammar::gemmaOf(const Tool& tool) {
    return "\"{\" " + argumentList(tool, {"\"\"", "\":\"", "\"\"", "\",\"", &CallGrammar::gemmaValue}) +
           " \"}\"";
}

std::string CallGrammar::pythonOf(const Tool& tool) {
    return "\"(\" " + argumentList(tool, {"\"\"", "\"=\"", "\"\"", "\",\" \" \"?", &CallGrammar::jsonValue}) +
           " \")\"";
}

std::string CallGrammar::parametersOf(const Tool& tool) {
    const bool dsml = source_.find("｜DSML｜") != std::string_view::npos;
    const bool named = dsml || source_.find("<invoke") != std::string_view::npos;
    const std::string open = dsml    ? "<｜DSML｜parameter name=\""
                             : named ? "<parameter name=\""
                                     : "<parameter=";
    const std::string behind = dsml ? "\" string=\"true\">" : named ? "\">" : ">\n";
    const std::string close = dsml ? "</｜DSML｜parameter>" : "</parameter>";
    return argumentList(tool, {literalOf(open), literalOf(behind),
                               "\"\\n\"? " + literalOf(close) + " \"\\n\"?", "\"\"", &CallGrammar::tagValue});
}

std::string CallGrammar::argKeysOf(const Tool& tool) {
    return argumentList(tool, {mark("<arg_key>"), mark("</arg_key>") + " \"\\n\"? " + mark("<arg_value>"),
                               mark("</arg_value>") + " \"\\n\"?", "\"\"", &CallGrammar::tagValue});
}

// {"name": …, KEY: {…}}, with any of the keys.
std::string CallGrammar::jsonCall(const std::vector<std::string>& argumentKeys, const char* nameKey) {
    Json calls = Json::array();
    for (const Tool& tool : tools_)
        for (const std::string& key : argumentKeys) {
            Json properties = Json::object();
            if (nameKey == std::string("tool_name")) properties["tool_call_id"] = {{"type", "string"}};
            if (argumentKeys.size() > 1) properties["type"] = {{"const", "function"}};
            properties[nameKey] = {{"const", tool.name}};
            properties[key] = tool.parameters;
            properties["id"] = {{"type", "string"}};
            calls.push_back({{"type", "object"},
                             {"properties", properties},
                             {"required", Json::array({nameKey, key})},
                             {"additionalProperties", false}});
        }
    return embedded({{"anyOf", calls}});
}

std::string CallGrammar::keyedCall() {
    Json calls = Json::array();
    for (const Tool& tool : tools_)
        calls.push_back({{"type", "object"},
                         {"properties", {{tool.name, tool.parameters}}},
                         {"required", Json::array({tool.name})},
                         {"additionalProperties", false}});
    return embedded({{"anyOf", calls}});
}

std::string CallGrammar::listOf(const std::string& call) {
    return "\"[\"" + std::string(kSpace) + call + " (" + kSpace + "\",\"" + kSpace + call + ")*" + kSpace +
           "\"]\"";
}

std::string CallGrammar::pythonList() {
    const std::string call = anyTool("\"\"", "\"\"", &CallGrammar::pythonOf);
    return listOf(call);
}

std::string CallGrammar::tagged(const Section& section) {
    std::string inside;
    if (section.open == "<tool_calls>")
        inside = listOf(jsonCall({"arguments"}));
    else if (source_.find("<arg_key>") != std::string_view::npos)
        inside = anyTool("\"\"", "\"\\n\"?", &CallGrammar::argKeysOf);
    else if (source_.find("<function=") != std::string_view::npos)
        inside = "\"<function=\" " + anyTool("\"\"", "\">\" \"\\n\"?", &CallGrammar::parametersOf) +
                 " \"</function>\"";
    else
        inside = jsonCall({"arguments"});
    return kSpace + inside + kSpace + mark(section.close);
}

std::string CallGrammar::mistral() {
    if (source_.find("[ARGS]") == std::string_view::npos) return kSpace + listOf(jsonCall({"arguments"}));
    const std::string id = source_.find("[CALL_ID]") == std::string_view::npos
                               ? ""
                               : "(" + mark("[CALL_ID]") + " [A-Za-z0-9]{9})? ";
    return anyTool("\"\"", id + mark("[ARGS]"), &CallGrammar::objectOf);
}

std::string CallGrammar::separated() {
    if (source_.find("<|tool_call_argument_begin|>") != std::string_view::npos)
        return anyTool("\"functions.\"", "\":\" [0-9]{1,3} " + mark("<|tool_call_argument_begin|>"),
                       &CallGrammar::objectOf) +
               " " + mark("<|tool_call_end|>");
    const bool fenced = source_.find("```json") != std::string_view::npos;
    const std::string separator = mark("<｜tool▁sep｜>");
    const std::string call =
        fenced ? anyTool("\"function\" " + separator, literalOf("\n```json\n"), &CallGrammar::objectOf) +
                     " " + literalOf("\n```")
               : anyTool("\"\"", separator, &CallGrammar::objectOf);
    return call + " " + mark("<｜tool▁call▁end｜>");
}

std::string CallGrammar::json(const Section& section) {
    const bool cohere = section.open == "<|START_ACTION|>";
    const std::string call = cohere ? jsonCall({"parameters"}, "tool_name") : jsonCall({"arguments"});
    const std::string calls =
        cohere || section.open == "functools" ? listOf(call) : "(" + call + " | " + listOf(call) + ")";
    return kSpace + calls + (section.close.empty() ? "" : kSpace + mark(section.close));
}

std::optional<std::string> CallGrammar::bodyAfter(const Section& section) {
    using namespace answer;
    // The token that ends the answer is no part of the text.
    const auto end = tokenizer_.find(section.close);
    const std::string close = end && tokenizer_.isEnd(*end) ? "\"\"" : mark(section.close);
    const CallReader read = section.read;
    if (read == readTaggedCalls) return tagged(section);
    if (read == readJsonCalls) return json(section);
    if (read == readMistralCalls) return mistral();
    if (read == readSeparatedCalls) return separated();
    if (read == readPythonTag) return bareCall();
    if (read == readPythonCalls) return kSpace + pythonList() + kSpace + close;
    if (read == readKeyedCalls) return kSpace + listOf(keyedCall()) + kSpace + close;
    if (read == readGemmaCalls) return anyTool("\"call:\"", "\"\"", &CallGrammar::gemmaOf) + " " + close;
    if (read == readFunctionCalls && source_.find("<parameter") == std::string_view::npos)
        return anyTool("\"\"", "\">\"", &CallGrammar::objectOf) + " " + close;
    if (read == readFunctionCalls)
        return anyTool("\"\"", "\">\" \"\\n\"?", &CallGrammar::parametersOf) + " " + close;
    if (read == readInvokeCalls)
        return "\"name=\\\"\" " + anyTool("\"\"", "\"\\\">\" \"\\n\"?", &CallGrammar::parametersOf) + " " +
               close;
    return std::nullopt;
}

std::optional<std::string> CallGrammar::after(const Section& section) {
    const auto body = bodyAfter(section);
    return body ? std::optional(whole(*body)) : std::nullopt;
}

std::string CallGrammar::bareCall() {
    return kSpace + jsonCall({"parameters", "arguments"});
}

std::string CallGrammar::bareJson() {
    return whole(bareCall());
}

std::string CallGrammar::barePython() {
    return whole(kSpace + pythonList());
}

std::string CallGrammar::harmonyBody() {
    const std::string channel = "(\" \"? " + mark("<|channel|>") + " (\"commentary\" | \"analysis\"))?";
    const std::string header =
        channel + " (\" \"? " + mark("<|constrain|>") + " \"json\"? | \" json\")? " + mark("<|message|>");
    return anyTool("\"functions.\"", header, &CallGrammar::objectOf);
}

std::string CallGrammar::harmony() {
    return whole(harmonyBody());
}

// One section's calls: several, unless one ends the answer or holds several itself.
std::optional<std::string> CallGrammar::callsOf(const Section& section, int most) {
    const auto body = bodyAfter(section);
    if (!body) return std::nullopt;
    const auto end = tokenizer_.find(section.close);
    const bool list = section.close.empty() && source_.find("[ARGS]") == std::string_view::npos;
    const bool once = list || section.read == answer::readPythonTag || (end && tokenizer_.isEnd(*end));
    const std::string call = rule(mark(section.open) + " " + *body);
    return once ? call : rule(call + " (" + kSpace + call + "){0," + std::to_string(most - 1) + "}");
}

// What some models print around all their calls, or nothing.
std::string CallGrammar::frameOf(const answer::AnswerFormat& format) {
    std::string marks;
    for (const std::string_view marker : format.dropped) {
        const bool closes = std::any_of(format.sections.begin(), format.sections.end(),
                                        [&](const Section& section) { return section.close == marker; });
        if (!closes) marks += (marks.empty() ? "" : " | ") + mark(marker);
    }
    return rule(marks.empty() ? "\"\"" : "(" + marks + ")?");
}

std::optional<std::string> CallGrammar::callsOr(const std::string& answerGrammar,
                                                const answer::AnswerFormat& format, int most) {
    rules_ += renamed(answerGrammar, "answer-");
    if (format.harmony)
        return whole("answer-root | " + mark("<|channel|>") + " \"final\" " + mark("<|message|>") +
                     " answer-root | " + mark("<|channel|>") + " \"commentary to=\" " + harmonyBody());
    std::string root = "answer-root";
    const std::string frame = frameOf(format);
    for (const Section& section : format.sections) {
        if (section.kind != Section::Kind::Call) continue;
        const auto calls = callsOf(section, std::max(1, most));
        if (!calls) return std::nullopt;
        root += " | " + frame + " " + *calls + " " + frame;
        if (section.read == answer::readPythonTag) root += " | " + bareCall();
    }
    return whole(root);
}

}  // namespace hearth::engine::calls
