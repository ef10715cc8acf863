// edit_event, edit_reminder, edit_alarm and finish_reminder: the forms of what stands in the calendar and the
// reminders folder. Only what differs from the file is written, so that an event of another program keeps the
// zone and the words that it has.
#include <charconv>

#include "calendar/calendar_folder.h"
#include "calendar/item_writer.h"
#include "tools/by_hand.h"
#include "tools/event_common.h"
#include "tools/item_choice.h"
#include "tools/todo_common.h"
#include "tools/when.h"

namespace hearth::agent::tools {

using base::ErrorCode;
using base::Result;
using calendar::Occurrence;

namespace {

std::optional<std::int64_t> secondsIn(const std::string& text) {
    std::int64_t value = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (code != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

// The occurrence with that key in the calendar or the reminders folder.
Result<Occurrence> occurrenceOf(const ToolContext& context, const std::string& key) {
    for (const auto& dir : {context.calendarDir, context.remindersDir}) {
        const calendar::CalendarFolder folder(dir, context.zone);
        auto found = findByKey(folder.items(), key, context.zone);
        if (found || dir == context.remindersDir) return found;
    }
    return base::fail(ErrorCode::NotFound, phrase("It is no longer there"), key);
}

// What a form says of time. `error` and `field` where it is wrong.
struct FormTimes {
    CivilTime start;
    CivilTime end;
    bool allDay = false;
    std::string error;
    std::string field;
};

class ItemForm final : public FormTool {
  public:
    enum class Kind { Event, Reminder, Alarm };

    ItemForm(Kind kind, const ToolContext& context)
        : FormTool(specOf(kind), context, phrase("It is as it was before.")), kind_(kind) {}

    Result<Prepared> prepare(const Call& call) override {
        Prepared result = prepared(call);
        if (valueOf(result.fields, "title").empty()) {
            if (kind_ == Kind::Alarm)
                set(result, "title", say("Alarm"));
            else
                ask(result, "title", say("What is it about?"));
        }
        const FormTimes times = timesOf(result.fields);
        if (!times.error.empty()) ask(result, times.field, times.error);
        const std::string rule = valueOf(result.fields, "rule");
        if (!rule.empty() && icalrecurrencetype_from_string(rule.c_str()).freq == ICAL_NO_RECURRENCE)
            ask(result, "rule", say("This is no rule of repetition: {rule}", {{"rule", rule}}));
        const std::string reminder = valueOf(result.fields, "reminder");
        if (const auto seconds = secondsIn(reminder); !reminder.empty() && (!seconds || *seconds < 0))
            ask(result, "reminder", say("This is no length of time: {words}", {{"words", reminder}}));
        const auto end = kind_ == Kind::Event ? std::optional(times.end) : std::nullopt;
        const std::string span =
            saySpan(context().phrases, times.start, end, times.allDay, localNow(context()));
        setHidden(result, "span", span);
        result.summary = say("{title}, {span}", {{"title", valueOf(result.fields, "title")}, {"span", span}});
        return result;
    }

  protected:
    Result<std::vector<FileEdit>> edits(const std::vector<Field>& fields, const std::string& id) override {
        const FormTimes times = timesOf(fields);
        if (!times.error.empty()) return base::fail(ErrorCode::InvalidInput, times.error, times.field);
        const std::string key = valueOf(fields, "key");
        if (key.empty()) return newItem(fields, times, id);
        const auto chosen = occurrenceOf(context(), key);
        if (!chosen) return tl::unexpected(chosen.error());
        auto text = readFile(chosen->item->file);
        if (!text) return tl::unexpected(text.error());
        const bool one = chosen->repeats && kind_ == Kind::Event && valueOf(fields, "scope") != kAllOfThem;
        auto changed =
            calendar::revised(*text, *chosen->item, revisionOf(fields, times, *chosen, one),
                              one ? std::optional(chosen->original) : std::nullopt, context().zone);
        if (!changed) return tl::unexpected(changed.error());
        return std::vector<FileEdit>{{chosen->item->file, std::move(*changed)}};
    }
    std::string said(const std::vector<Field>& fields) const override {
        const bool added = valueOf(fields, "key").empty();
        return say(added ? "Added “{title}” for {span}." : "Changed “{title}”: now {span}.",
                   {{"title", valueOf(fields, "title")}, {"span", valueOf(fields, "span")}});
    }

  private:
    static ToolSpec specOf(Kind kind) {
        if (kind == Kind::Event)
            return formSpec(
                "edit_event", "Change event", "calendar",
                {"key", "scope", "title", "start", "end", "location", "description", "rule", "reminder"});
        if (kind == Kind::Alarm)
            return formSpec("edit_alarm", "Set alarm", "alarm", {"key", "title", "start", "rule"});
        return formSpec("edit_reminder", "Remind me", "reminder", {"key", "title", "start", "rule"});
    }

    FormTimes timesOf(const std::vector<Field>& fields) const {
        FormTimes times;
        const auto wrong = [&](const char* field, std::string error) {
            times.field = field;
            times.error = std::move(error);
            return times;
        };
        const std::string startText = valueOf(fields, "start");
        const std::string endText = valueOf(fields, "end");
        const auto start = parseCivilTime(startText);
        if (!start) return wrong("start", say("When does it start? Give a day and a time."));
        times.start = *start;
        times.allDay = startText.size() <= 10;
        if (kind_ != Kind::Event) {
            if (times.allDay) return wrong("start", say("At what time?"));
            return times;
        }
        const auto end = parseCivilTime(endText);
        if (!endText.empty() && !end) return wrong("end", say("When does it end? Give a day and a time."));
        if (times.allDay)
            times.end = plusDays(midnight(end.value_or(*start)), 1);
        else
            times.end = end ? *end : toLocal(context(), toInstant(context(), *start) + 3600);
        if (times.end < times.start || (times.allDay && end && *end < *start))
            return wrong("end", say("It ends before it starts."));
        return times;
    }

    Result<std::vector<FileEdit>> newItem(const std::vector<Field>& fields, const FormTimes& times,
                                          const std::string& id) const {
        if (kind_ != Kind::Event) {
            const Todo todo{id,
                            kind_ == Kind::Alarm ? kAlarmCategory : kReminderCategory,
                            valueOf(fields, "title"),
                            times.start,
                            context().zone,
                            valueOf(fields, "rule")};
            return std::vector<FileEdit>{todoEdit(context(), todo)};
        }
        calendar::Draft draft;
        draft.uid = "hearth-" + id;
        draft.title = valueOf(fields, "title");
        draft.location = valueOf(fields, "location");
        draft.description = valueOf(fields, "description");
        draft.start = times.start;
        draft.end = times.end;
        draft.allDay = times.allDay;
        draft.zone = context().zone;
        draft.rule = valueOf(fields, "rule");
        draft.alarmOffsets = alarmsOf(fields);
        draft.stamp = context().clock->now();
        return std::vector<FileEdit>{
            {context().calendarDir / (draft.uid + ".ics"), calendar::newFile(draft)}};
    }

    static std::vector<std::int64_t> alarmsOf(const std::vector<Field>& fields) {
        const auto seconds = secondsIn(valueOf(fields, "reminder"));
        return seconds ? std::vector<std::int64_t>{-*seconds} : std::vector<std::int64_t>{};
    }

    calendar::Revision revisionOf(const std::vector<Field>& fields, const FormTimes& times,
                                  const Occurrence& chosen, bool one) const {
        const calendar::Item& item = *chosen.item;
        calendar::Revision revision;
        revision.zone = context().zone;
        revision.stamp = context().clock->now();
        const auto setWhereNew = [&](const char* name, const std::string& old,
                                     std::optional<std::string>& target) {
            if (std::string now = valueOf(fields, name); now != old) target = std::move(now);
        };
        setWhereNew("title", item.title, revision.title);
        if (kind_ == Kind::Event) {
            setWhereNew("location", item.location, revision.location);
            setWhereNew("description", trimmed(item.description), revision.description);
        }
        const bool moved = times.start != toLocal(context(), chosen.start) || times.allDay != item.allDay ||
                           (kind_ == Kind::Event && times.end != toLocal(context(), chosen.end));
        if (!one) setWhereNew("rule", item.rule, revision.rule);
        if (moved) {
            revision.start = times.start;
            if (kind_ == Kind::Event) revision.end = times.end;
            revision.allDay = times.allDay;
            if (chosen.repeats && !one) moveWholeRow(context(), chosen, revision);
        }
        if (kind_ == Kind::Event && alarmsOf(fields) != firstAlarm(item))
            revision.alarmOffsets = alarmsOf(fields);
        return revision;
    }

    // As the form shows it.
    static std::vector<std::int64_t> firstAlarm(const calendar::Item& item) {
        for (const calendar::Alarm& alarm : item.alarms)
            if (!alarm.absolute && !alarm.fromEnd && alarm.offset <= 0) return {alarm.offset};
        return {};
    }

    Kind kind_;
};

class FinishReminder final : public FormTool {
  public:
    explicit FinishReminder(const ToolContext& context)
        : FormTool(formSpec("finish_reminder", "Mark as done", "check", {"key", "title"}), context,
                   phrase("It is open again.")) {}

    Result<Prepared> prepare(const Call& call) override {
        Prepared result = prepared(call);
        result.summary = valueOf(result.fields, "title");
        return result;
    }

  protected:
    Result<std::vector<FileEdit>> edits(const std::vector<Field>& fields, const std::string&) override {
        const auto chosen = occurrenceOf(context(), valueOf(fields, "key"));
        if (!chosen) return tl::unexpected(chosen.error());
        auto text = readFile(chosen->item->file);
        if (!text) return tl::unexpected(text.error());
        calendar::Revision revision;
        revision.status = "COMPLETED";
        revision.stamp = context().clock->now();
        auto changed = calendar::revised(*text, *chosen->item, revision, std::nullopt, context().zone);
        if (!changed) return tl::unexpected(changed.error());
        return std::vector<FileEdit>{{chosen->item->file, std::move(*changed)}};
    }
    std::string said(const std::vector<Field>& fields) const override {
        return say("Done: {title}.", {{"title", valueOf(fields, "title")}});
    }
};

}  // namespace

std::vector<std::unique_ptr<Tool>> makeItemForms(const ToolContext& context) {
    std::vector<std::unique_ptr<Tool>> all;
    for (const auto kind : {ItemForm::Kind::Event, ItemForm::Kind::Reminder, ItemForm::Kind::Alarm})
        all.push_back(std::make_unique<ItemForm>(kind, context));
    all.push_back(std::make_unique<FinishReminder>(context));
    return all;
}

}  // namespace hearth::agent::tools
