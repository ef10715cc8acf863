#include "store/record_json.h"

#include <nlohmann/json.hpp>

#include "handover/agent_json.h"
#include "handover/document_json.h"

namespace hearth::app {
namespace {

using nlohmann::json;

json actionToJson(const ActionRecord& action) {
    json out = toJson(action.proposed);
    out.update({{"result", action.result},
                {"link", action.link},
                {"items", action.items},
                {"audit_id", action.auditId},
                {"undoable", action.undoable},
                {"done_ms", action.doneMs},
                {"state", static_cast<int>(action.state)}});
    return out;
}

ActionRecord actionFromJson(const json& j) {
    ActionRecord action;
    action.proposed = proposedFromJson(j);
    action.result = j.value("result", "");
    action.link = j.value("link", "");
    action.items = j.value("items", "");
    action.auditId = j.value("audit_id", std::int64_t{0});
    action.undoable = j.value("undoable", false);
    action.doneMs = j.value("done_ms", std::int64_t{0});
    const int state = j.value("state", static_cast<int>(ActionState::Expired));
    action.state = state >= 0 && state <= static_cast<int>(ActionState::Expired)
                       ? static_cast<ActionState>(state)
                       : ActionState::Expired;
    return action;
}

}  // namespace

std::string scopeText(const std::optional<agent::DocumentScope>& scope) {
    return scope ? lineOf(scopeToJson(*scope)) : std::string();
}

std::optional<agent::DocumentScope> scopeOf(const std::string& text) {
    const json scope = json::parse(text, nullptr, false);
    if (!scope.is_object()) return std::nullopt;
    try {
        return scopeFromJson(scope);
    } catch (const json::exception&) {
        return std::nullopt;
    }
}

std::string bodyToJson(const MessageRecord& message) {
    json body = json::object();
    if (!message.calls.empty()) body["calls"] = callsToJson(message.calls);
    if (message.offersModel) body["offers_model"] = true;
    if (message.cutShort) body["cut_short"] = true;
    if (!message.thought.empty())
        body.update({{"thought", message.thought}, {"thought_ms", message.thoughtMs}});
    if (message.tokensPerSecond > 0) body["tokens_per_second"] = message.tokensPerSecond;
    for (const AttachedFile& file : message.attached)
        body["attached"].push_back({{"name", file.name}, {"text", file.text}});
    if (message.untrusted) body["untrusted"] = true;
    if (message.documents) body["documents"] = documentsToJson(*message.documents);
    if (message.context.capacity > 0) body["context"] = contextToJson(message.context);
    if (!message.host.empty()) body["host"] = message.host;
    if (!message.note.empty()) body["note"] = message.note;
    if (message.kind == MessageKind::Action) body["action"] = actionToJson(message.action);
    return lineOf(body);
}

void bodyFromJson(const std::string& text, MessageRecord& message) {
    try {
        const json body = json::parse(text);
        message.calls = callsFromJson(body.value("calls", json::array()));
        message.offersModel = body.value("offers_model", false);
        message.cutShort = body.value("cut_short", false);
        message.thought = body.value("thought", "");
        message.thoughtMs = body.value("thought_ms", std::int64_t{0});
        message.tokensPerSecond = body.value("tokens_per_second", 0.0);
        message.context = contextFromJson(body.value("context", json::object()));
        for (const json& file : body.value("attached", json::array()))
            message.attached.push_back({file.value("name", ""), file.value("text", ""), {}});
        message.untrusted = body.value("untrusted", false);
        if (body.contains("documents")) message.documents = documentsFromJson(body.at("documents"));
        message.host = body.value("host", "");
        message.note = body.value("note", "");
        if (message.kind == MessageKind::Action)
            message.action = actionFromJson(body.value("action", json::object()));
    } catch (const json::exception&) {
        message.calls.clear();
        message.untrusted = true;  // whose words they are is not known any more
        message.documents.reset();
        message.action = {};
        message.action.state = ActionState::Expired;
    }
}

}  // namespace hearth::app
