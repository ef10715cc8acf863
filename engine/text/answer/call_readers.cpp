#include "text/answer/call_readers.h"

#include <algorithm>
#include <utility>

namespace hearth::engine::answer {
namespace {

using Calls = std::optional<std::vector<ToolCall>>;

ToolCall made(std::string name, const Json& arguments, std::string id = "") {
    return {std::move(name), arguments.dump(-1, ' ', false, Json::error_handler_t::replace), std::move(id)};
}

std::optional<Json> read(std::string_view text, bool strict) {
    return strict ? readStrictly(text) : readLoosely(text);
}

// What stands between `open` and `close` from `at` on, which moves behind it.
std::optional<std::string_view> between(std::string_view text, std::size_t& at, std::string_view open,
                                        std::string_view close) {
    const std::size_t begin = text.find(open, at);
    if (begin == std::string_view::npos) return std::nullopt;
    const std::size_t end = text.find(close, begin + open.size());
    if (end == std::string_view::npos) return std::nullopt;
    at = end + close.size();
    return text.substr(begin + open.size(), end - begin - open.size());
}

// The line feeds that stand around a value between tags are no part of it.
std::string tagValue(std::string_view text) {
    if (text.starts_with('\n')) text.remove_prefix(1);
    if (text.ends_with('\n')) text.remove_suffix(1);
    return std::string(text);
}

bool isName(std::string_view text) {
    return !text.empty() && text.size() <= 200 &&
           text.find_first_of(" \t\r\n\"'{}<>()") == std::string_view::npos;
}

std::optional<Json> argumentsOf(const Json& call) {
    for (const char* key : {"arguments", "parameters", "args", "input", "tool_input"}) {
        const auto found = call.find(key);
        if (found == call.end()) continue;
        if (found->is_object()) return *found;
        if (found->is_null()) return Json::object();
        if (!found->is_string()) return std::nullopt;
        auto inner = readLoosely(found->get<std::string>());
        if (inner && inner->is_object()) return inner;
        return trimmed(found->get<std::string>()).empty() ? std::optional(Json::object()) : std::nullopt;
    }
    return std::nullopt;
}

std::optional<ToolCall> callOf(const Json& json) {
    if (!json.is_object()) return std::nullopt;
    if (const auto inner = json.find("function"); inner != json.end() && inner->is_object()) {
        auto call = callOf(*inner);
        if (call && json.contains("id") && json["id"].is_string()) call->id = json["id"].get<std::string>();
        return call;
    }
    for (const char* key : {"name", "tool_name", "function", "tool", "function_name"}) {
        const auto name = json.find(key);
        if (name == json.end() || !name->is_string() || !isName(name->get<std::string>())) continue;
        auto arguments = argumentsOf(json);
        const bool bare = !arguments && json.size() == 1;  // a tool without arguments
        if (!arguments && !bare) return std::nullopt;
        std::string id;
        for (const char* idKey : {"id", "tool_call_id"})
            if (json.contains(idKey) && json[idKey].is_string()) id = json[idKey].get<std::string>();
        std::string plain = name->get<std::string>();
        if (plain.starts_with("functions.")) plain.erase(0, 10);
        return made(std::move(plain), arguments.value_or(Json::object()), id);
    }
    return std::nullopt;
}

bool append(std::vector<ToolCall>& out, const Json& json) {
    if (json.is_array())
        return std::all_of(json.begin(), json.end(), [&](const Json& each) { return append(out, each); });
    auto call = callOf(json);
    if (!call) return false;
    out.push_back(std::move(*call));
    return true;
}

Calls one(ToolCall call) {
    return std::vector<ToolCall>{std::move(call)};
}

// <parameter=key>value</parameter>…, <parameter name="key">…
std::optional<Json> parametersOf(std::string_view text, const std::string& tool, const Tools& tools) {
    Json out = Json::object();
    for (std::size_t at = text.find("<parameter"); at != std::string_view::npos;
         at = text.find("<parameter", at)) {
        const std::size_t nameEnd = text.find('>', at);
        if (nameEnd == std::string_view::npos) return std::nullopt;
        std::string_view tag = text.substr(at + 10, nameEnd - at - 10);
        // A value ends at its closing tag, or where a model forgot that, at the next opening one.
        std::size_t end = text.find("</parameter>", nameEnd);
        const std::size_t next = text.find("<parameter", nameEnd);
        if (end == std::string_view::npos || next < end) end = std::min(next, text.size());
        const std::string value = tagValue(text.substr(nameEnd + 1, end - nameEnd - 1));
        at = end;
        std::optional<bool> isText;  // DSML says so itself
        if (tag.starts_with('=')) {
            tag.remove_prefix(1);
        } else {
            if (tag.find("string=\"true\"") != std::string_view::npos) isText = true;
            if (tag.find("string=\"false\"") != std::string_view::npos) isText = false;
            std::size_t from = 0;
            const auto named = between(tag, from, "name=\"", "\"");
            if (!named) return std::nullopt;
            tag = *named;
        }
        const std::string key(trimmed(tag));
        if (key.empty()) return std::nullopt;
        if (isText == true)
            out[key] = value;
        else if (auto parsed = isText == false ? readStrictly(value) : std::nullopt)
            out[key] = *parsed;
        else
            out[key] = tools.typed(tool, key, value);
    }
    return out;
}

Calls readArgKeyCalls(std::string_view body, const Tools& tools) {
    const std::size_t start = body.find("<arg_key>");
    const std::string name(trimmed(body.substr(0, start)));
    if (!isName(name)) return std::nullopt;
    Json arguments = Json::object();
    for (std::size_t at = std::min(start, body.size());;) {
        const auto key = between(body, at, "<arg_key>", "</arg_key>");
        if (!key) break;
        const auto value = between(body, at, "<arg_value>", "</arg_value>");
        if (!value) return std::nullopt;
        const std::string argument(trimmed(*key));
        arguments[argument] = tools.typed(name, argument, tagValue(*value));
    }
    return one(made(name, arguments));
}

std::optional<ToolCall> pythonCall(LooseReader& reader) {
    reader.skipSpace();
    std::string name = reader.name();
    if (name.ends_with(".call")) name.resize(name.size() - 5);
    if (!isName(name) || !reader.take("(")) return std::nullopt;
    Json arguments = Json::object();
    for (;;) {
        reader.skipSpace();
        if (reader.take(")")) return made(name, arguments);
        const std::string key = reader.name();
        reader.skipSpace();
        if (key.empty() || (!reader.take("=") && !reader.take(":"))) return std::nullopt;
        auto value = reader.value();
        if (!value) return std::nullopt;
        arguments[key] = std::move(*value);
        reader.skipSpace();
        if (!reader.take(",") && !reader.rest().starts_with(')')) return std::nullopt;
    }
}

}  // namespace

Tools::Tools(const std::string& json) {
    const auto list = readStrictly(json);
    if (!list || !list->is_array()) return;
    for (const Json& each : *list) {
        const Json& tool = each.is_object() && each.contains("function") ? each["function"] : each;
        if (!tool.is_object() || !tool.contains("name") || !tool["name"].is_string()) continue;
        Json& schema = schemas_[tool["name"].get<std::string>()];
        if (tool.contains("parameters") && tool["parameters"].is_object() &&
            tool["parameters"].contains("properties"))
            schema = tool["parameters"]["properties"];
    }
}

bool Tools::mentionedIn(std::string_view text) const {
    return std::any_of(schemas_.begin(), schemas_.end(), [&](const auto& tool) {
        return text.find("\"" + tool.first + "\"") != std::string_view::npos;
    });
}

Json Tools::typed(const std::string& tool, const std::string& argument, const std::string& text) const {
    const auto known = schemas_.find(tool);
    const bool described = known != schemas_.end() && known->second.is_object() &&
                           known->second.contains(argument) && known->second[argument].is_object();
    if (described) {
        const Json& schema = known->second[argument];
        const auto type = schema.find("type");
        if (type != schema.end() && *type == "string") return text;
    }
    auto value = readStrictly(trimmed(text));
    if (!value && (trimmed(text) == "True" || trimmed(text) == "False" || trimmed(text) == "None" ||
                   trimmed(text).starts_with('[') || trimmed(text).starts_with('{')))
        value = readLoosely(text);
    return value && !value->is_string() ? *value : Json(text);
}

Calls readJsonCalls(std::string_view body, const Tools&, bool strict) {
    std::vector<ToolCall> out;
    if (const auto whole = read(body, strict)) {
        if (!append(out, *whole)) return std::nullopt;
        return out.empty() ? std::nullopt : Calls(std::move(out));
    }
    if (strict) return std::nullopt;
    LooseReader reader(trimmed(body));
    while (!reader.atEnd()) {
        const auto value = reader.value();
        if (!value || !append(out, *value)) return std::nullopt;
        do reader.skipSpace();
        while (reader.take(";") || reader.take(","));
    }
    return out.empty() ? std::nullopt : Calls(std::move(out));
}

Calls readKeyedCalls(std::string_view body, const Tools& tools, bool strict) {
    const auto list = read(body, strict);
    if (!list) return std::nullopt;
    std::vector<ToolCall> out;
    for (const Json& each : list->is_array() ? *list : Json::array({*list})) {
        if (!each.is_object() || each.size() != 1 || !each.begin()->is_object())
            return readJsonCalls(body, tools, strict);
        out.push_back(made(each.begin().key(), *each.begin()));
    }
    return out.empty() ? std::nullopt : Calls(std::move(out));
}

Calls readPythonCalls(std::string_view body, const Tools& tools, bool strict) {
    LooseReader reader(trimmed(body));
    const bool bracket = reader.take("[");
    std::vector<ToolCall> out;
    for (;;) {
        auto call = pythonCall(reader);
        if (!call) return strict ? std::nullopt : readJsonCalls(body, tools, false);
        out.push_back(std::move(*call));
        reader.skipSpace();
        if (reader.take(",") || reader.take(";")) continue;
        if (bracket && !reader.take("]")) return std::nullopt;
        reader.skipSpace();
        if (!reader.atEnd()) return std::nullopt;
        return out;
    }
}

Calls readGemmaCalls(std::string_view body, const Tools& tools, bool strict) {
    LooseReader reader(trimmed(body));
    std::vector<ToolCall> out;
    while (!reader.atEnd()) {
        if (!reader.take("call:")) return out.empty() ? readJsonCalls(body, tools, strict) : std::nullopt;
        const std::string name = reader.name();
        if (!isName(name) || !reader.rest().starts_with('{')) return std::nullopt;
        const auto arguments = reader.value();
        if (!arguments) return std::nullopt;
        out.push_back(made(name, *arguments));
        do reader.skipSpace();
        while (reader.take(",") || reader.take(";"));
    }
    return out.empty() ? std::nullopt : Calls(std::move(out));
}

Calls readMistralCalls(std::string_view body, const Tools& tools, bool strict) {
    const std::string_view text = trimmed(body);
    const std::size_t mark = text.find("[ARGS]");
    const std::size_t brace = text.find('{');
    if (text.starts_with('[') || text.starts_with('{')) return readJsonCalls(text, tools, strict);
    if (brace == std::string_view::npos) return std::nullopt;
    std::string_view head = text.substr(0, std::min(mark, brace));
    std::string id;
    if (const auto at = head.find("[CALL_ID]"); at != std::string_view::npos) {
        id = std::string(trimmed(head.substr(at + 9)));
        head = head.substr(0, at);
    }
    const std::string name(trimmed(head));
    const auto arguments = read(text.substr(mark < brace ? mark + 6 : brace), strict);
    if (!isName(name) || !arguments || !arguments->is_object()) return std::nullopt;
    return one(made(name, *arguments, id));
}

Calls readSeparatedCalls(std::string_view body, const Tools& tools, bool strict) {
    static constexpr std::string_view kSeparators[] = {"<｜tool▁sep｜>", "<|tool_call_argument_begin|>"};
    for (const std::string_view separator : kSeparators) {
        const std::size_t at = body.find(separator);
        if (at == std::string_view::npos) continue;
        std::string_view head = trimmed(body.substr(0, at)),
                         rest = trimmed(body.substr(at + separator.size()));
        if (head == "function" && !rest.starts_with('{')) {  // the name follows, then a fenced block
            const std::size_t line = rest.find('\n');
            head = trimmed(rest.substr(0, line));
            rest = line == std::string_view::npos ? "" : rest.substr(line + 1);
        }
        std::string id;
        if (head.starts_with("functions.") || separator == kSeparators[1]) {
            id = std::string(head);
            if (head.starts_with("functions.")) head.remove_prefix(10);
            head = head.substr(0, head.rfind(':'));
        }
        const auto arguments = read(rest, strict && !trimmed(rest).starts_with("```"));
        if (!isName(head) || !arguments || !arguments->is_object()) return std::nullopt;
        return one(made(std::string(head), *arguments, id));
    }
    return readJsonCalls(body, tools, strict);
}

Calls readFunctionCalls(std::string_view body, const Tools& tools, bool strict) {
    const std::size_t end = body.find('>');
    if (end == std::string_view::npos) return std::nullopt;
    const std::string name(trimmed(body.substr(0, end)));
    if (!isName(name)) return std::nullopt;
    std::string_view inside = body.substr(end + 1);
    const std::size_t close = inside.rfind("</function>");
    if (close == std::string_view::npos && strict && inside.find("</parameter>") == std::string_view::npos)
        return std::nullopt;
    inside = trimmed(inside.substr(0, close));
    if (inside.starts_with('{')) {
        const auto arguments = read(inside, strict);
        if (!arguments || !arguments->is_object()) return std::nullopt;
        return one(made(name, *arguments));
    }
    const auto arguments = parametersOf(inside, name, tools);
    if (!arguments || (arguments->empty() && !inside.empty())) return std::nullopt;
    return one(made(name, *arguments));
}

Calls readTaggedCalls(std::string_view body, const Tools& tools, bool strict) {
    const std::string_view text = trimmed(body);
    if (text.find("<arg_key>") != std::string_view::npos) return readArgKeyCalls(text, tools);
    if (!text.starts_with("<function=")) {
        if (auto calls = readJsonCalls(text, tools, strict)) return calls;
        // GLM prints a tool without arguments as its name alone.
        return isName(text) && tools.has(std::string(text)) ? one(made(std::string(text), Json::object()))
                                                            : std::nullopt;
    }
    std::vector<ToolCall> out;
    for (std::size_t at = 0; at != std::string_view::npos;) {
        const std::size_t next = text.find("<function=", at + 10);
        const auto calls = readFunctionCalls(text.substr(at + 10, next - at - 10), tools, strict);
        if (!calls) return std::nullopt;
        out.insert(out.end(), calls->begin(), calls->end());
        at = next;
    }
    return out;
}

Calls readInvokeCalls(std::string_view body, const Tools& tools, bool) {
    // DSML writes its tags with a mark in front; without it they are the same.
    std::string plain(body);
    constexpr std::string_view kMark = "｜DSML｜";
    for (std::size_t at; (at = plain.find(kMark)) != std::string::npos;) plain.erase(at, kMark.size());
    std::size_t at = 0;
    const auto name = between(plain, at, "name=\"", "\"");
    if (!name || !isName(*name)) return std::nullopt;
    const auto arguments = parametersOf(std::string_view(plain).substr(at), std::string(*name), tools);
    if (!arguments) return std::nullopt;
    return one(made(std::string(*name), *arguments));
}

Calls readMcpCalls(std::string_view body, const Tools&, bool strict) {
    std::size_t at = 0;
    const auto name = between(body, at, "<tool_name>", "</tool_name>");
    const auto text = between(body, at, "<arguments>", "</arguments>");
    if (!name || !text || !isName(trimmed(*name))) return std::nullopt;
    const auto arguments = read(trimmed(*text), strict);
    if (!arguments || !arguments->is_object()) return std::nullopt;
    return one(made(std::string(trimmed(*name)), *arguments));
}

Calls readPythonTag(std::string_view body, const Tools& tools, bool strict) {
    if (trimmed(body).starts_with('{') || trimmed(body).starts_with('['))
        if (auto calls = readJsonCalls(body, tools, strict)) return calls;
    if (auto calls = readPythonCalls(body, tools, true)) return calls;
    if (trimmed(body).empty()) return std::nullopt;
    for (const char* name : {"code_interpreter", "python", "ipython"})
        if (tools.has(name)) return one(made(name, {{"code", std::string(trimmed(body))}}));
    return std::nullopt;
}

}  // namespace hearth::engine::answer
