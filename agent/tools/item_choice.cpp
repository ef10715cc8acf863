#include "tools/item_choice.h"

#include <algorithm>
#include <set>
#include <sstream>

#include "tools/basic_tool.h"
#include "tools/when.h"

namespace hearth::agent::tools {

using calendar::Item;
using calendar::Occurrence;

namespace {

constexpr std::int64_t kDay = 86400;

// Words that stand in requests without naming an item.
bool isFiller(const std::string& word) {
    static const std::set<std::string> kFillers{
        "my",        "the",    "a",       "an",       "this",        "that",         "our",    "next",
        "event",     "events", "meeting", "meetings", "appointment", "appointments", "entry",  "reminder",
        "reminders", "alarm",  "alarms",  "calendar", "with",        "at",           "on",     "for",
        "of",        "to",     "in",      "from",     "all",         "everything",   "every",  "it",
        "one",       "about",  "me",      "schedule", "invitation",  "invite",       "invites"};
    return kFillers.contains(word);
}

std::vector<std::string> wordsOf(const std::string& text) {
    std::string even = lowered(text);
    for (char& c : even)
        if (std::string_view(",.;:!?\"()").find(c) != std::string_view::npos) c = ' ';
    std::istringstream in(even);
    std::vector<std::string> words;
    for (std::string word; in >> word;) {
        if (word.ends_with("'s")) word.resize(word.size() - 2);
        words.push_back(word);
    }
    return words;
}

bool hasAll(const std::string& haystack, const std::vector<std::string>& words) {
    return std::all_of(words.begin(), words.end(),
                       [&](const std::string& word) { return haystack.find(word) != std::string::npos; });
}

bool fits(const Item& item, const ItemQuery& query) {
    std::string people;
    for (const auto& attendee : item.attendees) people += " " + attendee.name + " " + attendee.address;
    for (const std::string& person : query.people)
        if (!hasAll(lowered(item.title + people), wordsOf(person))) return false;
    const auto words = wordsOf(query.title);
    const std::string all = lowered(item.title + " " + item.location + people);
    if (hasAll(lowered(item.title), words)) return true;
    std::vector<std::string> telling;
    for (const std::string& word : words)
        if (!isFiller(word)) telling.push_back(word);
    return hasAll(all, telling);
}

Field extraField(const char* name, const std::string& label, const std::string& value,
                 const std::string& display, std::vector<std::string> choices) {
    Field field;
    field.name = name;
    field.label = label;
    field.type = ArgumentType::Enum;
    field.value = value;
    field.display = display;
    field.choices = std::move(choices);
    return field;
}

// "Afternoon" is an hour to an appointment, but the whole of it to a question.
void widenToPartOfDay(const ToolContext& context, const std::string& date, const std::string& time,
                      Span& span) {
    for (const std::string& text : {time, date}) {
        for (const TimeEntity& entity : findTimes(text, localNow(context), Language::English)) {
            const bool range = entity.type == TimeType::TimeRange || entity.type == TimeType::DateTimeRange;
            if (!range || entity.readings.empty()) continue;
            const TimeReading& reading = entity.readings.back();
            if (!reading.start || !reading.end) continue;
            CivilTime from = span.firstDay;
            from.hour = reading.start->hour;
            from.minute = reading.start->minute;
            CivilTime to = from;
            to.hour = reading.end->hour;
            to.minute = reading.end->minute;
            if (to <= from) to = plusDays(to, 1);
            span.from = toInstant(context, from);
            span.to = toInstant(context, to);
            return;
        }
    }
}

}  // namespace

bool namesNothing(const std::string& title) {
    const auto words = wordsOf(title);
    return std::all_of(words.begin(), words.end(), isFiller);
}

bool namesAll(const std::string& title) {
    const auto words = wordsOf(title);
    const auto says = [&](const char* word) {
        return std::find(words.begin(), words.end(), word) != words.end();
    };
    const bool plural =
        says("events") || says("meetings") || says("appointments") || says("reminders") || says("alarms");
    return namesNothing(title) &&
           (says("everything") || (says("all") && !says("day")) || (plural && !words.empty()));
}

std::optional<Span> spanOf(const ToolContext& context, const std::string& date, const std::string& time) {
    if (date.empty() && time.empty()) return std::nullopt;
    WhenQuery query;
    query.date = date;
    query.time = time;
    const base::Result<ResolvedWhen> when = resolve(context, query);
    Span span;
    if (!when) {
        span.error = when.error().message;
        span.errorField = when.error().where;
        return span;
    }
    span.wholeDays = when->allDay;
    span.firstDay = midnight(when->start);
    span.from = toInstant(context, span.wholeDays ? span.firstDay : when->start);
    if (when->end) {
        span.to = toInstant(context, *when->end);
        span.lastDay = toLocal(context, span.to - 1);
    } else {
        span.lastDay = span.firstDay;
        // A bare time means that moment: what runs then, or begins within the hour.
        span.to = span.wholeDays ? toInstant(context, plusDays(span.firstDay, 1)) : span.from + 3600;
        if (!span.wholeDays && when->doubted(Doubt::TimeAssumed)) widenToPartOfDay(context, date, time, span);
    }
    return span;
}

std::vector<Occurrence> findItems(const ToolContext& context,
                                  const std::vector<std::shared_ptr<const Item>>& items,
                                  const ItemQuery& query) {
    const std::int64_t now = context.clock->now();
    const auto span = spanOf(context, query.date, query.time);
    const bool understood = span && span->error.empty();
    const std::int64_t from = understood ? span->from : now - kDay;
    const std::int64_t to = understood ? span->to : now + 366 * kDay;
    std::vector<Occurrence> found;
    std::set<std::string> seen;
    for (const Occurrence& occurrence : calendar::occurrencesOf(items, from, to, context.zone)) {
        if (!fits(*occurrence.item, query)) continue;
        // Without a day, what is over comes into question only where nothing is ahead.
        if (!understood && occurrence.end < now && occurrence.repeats) continue;
        if (seen.insert(occurrence.item->file.string() + "\n" + occurrence.item->uid).second)
            found.push_back(occurrence);
    }
    if (!understood) {
        const auto ahead = [&](const Occurrence& o) { return o.end >= now; };
        if (std::any_of(found.begin(), found.end(), ahead))
            found.erase(
                std::remove_if(found.begin(), found.end(), [&](const Occurrence& o) { return !ahead(o); }),
                found.end());
    }
    return found;
}

std::string sayOccurrence(const ToolContext& context, const Occurrence& occurrence) {
    const std::string title =
        occurrence.item->title.empty() ? context.say("(no title)") : occurrence.item->title;
    return context.say(
        "{title}, {span}",
        {{"title", title},
         {"span", saySpan(context.phrases, toLocal(context, occurrence.start),
                          toLocal(context, occurrence.end), occurrence.item->allDay, localNow(context))}});
}

std::string keyOf(const Occurrence& occurrence) {
    return occurrence.item->uid + "|" + std::to_string(occurrence.original);
}

std::optional<Occurrence> chooseItem(const ToolContext& context, const Call& call,
                                     const std::vector<Occurrence>& found, const std::string& question,
                                     Prepared& prepared) {
    if (found.empty()) return std::nullopt;
    constexpr std::size_t kMostChoices = 8;
    std::vector<std::string> labels;
    for (std::size_t i = 0; i < found.size() && i < kMostChoices; ++i) {
        std::string label = sayOccurrence(context, found[i]);
        while (std::find(labels.begin(), labels.end(), label) != labels.end())
            label = context.say("{event} (another)", {{"event", label}});
        labels.push_back(label);
    }
    const std::string answer = trimmed(call.argument(kChoiceField).value_or(""));
    std::optional<std::size_t> chosen;
    for (std::size_t i = 0; i < found.size(); ++i)
        if (answer == keyOf(found[i]) || (i < labels.size() && lowered(answer) == lowered(labels[i])))
            chosen = i;
    if (!chosen && found.size() == 1) chosen = 0;
    const bool alone = found.size() == 1;
    const std::string value = chosen ? keyOf(found[*chosen]) : "";
    const std::string display = chosen ? sayOccurrence(context, found[*chosen]) : "";
    prepared.fields.push_back(extraField(kChoiceField, alone ? "" : context.say("Which"), value, display,
                                         alone ? std::vector<std::string>{} : labels));
    if (chosen) return found[*chosen];
    if (prepared.question.empty()) {
        prepared.question = question;
        prepared.questionField = kChoiceField;
    }
    return std::nullopt;
}

void chooseScope(const ToolContext& context, const Call& call, const Occurrence& occurrence, bool daySaid,
                 Prepared& prepared) {
    if (!occurrence.repeats) return;
    const std::vector<std::string> labels{context.say("only this one"), context.say("all of them")};
    std::string value = lowered(trimmed(call.argument(kScopeField).value_or("")));
    if (value == lowered(labels.back())) value = kAllOfThem;
    if (value != kThisOne && value != kAllOfThem) {
        if (value.find("all") != std::string::npos || value.find("every") != std::string::npos)
            value = kAllOfThem;
        else
            value = !value.empty() || daySaid ? kThisOne : "";
    }
    Field field = extraField(kScopeField, context.say("Applies to"), value, "", {kThisOne, kAllOfThem});
    field.labels = labels;
    field.display = field.labelOf(value);
    prepared.fields.push_back(std::move(field));
    if (!value.empty() || !prepared.question.empty()) return;
    prepared.question = context.say(
        "“{title}” repeats. Do you mean only the one {day}, or all of them?",
        {{"title", occurrence.item->title},
         {"day", sayDay(context.phrases, toLocal(context, occurrence.start), localNow(context))}});
    prepared.questionField = kScopeField;
}

base::Result<Occurrence> findByKey(const std::vector<std::shared_ptr<const Item>>& items,
                                   const std::string& key, const std::string& zone) {
    const auto bar = key.rfind('|');
    std::int64_t start = 0;
    try {
        start = std::stoll(key.substr(bar == std::string::npos ? key.size() : bar + 1));
    } catch (const std::exception&) {
        return base::fail(base::ErrorCode::InvalidInput, phrase("It is not said which one is meant"));
    }
    std::vector<std::shared_ptr<const Item>> same;
    for (const auto& item : items)
        if (item->uid == key.substr(0, bar)) same.push_back(item);
    // A changed occurrence may have moved far from where the rule had it.
    for (const Occurrence& occurrence :
         calendar::occurrencesOf(same, start - 400 * kDay, start + 400 * kDay, zone))
        if (occurrence.original == start) return occurrence;
    return base::fail(base::ErrorCode::NotFound,
                      phrase("It is no longer there: it was changed or removed in the meantime"));
}

}  // namespace hearth::agent::tools
