#include "tools/todo_common.h"

#include <algorithm>
#include <map>
#include <sstream>

#include "calendar/ics_text.h"
#include "calendar/item_writer.h"
#include "tools/item_choice.h"
#include "tools/when.h"

namespace hearth::agent::tools {

using base::Result;
using calendar::Occurrence;

namespace {

std::string todoText(const ToolContext& context, const Todo& todo) {
    calendar::Draft draft;
    draft.kind = calendar::Item::Kind::Todo;
    draft.uid = "hearth-" + todo.id;
    draft.title = todo.title;
    draft.categories = todo.category;
    draft.start = todo.when;
    draft.zone = todo.zone;
    draft.rule = todo.rule;
    draft.alarmOffsets = {0};
    draft.stamp = context.clock->now();
    return calendar::newFile(draft);
}

}  // namespace

std::filesystem::path todoPath(const ToolContext& context, const std::string& actionId) {
    return context.remindersDir / ("hearth-" + actionId + ".ics");
}

FileEdit todoEdit(const ToolContext& context, const Todo& todo) {
    return {todoPath(context, todo.id), todoText(context, todo)};
}

Result<void> saveTodo(const ToolContext& context, const Todo& todo) {
    return context.changes->apply(todo.id, {todoEdit(context, todo)});
}

std::int64_t secondsLeft(const std::filesystem::path& file) {
    const auto text = readFile(file);
    if (!text) return 0;
    const calendar::IcsText lines(*text);
    for (const auto& block : lines.blocks("VTODO")) {
        try {
            return std::stoll(lines.value(block, "X-HEARTH-LEFT"));
        } catch (const std::exception&) {
            return 0;  // not there, or no number
        }
    }
    return 0;
}

std::vector<Occurrence> pendingTodos(const ToolContext& context, const std::string& category,
                                     const std::string& title, const std::string& date,
                                     const std::string& time) {
    const calendar::CalendarFolder folder(context.remindersDir, context.zone);
    std::vector<std::shared_ptr<const calendar::Item>> items;
    for (const auto& item : folder.items())
        if (item->kind == calendar::Item::Kind::Todo && item->categories == category &&
            item->status != "COMPLETED")
            items.push_back(item);
    auto found = findItems(context, items, {title, date, time, {}});
    const std::int64_t now = context.clock->now();
    std::erase_if(found, [&](const Occurrence& o) { return o.start < now; });
    return found;
}

std::string sayTodo(const ToolContext& context, const Occurrence& todo) {
    const CivilTime start = toLocal(context, todo.start);
    std::string text = saySpan(context.phrases, start, std::nullopt, false, localNow(context));
    if (todo.repeats) text = context.say("{when} (repeats)", {{"when", text}});
    return text + "  " + todo.item->title;
}

std::string sayTodos(const ToolContext& context, const std::vector<Occurrence>& todos,
                     const std::string& category) {
    const bool alarms = category == kAlarmCategory;
    if (todos.empty()) return context.say(alarms ? "There is no alarm set." : "There is no reminder set.");
    std::string text = context.say(alarms ? "You have {count, plural, one{# alarm} other{# alarms}}:"
                                          : "You have {count, plural, one{# reminder} other{# reminders}}:",
                                   {{"count", todos.size()}});
    for (const Occurrence& todo : todos) text += "\n• " + sayTodo(context, todo);
    return text;
}

CancelTodo::CancelTodo(ToolSpec spec, const ToolContext& context, std::string category,
                       std::string textArgument, const char* undone)
    : BasicTool(std::move(spec), context, undone),
      category_(std::move(category)),
      textArgument_(std::move(textArgument)) {}

Result<Prepared> CancelTodo::prepare(const Call& call) {
    Prepared result = prepared(call);
    const std::string text = valueOf(result.fields, textArgument_);
    const std::string date = valueOf(result.fields, "date");
    const std::string time = valueOf(result.fields, "time");
    if (const auto span = spanOf(context(), date, time); span && !span->error.empty()) {
        ask(result, span->errorField, span->error);
        return result;
    }
    const auto found = pendingTodos(context(), category_, text, date, time);
    if (found.empty()) {
        ask(result, textArgument_,
            say("There is no such {kind, select, Alarm{alarm} other{reminder}}. Which one do you mean?",
                {{"kind", category_}}));
        return result;
    }
    std::vector<Occurrence> chosen;
    if (namesAll(text) && !call.argument(kChoiceField)) {
        chosen = found;
    } else {
        const auto one =
            chooseItem(context(), call, found,
                       say("Several {kind, select, Alarm{alarms} other{reminders}} fit. Which one?",
                           {{"kind", category_}}),
                       result);
        if (one) chosen.push_back(*one);
    }
    std::string keys;
    std::string names;
    for (const Occurrence& o : chosen) {
        keys += keyOf(o) + "\n";
        names += (names.empty() ? "" : "; ") +
                 say("{title}, {span}", {{"title", o.item->title},
                                         {"span", saySpan(context().phrases, toLocal(context(), o.start),
                                                          std::nullopt, false, localNow(context()))}});
    }
    setHidden(result, "keys", keys);
    setHidden(result, "name", names);
    result.summary = names;
    return result;
}

Result<Outcome> CancelTodo::run(const std::vector<Field>& fields, base::CancelToken) {
    const calendar::CalendarFolder folder(context().remindersDir, context().zone);
    std::istringstream keys(valueOf(fields, "keys"));
    std::vector<FileEdit> edits;
    for (std::string key; std::getline(keys, key);) {
        const auto found = findByKey(folder.items(), key, context().zone);
        if (!found) return tl::unexpected(found.error());
        auto text = readFile(found->item->file);
        if (!text) return tl::unexpected(text.error());
        auto without = calendar::withoutItem(*text, *found->item);
        if (!without) return tl::unexpected(without.error());
        edits.push_back({found->item->file, std::move(*without)});
    }
    if (edits.empty())
        return base::fail(base::ErrorCode::InvalidInput, say("It is not said which one is meant"));
    const std::string id = changeId(fields);
    if (auto done = context().changes->apply(id, edits); !done) return tl::unexpected(done.error());
    return *told(fields, id);
}

std::optional<Outcome> CancelTodo::told(const std::vector<Field>& fields, const std::string& id) const {
    return Outcome{say("Removed the {kind, select, Alarm{alarm} other{reminder}}: {name}.",
                       {{"kind", category_}, {"name", valueOf(fields, "name")}}),
                   {},
                   id,
                   {}};
}

}  // namespace hearth::agent::tools
