#include "value.h"

#include <cmath>

namespace hearth::agent::datetime {

void Span::add(double count, Unit unit) {
    switch (unit) {
        case Unit::None:
            break;
        case Unit::Second:
            seconds += count;
            break;
        case Unit::Minute:
            seconds += count * 60;
            break;
        case Unit::Hour:
            seconds += count * 3600;
            break;
        case Unit::Days:
            days += count;
            break;
        case Unit::BusinessDay:
            businessDays += count;
            break;
        case Unit::Week:
            days += count * 7;
            break;
        case Unit::Weekend:
            days += count * 2;
            break;
        case Unit::Fortnight:
            days += count * 14;
            break;
        case Unit::Month:
            months += count;
            break;
        case Unit::Quarter:
            months += count * 3;
            break;
        case Unit::Year:
            years += count;
            break;
        case Unit::Decade:
            years += count * 10;
            break;
        case Unit::Century:
            years += count * 100;
            break;
    }
}

double Span::inSeconds() const {
    const double wholeDays = days + businessDays + months * 30 + years * 365;
    return seconds + wholeDays * static_cast<double>(kSecondsPerDay);
}

namespace {

Day addBusinessDays(Day day, int count) {
    const int step = count < 0 ? -1 : 1;
    for (int left = std::abs(count); left > 0;) {
        day += step;
        if (weekdayOf(day) <= 5) --left;
    }
    return day;
}

}  // namespace

Tick addSpan(Tick tick, const Span& span, int sign) {
    constexpr double kLongest = 3.2e11;  // ten thousand years, in seconds
    if (!(std::abs(span.inSeconds()) < kLongest)) return tick;
    Day day = dayOfTick(tick);
    const Tick rest = tick - day * kSecondsPerDay;
    const double allMonths = span.months + span.years * 12;
    const double wholeMonths = std::floor(allMonths);
    day = addMonths(day, sign * static_cast<int>(wholeMonths));
    const double businessDays = std::min(span.businessDays, 20000.0);
    day = addBusinessDays(day, sign * static_cast<int>(businessDays));
    const double more =
        span.seconds + (span.days + (allMonths - wholeMonths) * 30) * static_cast<double>(kSecondsPerDay);
    return day * kSecondsPerDay + rest + sign * static_cast<Tick>(std::llround(more));
}

}  // namespace hearth::agent::datetime
