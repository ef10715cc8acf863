#include "tools/when.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>

#include "calendar/ical.h"

namespace hearth::agent::tools {

namespace {

using std::chrono::sys_days;

sys_days dayOf(const CivilTime& time) {
    using namespace std::chrono;
    return sys_days(year(time.year) / month(static_cast<unsigned>(time.month)) /
                    day(static_cast<unsigned>(time.day)));
}

const char* weekdayName(const CivilTime& time) {
    static constexpr std::array kNames{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                       "Thursday", "Friday", "Saturday"};
    return kNames[std::chrono::weekday(dayOf(time)).c_encoding()];
}

std::string dayAndMonth(const CivilTime& day, const CivilTime& now) {
    static constexpr std::array kMonths{"January",   "February", "March",    "April",
                                        "May",       "June",     "July",     "August",
                                        "September", "October",  "November", "December"};
    std::string text = std::string(weekdayName(day)) + " " + std::to_string(day.day) + " " +
                       kMonths[static_cast<std::size_t>(day.month - 1)];
    if (day.year != now.year) text += " " + std::to_string(day.year);
    return text;
}

std::string counted(std::int64_t n, const std::string& unit) {
    return std::to_string(n) + " " + unit + (n == 1 ? "" : "s");
}

Language languageOf(const ToolContext& context) {
    return languageFromTag(context.language).value_or(Language::English);
}

// A leading zero ("07:00", as the cards write it) leaves no doubt about the half of the day.
std::string withHalfOfDay(const std::string& text) {
    std::string out;
    const auto digit = [&](std::size_t at) { return at < text.size() && text[at] >= '0' && text[at] <= '9'; };
    for (std::size_t i = 0; i < text.size(); ++i) {
        out += text[i];
        const std::size_t first = i - 4;  // of "07:00" that ends here
        if (i < 4 || text[first] != '0' || !digit(first + 1) || text[first + 1] == '0') continue;
        if (text[first + 2] != ':' || !digit(first + 3) || !digit(i) || digit(i + 1)) continue;
        const bool begins = first == 0 || text[first - 1] == ' ';
        const bool ends = i + 1 == text.size() || text.compare(i + 1, 4, " to ") == 0;
        if (begins && ends) out += " am";
    }
    return out;
}

// "2026-11-23", as the cards write a day.
bool isCardDate(const std::string& text) {
    static const std::string kForm = "0000-00-00";
    return text.size() == kForm.size() &&
           std::equal(text.begin(), text.end(), kForm.begin(),
                      [](char c, char form) { return form == '0' ? c >= '0' && c <= '9' : c == form; });
}

// Beside a day of a card a time is one of a card too, of a clock of 24 hours: "12:00" is noon without a
// doubt.
std::string withHalfOfCardTime(const std::string& text) {
    if (text.size() != 5 || text[0] != '1' || text[2] != ':') return text;
    if (text[1] == '0' || text[1] == '1') return text + " am";
    return text[1] == '2' ? text + " pm" : text;
}

}  // namespace

CivilTime localNow(const ToolContext& context) {
    return toLocal(context, context.clock->now());
}

CivilTime toLocal(const ToolContext& context, std::int64_t instant) {
    return calendar::localOf(instant, context.zone);
}

std::int64_t toInstant(const ToolContext& context, const CivilTime& local) {
    return calendar::instantOf(local, context.zone);
}

base::Result<ResolvedWhen> resolve(const ToolContext& context, const WhenQuery& query) {
    const auto zone = Zone::named(context.zone);
    WhenQuery clear = query;
    clear.time = withHalfOfDay(query.time);
    clear.endTime = withHalfOfDay(query.endTime);
    if (isCardDate(query.date)) {
        clear.time = withHalfOfCardTime(clear.time);
        clear.endTime = withHalfOfCardTime(clear.endTime);
    }
    return resolveWhen(clear, localNow(context), zone ? *zone : Zone::fixed(0), languageOf(context));
}

std::optional<std::int64_t> resolveLength(const ToolContext& context, const std::string& text) {
    const auto seconds = resolveDuration(text, languageOf(context));
    if (!seconds || !std::isfinite(*seconds) || *seconds <= 0 || *seconds > 1e10) return std::nullopt;
    return static_cast<std::int64_t>(std::llround(*seconds));
}

CivilTime plusDays(const CivilTime& time, int days) {
    const std::chrono::year_month_day moved(dayOf(time) + std::chrono::days(days));
    CivilTime result = time;
    result.year = int(moved.year());
    result.month = static_cast<int>(unsigned(moved.month()));
    result.day = static_cast<int>(unsigned(moved.day()));
    return result;
}

CivilTime midnight(const CivilTime& time) {
    return {time.year, time.month, time.day, 0, 0, 0};
}

int daysBetween(const CivilTime& a, const CivilTime& b) {
    return static_cast<int>((dayOf(b) - dayOf(a)).count());
}

std::string isoDate(const CivilTime& time) {
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", time.year, time.month, time.day);
    return text.data();
}

std::string isoTime(const CivilTime& time) {
    std::array<char, 40> text{};
    if (time.second != 0)
        std::snprintf(text.data(), text.size(), "%02d:%02d:%02d", time.hour, time.minute, time.second);
    else
        std::snprintf(text.data(), text.size(), "%02d:%02d", time.hour, time.minute);
    return text.data();
}

std::string sayDay(const CivilTime& day, const CivilTime& now) {
    switch (daysBetween(now, day)) {
        case 0:
            return "today";
        case 1:
            return "tomorrow";
        case -1:
            return "yesterday";
        default:
            return dayAndMonth(day, now);
    }
}

std::string sayFullDay(const CivilTime& day, const CivilTime& now) {
    const std::string near = sayDay(day, now);
    const std::string full = dayAndMonth(day, now);
    return near == full ? full : near + ", " + full;
}

std::string saySpan(const CivilTime& start, const std::optional<CivilTime>& end, bool allDay,
                    const CivilTime& now) {
    std::string text = sayDay(start, now);
    if (allDay) {
        const CivilTime last = end ? plusDays(*end, -1) : start;
        return daysBetween(start, last) > 0 ? text + " – " + sayDay(last, now) : text;
    }
    text += " " + isoTime(start);
    if (!end || *end == start) return text;
    if (daysBetween(start, *end) == 0) return text + "–" + isoTime(*end);
    return text + " – " + sayDay(*end, now) + " " + isoTime(*end);
}

std::string sayLength(std::int64_t seconds) {
    std::string text;
    for (const auto& [size, unit] : {std::pair<std::int64_t, const char*>{86400, "day"},
                                     {3600, "hour"},
                                     {60, "minute"},
                                     {1, "second"}}) {
        if (seconds < size) continue;
        text += (text.empty() ? "" : " ") + counted(seconds / size, unit);
        seconds %= size;
    }
    return text.empty() ? "0 seconds" : text;
}

std::string plainLength(std::int64_t seconds) {
    return seconds % 60 == 0 ? counted(seconds / 60, "minute") : counted(seconds, "second");
}

}  // namespace hearth::agent::tools
