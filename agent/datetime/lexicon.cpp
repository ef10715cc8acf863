#include "lexicon.h"

namespace hearth::agent::datetime {

Value unitValue(Unit unit) {
    Value value;
    value.unit = unit;
    return value;
}

Value partOfToday(int dayOffset, int startHour, int endHour) {
    Value value = dayPart(startHour, endHour);
    value.number = dayOffset;
    return value;
}

void repeatingWords(Grammar& grammar, std::string_view phrases, Frequency frequency, int interval,
                    std::vector<Recurrence::Day> days) {
    Recurrence recurrence;
    recurrence.frequency = frequency;
    recurrence.interval = interval;
    recurrence.days = std::move(days);
    Value value;
    value.type = TimeType::Set;
    value.recurrence = std::move(recurrence);
    grammar.words("SetWord", phrases, value);
}

void numberedWords(Grammar& grammar, std::string_view category, std::initializer_list<std::string_view> words,
                   std::int64_t first, std::int64_t step) {
    for (const std::string_view word : words) {
        grammar.words(category, word, first);
        first += step;
    }
}

std::vector<Recurrence::Day> workdays() {
    return {{1, 0}, {2, 0}, {3, 0}, {4, 0}, {5, 0}};
}

std::vector<Recurrence::Day> weekendDays() {
    return {{6, 0}, {7, 0}};
}

}  // namespace hearth::agent::datetime
