// Which event, reminder or alarm the user means: candidates narrowed by the words of the call, and a question
// with choices where several fit. Used by the tools that change or remove items.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "agent/tool.h"
#include "agent/tool_context.h"
#include "calendar/item.h"

namespace hearth::agent::tools {

struct ItemQuery {
    std::string title;  // words that the title must have; "my meeting" and the like narrow nothing
    std::string date;   // the user's words; a day or a range of days
    std::string time;
    std::vector<std::string> people;
};

// True where the words name no particular item: "my meeting", "the event", "reminder".
bool namesNothing(const std::string& title);
// "everything", "all my meetings": the user means all that the day has.
bool namesAll(const std::string& title);

// A range of time that words describe.
struct Span {
    std::int64_t from = 0;
    std::int64_t to = 0;
    CivilTime firstDay;
    CivilTime lastDay;  // inclusive
    bool wholeDays = true;
    std::string error;       // not empty: the words were not understood, and this says so
    std::string errorField;  // "date" or "time"
};
// Of "date" and "time" as a question means them; nothing where both are empty.
std::optional<Span> spanOf(const ToolContext& context, const std::string& date, const std::string& time);

// Occurrences that fit, soonest first: of a repeating item the next one (or the one of the day that was
// named). Where no day is named: from a day ago to a year ahead.
std::vector<calendar::Occurrence> findItems(const ToolContext& context,
                                            const std::vector<std::shared_ptr<const calendar::Item>>& items,
                                            const ItemQuery& query);

// "Lunch, tomorrow 12:00–13:30".
std::string sayOccurrence(const ToolContext& context, const calendar::Occurrence& occurrence);
// Uid and start: finds the same occurrence again.
std::string keyOf(const calendar::Occurrence& occurrence);

// The field that carries the choice: hidden where there was none to make.
inline constexpr const char* kChoiceField = "which";
// The field that says whether one or all occurrences are meant, and its values; cards show their labels.
inline constexpr const char* kScopeField = "scope";
inline constexpr const char* kThisOne = "only this one";
inline constexpr const char* kAllOfThem = "all of them";

// Picks one of `found`: the only one, or the one that the call's kChoiceField names; else asks `question`
// with the choices. Adds the field to `prepared`.
std::optional<calendar::Occurrence> chooseItem(const ToolContext& context, const Call& call,
                                               const std::vector<calendar::Occurrence>& found,
                                               const std::string& question, Prepared& prepared);
// For a repeating item: adds kScopeField, asking where `daySaid` is false and the call has no answer.
void chooseScope(const ToolContext& context, const Call& call, const calendar::Occurrence& occurrence,
                 bool daySaid, Prepared& prepared);

// The occurrence with that key, looked up afresh: NotFound where it is gone.
base::Result<calendar::Occurrence> findByKey(const std::vector<std::shared_ptr<const calendar::Item>>& items,
                                             const std::string& key, const std::string& zone);

}  // namespace hearth::agent::tools
