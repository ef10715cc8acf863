// What the calendar tools share: the time fields of a card, overlaps, and reminders before an event.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "agent/datetime.h"
#include "agent/tool.h"
#include "agent/tool_context.h"
#include "calendar/calendar_folder.h"
#include "calendar/item_writer.h"

namespace hearth::agent::tools {

// Doubts of the resolver that the user should see before saying yes.
void addDoubts(const ToolContext& context, Prepared& prepared, const ResolvedWhen& when);

// "Overlaps “Stand-up”, 12:00–12:15", one for each event of [start, end) other than `exceptUid`.
std::vector<std::string> overlapWarnings(const ToolContext& context, const calendar::CalendarFolder& folder,
                                         std::int64_t start, std::int64_t end, const std::string& exceptUid);

// The card's "Reminder" field: its choices, and the seconds before the start of one of them (nothing: none).
std::vector<std::string> reminderChoices();
std::optional<std::int64_t> reminderOffset(const std::string& choice);

// "tomorrow 12:00–13:00, every week": what was said of repetition behind a span, where something was.
std::string withRepeat(const ToolContext& context, const std::string& span, const std::vector<Field>& fields);

// Turns a revision that moves the chosen occurrence into one that moves all of its row by as much: its first
// one, and the days that its rule names.
void moveWholeRow(const ToolContext& context, const calendar::Occurrence& chosen,
                  calendar::Revision& revision);

// " 1 file of the calendar folder cannot be read: …", or nothing.
std::string problemNote(const ToolContext& context, const calendar::CalendarFolder& folder);

// The JSON array that a window shows as a list.
std::string itemsJson(const ToolContext& context, const std::vector<calendar::Occurrence>& occurrences);

}  // namespace hearth::agent::tools
