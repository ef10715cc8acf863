#include "tools/event_common.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "calendar/moved_rule.h"
#include "tools/basic_tool.h"
#include "tools/when.h"

namespace hearth::agent::tools {

void addDoubts(const ToolContext& context, Prepared& prepared, const ResolvedWhen& when) {
    for (const Doubt doubt : when.doubts) {
        // That no day or no hour was named is seen on the card anyhow.
        if (doubt == Doubt::DateAssumed || doubt == Doubt::TimeAssumed) continue;
        prepared.warnings.push_back(context.say(doubtText(doubt)));
    }
}

std::vector<std::string> overlapWarnings(const ToolContext& context, const calendar::CalendarFolder& folder,
                                         std::int64_t start, std::int64_t end, const std::string& exceptUid) {
    std::vector<std::string> warnings;
    for (const calendar::Occurrence& other : folder.occurrences(start, end)) {
        const calendar::Item& item = *other.item;
        const bool real = item.kind == calendar::Item::Kind::Appointment && !item.allDay &&
                          item.uid != exceptUid && other.end > start && other.start < end;
        if (!real) continue;
        constexpr std::size_t kMost = 3;
        if (warnings.size() == kMost) {
            warnings.back() = context.say("{overlap}, and more", {{"overlap", warnings.back()}});
            break;
        }
        const CivilTime from = toLocal(context, other.start);
        const CivilTime to = toLocal(context, other.end);
        warnings.push_back(
            context.say("Overlaps “{title}”, {from}–{to}",
                        {{"title", item.title}, {"from", isoTime(from)}, {"to", isoTime(to)}}));
    }
    return warnings;
}

namespace {
constexpr std::pair<const char*, std::int64_t> kReminders[] = {
    {phrase("none"), -1},
    {phrase("at the start"), 0},
    {phrase("5 minutes before"), 300},
    {phrase("15 minutes before"), 900},
    {phrase("1 hour before"), 3600},
    {phrase("1 day before"), 86400},
};
}

std::vector<std::string> reminderChoices() {
    std::vector<std::string> choices;
    for (const auto& [label, seconds] : kReminders) choices.emplace_back(label);
    return choices;
}

std::optional<std::int64_t> reminderOffset(const std::string& choice) {
    for (const auto& [label, seconds] : kReminders)
        if (choice == label && seconds >= 0) return -seconds;
    return std::nullopt;
}

std::string withRepeat(const ToolContext& context, const std::string& span,
                       const std::vector<Field>& fields) {
    const std::string repeat = valueOf(fields, "repeat");
    if (repeat.empty()) return span;
    return context.say("{first}, {second}", {{"first", span}, {"second", repeat}});
}

void moveWholeRow(const ToolContext& context, const calendar::Occurrence& chosen,
                  calendar::Revision& revision) {
    const auto atTimeOf = [](CivilTime day, const CivilTime& time) {
        day.hour = time.hour;
        day.minute = time.minute;
        day.second = time.second;
        return day;
    };
    const CivilTime to = *revision.start;
    const CivilTime masterStart = toLocal(context, chosen.item->start);
    const int days = daysBetween(toLocal(context, chosen.start), to);
    const CivilTime first = atTimeOf(plusDays(masterStart, days), to);
    if (revision.end) revision.end = atTimeOf(plusDays(first, daysBetween(to, *revision.end)), *revision.end);
    revision.start = first;
    if (!chosen.item->rule.empty() && !revision.rule)
        revision.rule = calendar::movedRule(chosen.item->rule, masterStart, first);
}

std::string problemNote(const ToolContext& context, const calendar::CalendarFolder& folder) {
    if (folder.problems().empty()) return {};
    return "\n" + context.say(
                      "{count, plural, one{# file} other{# files}} of the calendar folder cannot be read. "
                      "{problem}",
                      {{"count", folder.problems().size()}, {"problem", folder.problems().front()}});
}

std::string itemsJson(const ToolContext& context, const std::vector<calendar::Occurrence>& occurrences) {
    nlohmann::json items = nlohmann::json::array();
    const CivilTime now = localNow(context);
    for (const calendar::Occurrence& o : occurrences) {
        const CivilTime start = toLocal(context, o.start);
        const CivilTime end = toLocal(context, o.end);
        items.push_back({{"title", o.item->title},
                         {"when", saySpan(context.phrases, start, end, o.item->allDay, now)},
                         {"start", isoDate(start) + "T" + isoTime(start)},
                         {"end", isoDate(end) + "T" + isoTime(end)},
                         {"allDay", o.item->allDay},
                         {"location", o.item->location},
                         {"repeats", o.repeats},
                         {"uid", o.item->uid},
                         {"path", o.item->file.string()}});
    }
    // File contents are untrusted: bytes that are not UTF-8 are replaced.
    return items.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace hearth::agent::tools
