#include "loop/action_runner.h"

#include <nlohmann/json.hpp>

#include "base/log.h"
#include "tools/basic_tool.h"

namespace hearth::agent::loop {

using base::ErrorCode;
using base::fail;
using base::Result;
using privacy::AuditEntry;

std::string fieldsJson(const std::vector<Field>& fields) {
    nlohmann::ordered_json json = nlohmann::ordered_json::object();
    for (const Field& field : fields)
        if (!field.value.empty()) json[field.name] = field.value;
    return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::vector<Field> fieldsFromJson(const std::string& text) {
    std::vector<Field> fields;
    const auto json = nlohmann::ordered_json::parse(text, nullptr, false);
    if (!json.is_object()) return fields;
    for (const auto& [name, value] : json.items()) {
        if (!value.is_string()) continue;
        Field field;
        field.name = name;
        field.value = value.get<std::string>();
        fields.push_back(std::move(field));
    }
    return fields;
}

Call callOf(const std::string& tool, const std::vector<Field>& fields) {
    Call call{tool, {}};
    for (const Field& field : fields)
        if (!field.value.empty() && field.name != tools::kActionIdField)
            call.arguments.emplace_back(field.name, field.value);
    return call;
}

Result<ActionDone> ActionRunner::run(const ProposedAction& action, bool logged, bool automatic,
                                     base::CancelToken cancel) {
    Tool* tool = tools_.find(action.tool);
    if (tool == nullptr) return fail(ErrorCode::NotFound, context_.say("There is no such tool"), action.tool);
    std::vector<Field> fields = action.prepared.fields;
    Field id;
    id.name = tools::kActionIdField;
    id.value = action.id;
    fields.push_back(std::move(id));

    std::int64_t row = 0;
    if (logged) {
        AuditEntry entry;
        entry.time = context_.clock->now();
        entry.actionId = action.id;
        entry.tool = action.tool;
        entry.arguments = fieldsJson(fields);
        entry.summary = action.prepared.summary;
        entry.automatic = automatic;
        auto begun = log_.begin(entry);
        // Nothing is done that cannot be recorded.
        if (!begun) return tl::unexpected(begun.error());
        row = *begun;
    }
    const auto outcome = tool->run(fields, cancel);
    // The tool and how it ended, never what it was told.
    base::log(base::LogLevel::Info, "agent",
              action.tool + ": " + (outcome ? "done" : std::string(base::toString(outcome.error().code))));
    ActionDone done;
    done.id = action.id;
    done.auditId = row;
    done.ok = outcome.has_value();
    if (outcome) {
        done.text = outcome->text;
        done.link = outcome->link;
        done.items = outcome->items;
        done.undoable = row != 0 && !outcome->undo.empty();
    } else {
        done.text = context_.say(outcome.error().message);
    }
    if (row != 0) {
        auto completed = log_.complete(row, outcome ? AuditEntry::State::Done : AuditEntry::State::Failed,
                                       done.text, done.link, outcome ? outcome->undo : std::string());
        if (!completed) {
            done.text += " " + context_.say("But the log of actions cannot be written: {reason}",
                                            {{"reason", completed.error().text()}});
            done.undoable = false;
        }
    }
    return done;
}

Result<std::string> ActionRunner::undo(std::int64_t auditId) {
    auto entry = log_.find(auditId);
    if (!entry) return tl::unexpected(entry.error());
    if (entry->undone)
        return fail(ErrorCode::Conflict, context_.say("This was taken back already"), entry->summary);
    if (entry->undoToken.empty())
        return fail(ErrorCode::Unsupported, context_.say("This cannot be taken back"), entry->summary);
    Tool* tool = tools_.find(entry->tool);
    if (tool == nullptr) return fail(ErrorCode::NotFound, context_.say("There is no such tool"), entry->tool);
    auto undone = tool->undo(entry->undoToken);
    if (!undone) return fail(undone.error().code, context_.say(undone.error().message), undone.error().where);
    if (auto marked = log_.markUndone(auditId, context_.clock->now()); !marked)
        return tl::unexpected(marked.error());
    return undone;
}

Result<void> ActionRunner::redo(std::int64_t auditId) {
    auto entry = log_.find(auditId);
    if (!entry) return tl::unexpected(entry.error());
    Tool* tool = tools_.find(entry->tool);
    if (tool == nullptr) return fail(ErrorCode::NotFound, context_.say("There is no such tool"), entry->tool);
    if (auto done = tool->redo(entry->undoToken); !done) return done;
    return log_.markStanding(auditId);
}

std::optional<ActionDone> ActionRunner::outcomeOf(const ProposedAction& action) const {
    constexpr int kLook = 1000;
    const auto rows = log_.list(kLook, 0, action.tool);
    if (!rows) return std::nullopt;
    for (const AuditEntry& row : *rows) {
        if (row.actionId != action.id || row.state == AuditEntry::State::Begun) continue;
        ActionDone done;
        done.id = action.id;
        done.ok = row.state == AuditEntry::State::Done;
        done.text = row.outcome;
        done.link = row.link;
        done.auditId = row.id;
        done.undoable = done.ok && !row.undone && !row.undoToken.empty();
        return done;
    }
    return std::nullopt;
}

Result<std::vector<std::string>> ActionRunner::recover() {
    auto rows = log_.unfinished();
    if (!rows) return tl::unexpected(rows.error());
    std::vector<std::string> sentences;
    for (const AuditEntry& row : *rows) {
        Tool* tool = tools_.find(row.tool);
        const auto outcome = tool ? tool->recover(fieldsFromJson(row.arguments)) : std::nullopt;
        if (outcome) {
            (void)log_.complete(row.id, AuditEntry::State::Done, outcome->text, outcome->link, outcome->undo);
            sentences.push_back(context_.say("This was completed although Hearth was interrupted: {what}",
                                             {{"what", outcome->text}}));
        } else {
            const std::string text =
                context_.say("Hearth was interrupted before this was done: {what}", {{"what", row.summary}});
            (void)log_.complete(row.id, AuditEntry::State::Lost, text);
            sentences.push_back(text);
        }
    }
    return sentences;
}

std::optional<AuditEntry> ActionRunner::last() const {
    constexpr int kLook = 20;
    auto rows = log_.list(kLook);
    if (!rows) return std::nullopt;
    for (const AuditEntry& row : *rows)
        if (row.state == AuditEntry::State::Done && !row.undone) return row;
    return std::nullopt;
}

}  // namespace hearth::agent::loop
