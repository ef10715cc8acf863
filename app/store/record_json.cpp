#include "store/record_json.h"

#include <nlohmann/json.hpp>

namespace hearth::app {
namespace {

using nlohmann::json;

json toJson(const agent::Field& field) {
    return {{"name", field.name},      {"label", field.label},     {"type", static_cast<int>(field.type)},
            {"value", field.value},    {"display", field.display}, {"required", field.required},
            {"choices", field.choices}};
}

agent::Field fieldFrom(const json& j) {
    agent::Field field;
    field.name = j.value("name", "");
    field.label = j.value("label", "");
    const int type = j.value("type", 0);
    if (type >= 0 && type <= static_cast<int>(agent::ArgumentType::Enum))
        field.type = static_cast<agent::ArgumentType>(type);
    field.value = j.value("value", "");
    field.display = j.value("display", "");
    field.required = j.value("required", false);
    field.choices = j.value("choices", std::vector<std::string>{});
    return field;
}

json toJson(const ActionRecord& action) {
    json fields = json::array();
    for (const auto& field : action.proposed.prepared.fields) fields.push_back(toJson(field));
    const auto& prepared = action.proposed.prepared;
    return {{"id", action.proposed.id},
            {"tool", action.proposed.tool},
            {"verb", action.proposed.verb},
            {"icon", action.proposed.icon},
            {"summary", prepared.summary},
            {"fields", fields},
            {"warnings", prepared.warnings},
            {"question", prepared.question},
            {"question_field", prepared.questionField},
            {"result", action.result},
            {"link", action.link},
            {"items", action.items},
            {"audit_id", action.auditId},
            {"undoable", action.undoable},
            {"state", static_cast<int>(action.state)}};
}

ActionRecord actionFrom(const json& j) {
    ActionRecord action;
    action.proposed.id = j.value("id", "");
    action.proposed.tool = j.value("tool", "");
    action.proposed.verb = j.value("verb", "");
    action.proposed.icon = j.value("icon", "");
    auto& prepared = action.proposed.prepared;
    prepared.tool = action.proposed.tool;
    prepared.summary = j.value("summary", "");
    for (const auto& field : j.value("fields", json::array())) prepared.fields.push_back(fieldFrom(field));
    prepared.warnings = j.value("warnings", std::vector<std::string>{});
    prepared.question = j.value("question", "");
    prepared.questionField = j.value("question_field", "");
    action.result = j.value("result", "");
    action.link = j.value("link", "");
    action.items = j.value("items", "");
    action.auditId = j.value("audit_id", std::int64_t{0});
    action.undoable = j.value("undoable", false);
    const int state = j.value("state", static_cast<int>(ActionState::Expired));
    action.state = state >= 0 && state <= static_cast<int>(ActionState::Expired)
                       ? static_cast<ActionState>(state)
                       : ActionState::Expired;
    return action;
}

}  // namespace

std::string bodyToJson(const MessageRecord& message) {
    json body = json::object();
    if (!message.calls.empty()) {
        body["calls"] = json::array();
        for (const auto& call : message.calls) {
            json arguments = json::array();  // an argument may occur twice: no object
            for (const auto& [name, value] : call.arguments) arguments.push_back({name, value});
            body["calls"].push_back({{"tool", call.tool}, {"arguments", arguments}});
        }
    }
    if (message.kind == MessageKind::Action) body["action"] = toJson(message.action);
    // Text from outside may hold bytes that are not UTF-8: they become U+FFFD rather than an exception.
    return body.dump(-1, ' ', false, json::error_handler_t::replace);
}

void bodyFromJson(const std::string& text, MessageRecord& message) {
    try {
        const json body = json::parse(text);
        for (const auto& item : body.value("calls", json::array())) {
            agent::Call call;
            call.tool = item.value("tool", "");
            for (const auto& pair : item.value("arguments", json::array()))
                call.arguments.emplace_back(pair.at(0).get<std::string>(), pair.at(1).get<std::string>());
            message.calls.push_back(std::move(call));
        }
        if (message.kind == MessageKind::Action)
            message.action = actionFrom(body.value("action", json::object()));
    } catch (const json::exception&) {
        message.calls.clear();
        message.action = {};
        message.action.state = ActionState::Expired;
    }
}

}  // namespace hearth::app
