#include "engine/chat_template.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "text/chat_template/syntax.h"

namespace hearth::engine {

namespace chat_template {

struct Program {
    Block block;
};

namespace {

constexpr int kMaxJsonDepth = 100;

Value fromJson(const nlohmann::ordered_json& json, int depth) {
    if (depth > kMaxJsonDepth) throw TemplateError("the context is nested too deeply");
    if (json.is_null()) return None{};
    if (json.is_boolean()) return json.get<bool>();
    if (json.is_number_unsigned() && json.get<std::uint64_t>() > static_cast<std::uint64_t>(INT64_MAX))
        return json.get<double>();
    if (json.is_number_integer()) return json.get<std::int64_t>();
    if (json.is_number()) return json.get<double>();
    if (json.is_string()) return json.get<std::string>();
    if (json.is_array()) {
        std::vector<Value> items;
        for (const auto& item : json) items.push_back(fromJson(item, depth + 1));
        return Value::makeList(std::move(items));
    }
    const Value made = Value::makeDict();
    made.dict().entries.reserve(json.size());
    for (const auto& [key, value] : json.items()) {
        made.dict().entries.emplace_back(Value(key), fromJson(value, depth + 1));
        made.dict().depth = std::max(made.dict().depth, made.dict().entries.back().second.depth() + 1);
    }
    return made;
}

std::string atLine(const TemplateError& error) {
    return error.line ? "chat template, line " + std::to_string(error.line) : "chat template";
}

}  // namespace
}  // namespace chat_template

using base::ErrorCode;
using base::Result;

Result<ChatTemplate> ChatTemplate::parse(const std::string& source) {
    try {
        auto program = std::make_shared<chat_template::Program>();
        program->block = chat_template::parseTemplate(source);
        return ChatTemplate(std::move(program));
    } catch (const chat_template::TemplateError& error) {
        return base::fail(ErrorCode::InvalidInput,
                          std::string("The chat template cannot be read: ") + error.what(),
                          chat_template::atLine(error));
    }
}

Result<std::string> ChatTemplate::render(const std::string& contextJson, const std::tm& now) const {
    const auto context = nlohmann::ordered_json::parse(contextJson, nullptr, false);
    if (!context.is_object())
        return base::fail(ErrorCode::InvalidInput, "The context of a chat template must be a JSON object.",
                          "context");
    try {
        chat_template::Runtime runtime(chat_template::Limits{}, now);
        const auto globals = std::make_shared<chat_template::Scope>(runtime, nullptr);
        chat_template::defineGlobals(*globals);
        const auto scope = globals->child();
        for (const auto& [name, value] : context.items()) scope->set(name, chat_template::fromJson(value, 0));
        std::string out;
        chat_template::runBlock(program_->block, *scope, out);
        return out;
    } catch (const chat_template::TemplateError& error) {
        return base::fail(ErrorCode::Refused,
                          std::string("The chat template cannot render this conversation: ") + error.what(),
                          chat_template::atLine(error));
    } catch (const std::bad_alloc&) {
        return base::fail(ErrorCode::OutOfMemory, "The chat template needs more memory than there is.",
                          "chat template");
    }
}

}  // namespace hearth::engine
