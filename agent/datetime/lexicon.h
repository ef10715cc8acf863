// Short ways to write the meanings of words, for the languages' files. Pure functions; any thread.
#pragma once

#include "calendar.h"
#include "grammar.h"

namespace hearth::agent::datetime {

Value unitValue(Unit unit);

/// A part of a day that lies `dayOffset` days from today: "tonight".
Value partOfToday(int dayOffset, int startHour, int endHour);

/// Words that mean a repetition by themselves: "weekly", "weekdays".
void repeatingWords(Grammar& grammar, std::string_view phrases, Frequency frequency, int interval,
                    std::vector<Recurrence::Day> days = {});

/// Consecutive numbers for a list of words.
void numberedWords(Grammar& grammar, std::string_view category, std::initializer_list<std::string_view> words,
                   std::int64_t first = 1, std::int64_t step = 1);

std::vector<Recurrence::Day> workdays();
std::vector<Recurrence::Day> weekendDays();

}  // namespace hearth::agent::datetime
