// The people of an event: names as the user said them, with the addresses that the contacts have for them.
#pragma once

#include <string>
#include <vector>

#include "agent/tool.h"
#include "agent/tool_context.h"
#include "calendar/item.h"

namespace hearth::agent::tools {

// One attendee a name of "Ana, Tom and li@example.org". Who is nobody's or several people's name among the
// contacts, or has no e-mail address there, stays a name.
std::vector<calendar::Attendee> attendeesNamed(const ToolContext& context, const std::string& names);

// Completes the field "attendees" of a card: asks where a name may mean several contacts, and shows the
// addresses that will be written.
void chooseAttendees(const ToolContext& context, Prepared& prepared);

}  // namespace hearth::agent::tools
