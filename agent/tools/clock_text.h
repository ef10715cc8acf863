// Times of day and dates in words, for the tools that tell the time. Pure functions.
#pragma once

#include <string>

#include "agent/datetime.h"
#include "agent/phrases.h"

namespace hearth::agent::tools {

std::string clockText(const CivilTime& time);                            // "09:05"
std::string weekdayText(const Phrases& phrases, const CivilTime& time);  // "Sunday"
std::string dayText(const Phrases& phrases, const CivilTime& time);      // "Sunday 22 November 2026"

}  // namespace hearth::agent::tools
