// Recurrence rules of rows of events that are moved to other days (RFC 5545 section 3.3.10). Pure functions.
#pragma once

#include <string>

#include "agent/datetime.h"

namespace hearth::agent::calendar {

// The RRULE value for the row whose first event is moved from `before` to `first`: named weekdays, days of
// the month and the month move along, and so does the end of the row. What is not understood stays.
std::string movedRule(const std::string& rule, const CivilTime& before, const CivilTime& first);

}  // namespace hearth::agent::calendar
