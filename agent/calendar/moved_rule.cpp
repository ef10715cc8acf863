#include "calendar/moved_rule.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <iomanip>
#include <optional>
#include <sstream>
#include <vector>

#include "datetime/civil.h"

namespace hearth::agent::calendar {

namespace {

constexpr std::array<const char*, 7> kWeekdays{"MO", "TU", "WE", "TH", "FR", "SA", "SU"};

std::vector<std::string> cut(const std::string& text, char at) {
    std::vector<std::string> parts;
    std::istringstream in(text);
    for (std::string part; std::getline(in, part, at);) parts.push_back(part);
    return parts;
}

std::string joined(const std::vector<std::string>& parts, char between) {
    std::string out;
    for (const std::string& part : parts)
        out += (out.empty() ? std::string() : std::string(1, between)) + part;
    return out;
}

// Which of its kind in the month the day is: "2" of "2TU", or "-1" where it is the last and was one.
std::string ordinalOf(const std::string& before, const CivilTime& day) {
    const bool last = day.day + 7 > datetime::daysInMonth(day.year, day.month);
    if (before.front() == '-' && last) return "-1";
    return std::to_string((day.day - 1) / 7 + 1);
}

// "TU", "2TU", "-1FR", moved; nothing where it is no weekday.
std::optional<std::string> movedWeekday(const std::string& text, int days, const CivilTime& first) {
    if (text.size() < 2) return std::nullopt;
    const std::string ordinal = text.substr(0, text.size() - 2);
    const auto known = std::find(kWeekdays.begin(), kWeekdays.end(), text.substr(text.size() - 2));
    if (known == kWeekdays.end()) return std::nullopt;
    const auto index = static_cast<int>(known - kWeekdays.begin());
    const auto moved = static_cast<std::size_t>(((index + days) % 7 + 7) % 7);
    return (ordinal.empty() ? ordinal : ordinalOf(ordinal, first)) + kWeekdays[moved];
}

std::string movedWeekdays(const std::string& value, int days, const CivilTime& first) {
    std::vector<std::string> parts = cut(value, ',');
    for (std::string& part : parts) {
        const auto moved = movedWeekday(part, days, first);
        if (!moved) return value;
        part = *moved;
    }
    return joined(parts, ',');
}

// One day of the month becomes that of the first event; of several, each moves.
std::string movedMonthDays(const std::string& value, int days, const CivilTime& first) {
    std::vector<std::string> parts = cut(value, ',');
    const int length = datetime::daysInMonth(first.year, first.month);
    if (parts.size() == 1) {
        if (value == "-1" && first.day == length) return value;
        return std::to_string(first.day);
    }
    for (std::string& part : parts) {
        const int moved = std::atoi(part.c_str()) + days;
        constexpr int kInEveryMonth = 28;
        if (std::atoi(part.c_str()) <= 0 || moved < 1 || moved > kInEveryMonth) return value;
        part = std::to_string(moved);
    }
    return joined(parts, ',');
}

// "20261231" or "20261231T115959Z", later by `seconds`.
std::string movedEnd(const std::string& value, datetime::Tick seconds) {
    constexpr std::size_t kDate = 8;
    constexpr std::size_t kDateTime = 16;
    const bool timed = value.size() == kDateTime;
    if (value.size() != kDate && !timed) return value;
    const auto number = [&](std::size_t at, std::size_t size) {
        return std::atoi(value.substr(at, size).c_str());
    };
    CivilTime end{number(0, 4), number(4, 2), number(6, 2), 0, 0, 0};
    if (timed) end.hour = number(9, 2), end.minute = number(11, 2), end.second = number(13, 2);
    if (!datetime::isValidDate(end.year, end.month, end.day)) return value;
    // An end with a time is in UTC, where the clock change may make the last event an hour later.
    constexpr datetime::Tick kClockChange = 3600;
    const CivilTime moved =
        datetime::civilFromTick(datetime::tickFromCivil(end) + seconds + (timed ? kClockChange : 0));
    std::ostringstream out;
    out << std::setfill('0') << std::setw(4) << moved.year << std::setw(2) << moved.month << std::setw(2)
        << moved.day;
    if (timed)
        out << 'T' << std::setw(2) << moved.hour << std::setw(2) << moved.minute << std::setw(2)
            << moved.second << 'Z';
    return out.str();
}

}  // namespace

std::string movedRule(const std::string& rule, const CivilTime& before, const CivilTime& first) {
    const datetime::Tick seconds = datetime::tickFromCivil(first) - datetime::tickFromCivil(before);
    const auto days = static_cast<int>(datetime::dayOfTick(datetime::tickFromCivil(first)) -
                                       datetime::dayOfTick(datetime::tickFromCivil(before)));
    std::vector<std::string> parts = cut(rule, ';');
    const bool yearly = std::find(parts.begin(), parts.end(), "FREQ=YEARLY") != parts.end();
    for (std::string& part : parts) {
        const auto equals = part.find('=');
        if (equals == std::string::npos) continue;
        const std::string key = part.substr(0, equals);
        std::string value = part.substr(equals + 1);
        if (key == "BYDAY") value = movedWeekdays(value, days, first);
        if (key == "BYMONTHDAY") value = movedMonthDays(value, days, first);
        if (key == "BYMONTH" && yearly && value.find(',') == std::string::npos)
            value = std::to_string(first.month);
        if (key == "UNTIL") value = movedEnd(value, seconds);
        part = key + "=" + value;
    }
    return joined(parts, ';');
}

}  // namespace hearth::agent::calendar
