#include "mcp/guest_tool.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "agent/phrases.h"
#include "base/json_depth.h"

namespace hearth::agent::mcp {

using base::ErrorCode;
using base::fail;
using base::Result;
using Json = nlohmann::ordered_json;

namespace {

constexpr std::size_t kMostAnswer = 6000;
constexpr std::size_t kMostWords = 300;  // of a description
constexpr std::size_t kMostArguments = 40;
constexpr int kDeepest = 64;

Json parsed(const std::string& text) {
    if (base::jsonDepth(text) > kDeepest) return {};
    return Json::parse(text, nullptr, false);
}

std::string textIn(const Json& object, const char* name) {
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

// A value as the schema wants it; the words themselves where they cannot be read so: the server will say.
Json valueOf(const std::string& words, const std::string& type) {
    if (type == "string" || type.empty()) return words;
    const Json read = parsed(words);
    const bool fits = (type == "number" && read.is_number()) ||
                      (type == "integer" && read.is_number_integer()) ||
                      (type == "boolean" && read.is_boolean()) || (type == "array" && read.is_array()) ||
                      (type == "object" && read.is_object());
    if (fits) return read;
    if (type == "array") return Json::array({words});
    return words;
}

class GuestTool final : public Tool {
  public:
    GuestTool(McpServers& servers, std::string server, const McpTool& tool)
        : servers_(servers), server_(std::move(server)), tool_(tool.name) {
        spec_.name = mcpApprovalName(server_, tool_);
        spec_.verb = "Use “" + cleaned(tool_, kMostWords) + "” of “" + server_ + "”";
        spec_.description = cleaned(tool.description, kMostWords);
        spec_.icon = "app";
        spec_.writes = true;  // nobody here knows what it does
        spec_.bringsOthersWords = true;
        readSchema(parsed(tool.inputSchema));
    }

    const ToolSpec& spec() const override { return spec_; }

    Result<Prepared> prepare(const Call& call) override {
        Prepared out;
        out.tool = spec_.name;
        out.summary = "“" + tool_ + "” of “" + server_ + "”";
        for (const ArgumentSpec& argument : spec_.arguments) {
            Field field;
            field.name = argument.name;
            field.label = argument.name;
            field.type = argument.type;
            field.required = argument.required;
            field.choices = argument.values;
            for (const auto& [name, value] : call.arguments)
                if (name == argument.name) field.value += (field.value.empty() ? "" : ", ") + value;
            if (field.required && field.value.empty() && out.question.empty()) {
                out.question = "What is “" + argument.name + "”?";
                out.questionField = argument.name;
            }
            out.fields.push_back(std::move(field));
        }
        return out;
    }

    Result<Outcome> run(const std::vector<Field>& fields, base::CancelToken cancel) override {
        Json arguments = Json::object();
        for (const Field& field : fields) {
            const auto type = types_.find(field.name);
            if (type != types_.end() && !field.value.empty())
                arguments[field.name] = valueOf(field.value, type->second);
        }
        const auto result = servers_.call(
            server_, tool_, arguments.dump(-1, ' ', false, Json::error_handler_t::replace), cancel);
        if (!result) return tl::unexpected(result.error());
        const std::string said = cleaned(result->text, kMostAnswer);
        if (result->failed)
            return fail(ErrorCode::Io, "“" + tool_ + "” of “" + server_ + "” could not do it: " + said);
        Outcome out;
        out.text = "“" + server_ + "” answered" + (said.empty() ? " nothing." : ":\n" + said);
        return out;
    }

    Result<std::string> undo(const std::string& token) override {
        return fail(ErrorCode::Unsupported, phrase("What another program did cannot be taken back here"),
                    token);
    }

  private:
    void readSchema(const Json& schema) {
        const Json properties = schema.is_object() ? schema.value("properties", Json()) : Json();
        if (!properties.is_object()) return;
        const Json required = schema.value("required", Json::array());
        for (const auto& [name, property] : properties.items()) {
            if (spec_.arguments.size() == kMostArguments || name.empty()) break;
            ArgumentSpec argument;
            argument.name = name;
            argument.required = required.is_array() &&
                                std::find(required.begin(), required.end(), Json(name)) != required.end();
            const std::string type = property.is_object() ? textIn(property, "type") : "";
            argument.label = property.is_object() ? cleaned(textIn(property, "description"), kMostWords) : "";
            if (!type.empty() && type != "string")
                argument.label += (argument.label.empty() ? "" : ", ") + ("as JSON: " + type);
            readChoices(property, argument);
            types_[name] = type;
            spec_.arguments.push_back(std::move(argument));
        }
    }
    static void readChoices(const Json& property, ArgumentSpec& argument) {
        const Json choices = property.is_object() ? property.value("enum", Json()) : Json();
        if (!choices.is_array()) return;
        for (const Json& choice : choices)
            if (choice.is_string()) argument.values.push_back(choice.get<std::string>());
        if (!argument.values.empty()) argument.type = ArgumentType::Enum;
    }

    McpServers& servers_;
    std::string server_;
    std::string tool_;
    ToolSpec spec_;
    std::map<std::string, std::string> types_;  // by argument
};

}  // namespace

std::string cleaned(const std::string& text, std::size_t most) {
    std::string out;
    for (const char c : text)
        if (static_cast<unsigned char>(c) >= ' ' || c == '\n' || c == '\t') out += c;
    const bool cut = out.size() > most;
    if (cut) out.resize(most);
    while (cut && !out.empty() && (static_cast<unsigned char>(out.back()) & 0xC0) == 0x80) out.pop_back();
    if (cut && !out.empty() && (static_cast<unsigned char>(out.back()) & 0x80) != 0) out.pop_back();
    return cut ? out + " …" : out;
}

std::unique_ptr<Tool> makeGuestTool(McpServers& servers, const std::string& server, const McpTool& tool) {
    return std::make_unique<GuestTool>(servers, server, tool);
}

}  // namespace hearth::agent::mcp
