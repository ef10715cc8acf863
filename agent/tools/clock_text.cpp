#include "tools/clock_text.h"

#include <array>
#include <chrono>
#include <cstdio>

namespace hearth::agent::tools {
namespace {

constexpr std::array<const char*, 7> kDays = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                              "Thursday", "Friday", "Saturday"};
constexpr std::array<const char*, 12> kMonths = {"January",   "February", "March",    "April",
                                                 "May",       "June",     "July",     "August",
                                                 "September", "October",  "November", "December"};

}  // namespace

std::string clockText(const CivilTime& time) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%02d:%02d", time.hour, time.minute);
    return text.data();
}

std::string weekdayText(const CivilTime& time) {
    const std::chrono::year_month_day date{std::chrono::year{time.year},
                                           std::chrono::month{static_cast<unsigned>(time.month)},
                                           std::chrono::day{static_cast<unsigned>(time.day)}};
    return kDays[std::chrono::weekday{std::chrono::sys_days{date}}.c_encoding()];
}

std::string dayText(const CivilTime& time) {
    return weekdayText(time) + " " + std::to_string(time.day) + " " +
           kMonths[static_cast<std::size_t>(time.month - 1) % kMonths.size()] + " " +
           std::to_string(time.year);
}

}  // namespace hearth::agent::tools
