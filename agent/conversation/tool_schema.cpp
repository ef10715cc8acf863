#include "conversation/tool_schema.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace hearth::agent {

namespace {

using Json = nlohmann::ordered_json;

// The tools read people's words, so a model need not compute dates.
const char* hintOf(ArgumentType type) {
    switch (type) {
        case ArgumentType::Date:
            return "a day as said: tomorrow, next friday, 2026-11-23";
        case ArgumentType::Time:
            return "a time of day: 15:30, noon";
        case ArgumentType::Duration:
            return "how long: 90 minutes";
        case ArgumentType::Repeat:
            return "how often: every tuesday";
        case ArgumentType::Number:
            return "a number or level: 20, 50%, up";
        case ArgumentType::Person:
            return "a person's name";
        case ArgumentType::Text:
        case ArgumentType::Enum:
            break;
    }
    return "";
}

Json schemaOf(const ArgumentSpec& argument) {
    Json schema = {{"type", "string"}};
    std::string about = argument.label;
    if (const std::string hint = hintOf(argument.type); !hint.empty())
        about += (about.empty() ? "" : ", ") + hint;
    if (!about.empty()) schema["description"] = about;
    if (!argument.values.empty()) schema["enum"] = argument.values;
    return schema;
}

void addValue(Call& call, const std::string& name, const Json& value) {
    if (value.is_null()) return;
    if (value.is_array()) {
        for (const Json& each : value) addValue(call, name, each);
        return;
    }
    std::string text = value.is_string() ? value.get<std::string>()
                                         : value.dump(-1, ' ', false, Json::error_handler_t::replace);
    if (!text.empty()) call.arguments.emplace_back(name, std::move(text));
}

}  // namespace

std::string toolsJson(const std::vector<const ToolSpec*>& specs) {
    Json list = Json::array();
    for (const ToolSpec* spec : specs) {
        Json properties = Json::object();
        for (const ArgumentSpec& argument : spec->arguments) properties[argument.name] = schemaOf(argument);
        list.push_back({{"type", "function"},
                        {"function",
                         {{"name", spec->name},
                          {"description", spec->description},
                          {"parameters", {{"type", "object"}, {"properties", properties}}}}}});
    }
    return list.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Call callFrom(const engine::ToolCall& given, const ToolSpec& spec) {
    Call call{spec.name, {}};
    const Json arguments = Json::parse(given.arguments, nullptr, false);
    if (!arguments.is_object()) return call;
    for (const auto& [name, value] : arguments.items()) {
        const bool known =
            std::any_of(spec.arguments.begin(), spec.arguments.end(),
                        [&name = name](const ArgumentSpec& argument) { return argument.name == name; });
        if (known) addValue(call, name, value);
    }
    return call;
}

engine::ToolCall toolCallFrom(const Call& call, std::size_t number) {
    Json arguments = Json::object();
    for (const auto& [name, value] : call.arguments) {
        if (!arguments.contains(name)) {
            arguments[name] = value;
        } else {
            if (!arguments[name].is_array()) arguments[name] = Json::array({arguments[name]});
            arguments[name].push_back(value);
        }
    }
    std::string id = std::to_string(number % 100000);
    id.insert(0, 5 - id.size(), '0');
    // Mistral's templates ask for nine letters and digits.
    return {call.tool, arguments.dump(-1, ' ', false, Json::error_handler_t::replace), "call" + id};
}

}  // namespace hearth::agent
