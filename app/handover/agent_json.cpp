#include "handover/agent_json.h"

#include <nlohmann/json.hpp>

#include "handover/document_json.h"

namespace hearth::app {

using nlohmann::json;

namespace {

json fieldToJson(const agent::Field& field) {
    return {{"name", field.name},       {"label", field.label},     {"type", static_cast<int>(field.type)},
            {"value", field.value},     {"display", field.display}, {"required", field.required},
            {"choices", field.choices}, {"labels", field.labels}};
}

agent::Field fieldFromJson(const json& j) {
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
    field.labels = j.value("labels", std::vector<std::string>{});
    return field;
}

json toJson(const agent::AnswerDone& answer) {
    json out = {{"text", answer.text},
                {"calls", callsToJson(answer.calls)},
                {"stopped", answer.stopped},
                {"offer_larger_model", answer.offerLargerModel},
                {"tokens_per_second", answer.tokensPerSecond},
                {"cut_short", answer.cutShort},
                {"untrusted", answer.untrusted},
                {"context", contextToJson(answer.context)},
                {"host", answer.host},
                {"remote_model", answer.remoteModel}};
    if (answer.documents) out["documents"] = documentsToJson(*answer.documents);
    return out;
}

json linesToJson(const std::vector<agent::HandOverLine>& lines) {
    json out = json::array();
    for (const auto& line : lines)
        out.push_back({{"user", line.byUser}, {"original", line.original}, {"masked", line.masked}});
    return out;
}

std::vector<agent::HandOverLine> linesFromJson(const json& j) {
    std::vector<agent::HandOverLine> lines;
    for (const auto& line : j)
        lines.push_back({line.value("user", true), line.value("original", ""), line.value("masked", "")});
    return lines;
}

agent::AnswerDone answerFromJson(const json& j) {
    agent::AnswerDone answer;
    answer.text = j.value("text", "");
    answer.calls = callsFromJson(j.value("calls", json::array()));
    answer.stopped = j.value("stopped", false);
    answer.offerLargerModel = j.value("offer_larger_model", false);
    answer.tokensPerSecond = j.value("tokens_per_second", 0.0);
    answer.cutShort = j.value("cut_short", false);
    answer.context = contextFromJson(j.value("context", json::object()));
    answer.host = j.value("host", "");
    answer.remoteModel = j.value("remote_model", "");
    answer.untrusted = j.value("untrusted", false);
    if (j.contains("documents")) answer.documents = documentsFromJson(j.at("documents"));
    return answer;
}

}  // namespace

json contextToJson(const agent::ContextUse& use) {
    return {{"tokens", use.tokens},
            {"capacity", use.capacity},
            {"left_out", use.leftOut},
            {"summarized", use.summarized},
            {"summary", use.summary}};
}

agent::ContextUse contextFromJson(const json& j) {
    agent::ContextUse use;
    use.tokens = j.value("tokens", 0);
    use.capacity = j.value("capacity", 0);
    use.leftOut = j.value("left_out", 0);
    use.summarized = j.value("summarized", 0);
    use.summary = j.value("summary", "");
    return use;
}

json fieldsToJson(const std::vector<agent::Field>& fields) {
    json out = json::array();
    for (const auto& field : fields) out.push_back(fieldToJson(field));
    return out;
}

std::vector<agent::Field> fieldsFromJson(const json& j) {
    std::vector<agent::Field> fields;
    for (const auto& field : j) fields.push_back(fieldFromJson(field));
    return fields;
}

json callsToJson(const std::vector<agent::Call>& calls) {
    json out = json::array();
    for (const auto& call : calls) {
        json arguments = json::array();  // an argument may occur twice: no object
        for (const auto& [name, value] : call.arguments) arguments.push_back({name, value});
        out.push_back({{"tool", call.tool}, {"arguments", arguments}});
    }
    return out;
}

std::vector<agent::Call> callsFromJson(const json& j) {
    std::vector<agent::Call> calls;
    for (const auto& item : j) {
        agent::Call call;
        call.tool = item.value("tool", "");
        for (const auto& pair : item.value("arguments", json::array()))
            call.arguments.emplace_back(pair.at(0).get<std::string>(), pair.at(1).get<std::string>());
        calls.push_back(std::move(call));
    }
    return calls;
}

json toJson(const agent::ProposedAction& action) {
    const auto& prepared = action.prepared;
    return {{"id", action.id},
            {"tool", action.tool},
            {"verb", action.verb},
            {"icon", action.icon},
            {"replaces", action.replaces},
            {"summary", prepared.summary},
            {"fields", fieldsToJson(prepared.fields)},
            {"warnings", prepared.warnings},
            {"question", prepared.question},
            {"question_field", prepared.questionField}};
}

agent::ProposedAction proposedFromJson(const json& j) {
    agent::ProposedAction action;
    action.id = j.value("id", "");
    action.tool = j.value("tool", "");
    action.verb = j.value("verb", "");
    action.icon = j.value("icon", "");
    action.replaces = j.value("replaces", std::int64_t{0});
    auto& prepared = action.prepared;
    prepared.tool = action.tool;
    prepared.summary = j.value("summary", "");
    prepared.fields = fieldsFromJson(j.value("fields", json::array()));
    prepared.warnings = j.value("warnings", std::vector<std::string>{});
    prepared.question = j.value("question", "");
    prepared.questionField = j.value("question_field", "");
    return action;
}

json toJson(const agent::ActionDone& done) {
    return {{"id", done.id},
            {"ok", done.ok},
            {"text", done.text},
            {"link", done.link},
            {"items", done.items},
            {"audit_id", done.auditId},
            {"undoable", done.undoable}};
}

agent::ActionDone doneFromJson(const json& j) {
    agent::ActionDone done;
    done.id = j.value("id", "");
    done.ok = j.value("ok", false);
    done.text = j.value("text", "");
    done.link = j.value("link", "");
    done.items = j.value("items", "");
    done.auditId = j.value("audit_id", std::int64_t{0});
    done.undoable = j.value("undoable", false);
    return done;
}

json toJson(const agent::Event& event) {
    if (const auto* text = std::get_if<agent::TextDelta>(&event)) return {{"text", text->text}};
    if (const auto* thought = std::get_if<agent::ThoughtDelta>(&event)) return {{"thought", thought->text}};
    if (const auto* prefill = std::get_if<agent::PrefillProgress>(&event))
        return {{"prefill", {prefill->done, prefill->total}}};
    if (const auto* action = std::get_if<agent::ProposedAction>(&event))
        return {{"proposed", toJson(*action)}};
    if (const auto* done = std::get_if<agent::ActionDone>(&event)) return {{"done", toJson(*done)}};
    if (const auto* dropped = std::get_if<agent::ActionDropped>(&event)) return {{"dropped", dropped->id}};
    if (const auto* offer = std::get_if<agent::HandOverOffer>(&event))
        return {{"offer",
                 {{"host", offer->host},
                  {"model", offer->model},
                  {"text", offer->text},
                  {"replaced", offer->replaced},
                  {"lines", linesToJson(offer->lines)}}}};
    if (const auto* note = std::get_if<agent::AnswerNote>(&event)) return {{"note", note->text}};
    return {{"answer", toJson(std::get<agent::AnswerDone>(event))}};
}

std::optional<agent::Event> eventFromJson(const json& j) {
    if (j.contains("text")) return agent::TextDelta{j.at("text").get<std::string>()};
    if (j.contains("thought")) return agent::ThoughtDelta{j.at("thought").get<std::string>()};
    if (j.contains("prefill"))
        return agent::PrefillProgress{j.at("prefill").at(0).get<int>(), j.at("prefill").at(1).get<int>()};
    if (j.contains("proposed")) return proposedFromJson(j.at("proposed"));
    if (j.contains("done")) return doneFromJson(j.at("done"));
    if (j.contains("dropped")) return agent::ActionDropped{j.at("dropped").get<std::string>()};
    if (j.contains("answer")) return answerFromJson(j.at("answer"));
    if (j.contains("offer")) {
        const json& offer = j.at("offer");
        return agent::HandOverOffer{
            offer.value("host", ""), offer.value("model", ""), offer.value("text", ""),
            offer.value("replaced", std::vector<std::pair<std::string, std::string>>{}),
            linesFromJson(offer.value("lines", json::array()))};
    }
    if (j.contains("note")) return agent::AnswerNote{j.at("note").get<std::string>()};
    return std::nullopt;
}

json toJson(const base::Error& error) {
    return {{"code", static_cast<int>(error.code)}, {"message", error.message}, {"where", error.where}};
}

base::Error errorFromJson(const json& j) {
    base::Error error;
    const int code = j.value("code", static_cast<int>(base::ErrorCode::Internal));
    if (code >= 0 && code <= static_cast<int>(base::ErrorCode::Internal))
        error.code = static_cast<base::ErrorCode>(code);
    error.message = j.value("message", "");
    error.where = j.value("where", "");
    return error;
}

std::string lineOf(const json& j) {
    return j.dump(-1, ' ', false, json::error_handler_t::replace);
}

}  // namespace hearth::app
