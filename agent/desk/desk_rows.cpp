#include "desk/desk_rows.h"

#include <optional>
#include <set>

#include "tools/item_choice.h"
#include "tools/todo_common.h"
#include "tools/when.h"

namespace hearth::agent::desk {

using calendar::Item;
using calendar::Occurrence;
using tools::toLocal;

namespace {

constexpr std::int64_t kDay = 86400;
constexpr std::int64_t kLookBack = 400 * kDay;  // as the scheduler does

DeskTodo::Kind kindOf(const Item& item) {
    if (item.categories == tools::kAlarmCategory) return DeskTodo::Kind::Alarm;
    if (item.categories == tools::kTimerCategory) return DeskTodo::Kind::Timer;
    return DeskTodo::Kind::Reminder;
}

// The occurrence that counts now: the next one, else the last of the past.
std::optional<Occurrence> currentOf(const std::vector<std::shared_ptr<const Item>>& items,
                                    const std::string& uid, std::int64_t now, const std::string& zone) {
    std::vector<std::shared_ptr<const Item>> same;
    for (const auto& item : items)
        if (item->uid == uid) same.push_back(item);
    std::optional<Occurrence> last;
    for (const Occurrence& occurrence :
         calendar::occurrencesOf(same, now - kLookBack, now + 2 * kLookBack, zone)) {
        last = occurrence;
        if (occurrence.start >= now) break;
    }
    return last;
}

std::optional<DeskTodo> todoOf(const ToolContext& context, const Occurrence& occurrence, std::int64_t now) {
    const Item& item = *occurrence.item;
    DeskTodo todo;
    todo.key = tools::keyOf(occurrence);
    todo.uid = item.uid;
    todo.kind = kindOf(item);
    todo.title = item.title;
    todo.instant = occurrence.start;
    todo.when = toLocal(context, occurrence.start);
    todo.repeats = occurrence.repeats;
    todo.rule = item.rule;
    if (item.status == "IN-PROCESS" && todo.kind == DeskTodo::Kind::Timer) {
        todo.state = DeskTodo::State::Paused;
        todo.left = tools::secondsLeft(item.file);
        if (todo.left <= 0) return std::nullopt;
    } else if (occurrence.start <= now) {
        todo.state = DeskTodo::State::Due;
        const bool rang = todo.kind != DeskTodo::Kind::Reminder;
        if (rang && occurrence.start < now - kDay) return std::nullopt;
    }
    return todo;
}

}  // namespace

DeskEvent eventOf(const ToolContext& context, const Occurrence& occurrence) {
    const Item& item = *occurrence.item;
    DeskEvent event;
    event.key = tools::keyOf(occurrence);
    event.title = item.title;
    event.location = item.location;
    event.description = tools::trimmed(item.description);
    for (const auto& attendee : item.attendees)
        event.people += (event.people.empty() ? "" : ", ") + attendee.name;
    event.start = toLocal(context, occurrence.start);
    event.end = toLocal(context, occurrence.end);
    event.allDay = item.allDay;
    event.repeats = occurrence.repeats;
    event.changed = item.replaces.has_value();
    event.rule = item.rule;
    for (const calendar::Alarm& alarm : item.alarms) {
        if (alarm.absolute || alarm.fromEnd || alarm.offset > 0) continue;
        event.reminder = std::to_string(-alarm.offset);
        break;
    }
    event.file = item.file;
    return event;
}

std::vector<DeskTodo> todosOf(const ToolContext& context, const calendar::CalendarFolder& folder) {
    const std::int64_t now = context.clock->now();
    std::vector<DeskTodo> todos;
    std::set<std::string> seen;
    for (const auto& item : folder.items()) {
        if (item->kind != Item::Kind::Todo || item->timeless || item->status == "COMPLETED") continue;
        if (!seen.insert(item->uid).second) continue;
        const auto current = currentOf(folder.items(), item->uid, now, context.zone);
        if (!current || current->item->status == "COMPLETED") continue;
        if (auto todo = todoOf(context, *current, now)) todos.push_back(std::move(*todo));
    }
    return todos;
}

}  // namespace hearth::agent::desk
