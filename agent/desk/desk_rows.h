// Events and to-dos of a folder as the rows a page shows. Pure functions of folder and clock.
#pragma once

#include <vector>

#include "agent/desk.h"
#include "calendar/calendar_folder.h"

namespace hearth::agent::desk {

DeskEvent eventOf(const ToolContext& context, const calendar::Occurrence& occurrence);

// The to-dos that are not done: of a row the next one, else the one there is. Those without a date are not
// among them: nothing rings.
std::vector<DeskTodo> todosOf(const ToolContext& context, const calendar::CalendarFolder& folder);

}  // namespace hearth::agent::desk
