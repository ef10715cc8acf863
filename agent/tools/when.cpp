#include "tools/when.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <vector>

#include "calendar/ical.h"

namespace hearth::agent::tools {

namespace {

using std::chrono::sys_days;

sys_days dayOf(const CivilTime& time) {
    using namespace std::chrono;
    return sys_days(year(time.year) / month(static_cast<unsigned>(time.month)) /
                    day(static_cast<unsigned>(time.day)));
}

std::string dayAndMonth(const Phrases& phrases, const CivilTime& day, const CivilTime& now) {
    return phrases.day(day, day.year == now.year ? phrase("EEEE d MMMM") : phrase("EEEE d MMMM y"));
}

std::string counted(const Phrases& phrases, std::int64_t n, std::int64_t unit) {
    switch (unit) {
        case 86400:
            return phrases.say("{count, plural, one{# day} other{# days}}", {{"count", n}});
        case 3600:
            return phrases.say("{count, plural, one{# hour} other{# hours}}", {{"count", n}});
        case 60:
            return phrases.say("{count, plural, one{# minute} other{# minutes}}", {{"count", n}});
        default:
            return phrases.say("{count, plural, one{# second} other{# seconds}}", {{"count", n}});
    }
}

// The languages in which words may be: English first, which the built-in model reads.
std::vector<Language> languagesOf(const ToolContext& context) {
    const Language own = languageFromTag(context.phrases.language()).value_or(Language::English);
    if (own == Language::English) return {own};
    return {Language::English, own};
}

// A length that a card shows in the user's language, beside words of the request.
std::string inEnglish(const ToolContext& context, const std::string& length) {
    if (length.empty() || resolveDuration(length, Language::English)) return length;
    const auto seconds = resolveLength(context, length);
    if (!seconds) return length;
    constexpr std::int64_t kDay = 86400;
    return *seconds % kDay == 0 ? std::to_string(*seconds / kDay) + " days"
                                : std::to_string(*seconds) + " seconds";
}

// Why words are no time, as resolveWhen() tells it in English.
base::Error notUnderstood(const ToolContext& context, const WhenQuery& query, base::Error error) {
    const std::string& said = error.where == "time"       ? query.time
                              : error.where == "end_time" ? query.endTime
                              : error.where == "duration" ? query.duration
                              : error.where == "repeat"   ? query.repeat
                                                          : query.date;
    if (said.empty() || error.where == "reference")
        error.message = context.say(error.message);
    else if (error.code == base::ErrorCode::NotFound)
        error.message = context.say("“{words}” is no day in the calendar", {{"words", said}});
    else
        error.message = context.say(
            "“{words}” is not understood as a time; say for example “tomorrow”, “next friday at 3 pm” or “in "
            "two weeks”",
            {{"words", said}});
    return error;
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
    WhenQuery english = query;
    english.duration = inEnglish(context, query.duration);
    english.time = withHalfOfDay(query.time);
    english.endTime = withHalfOfDay(query.endTime);
    if (isCardDate(query.date)) {
        english.time = withHalfOfCardTime(english.time);
        english.endTime = withHalfOfCardTime(english.endTime);
    }
    base::Result<ResolvedWhen> best = base::fail(base::ErrorCode::Internal, "");
    for (const Language language : languagesOf(context)) {
        const WhenQuery& said = language == Language::English ? english : query;
        auto when = resolveWhen(said, localNow(context), zone ? *zone : Zone::fixed(0), language);
        if (when && !when->doubted(Doubt::WordsIgnored)) return when;
        if (when ? !best : best.error().message.empty()) best = std::move(when);
    }
    if (best) return best;
    return tl::unexpected(notUnderstood(context, query, best.error()));
}

std::optional<std::int64_t> resolveLength(const ToolContext& context, const std::string& text) {
    std::optional<double> seconds;
    for (const Language language : languagesOf(context))
        if (!seconds) seconds = resolveDuration(text, language);
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

std::string sayDay(const Phrases& phrases, const CivilTime& day, const CivilTime& now) {
    switch (daysBetween(now, day)) {
        case 0:
            return phrases.say("today");
        case 1:
            return phrases.say("tomorrow");
        case -1:
            return phrases.say("yesterday");
        default:
            return dayAndMonth(phrases, day, now);
    }
}

std::string sayFullDay(const Phrases& phrases, const CivilTime& day, const CivilTime& now) {
    const std::string near = sayDay(phrases, day, now);
    const std::string full = dayAndMonth(phrases, day, now);
    return near == full ? full : phrases.say("{near}, {day}", {{"near", near}, {"day", full}});
}

std::string saySpan(const Phrases& phrases, const CivilTime& start, const std::optional<CivilTime>& end,
                    bool allDay, const CivilTime& now) {
    const std::string text = sayDay(phrases, start, now);
    if (allDay) {
        const CivilTime last = end ? plusDays(*end, -1) : start;
        return daysBetween(start, last) > 0 ? text + " – " + sayDay(phrases, last, now) : text;
    }
    const auto moment = [&phrases](const std::string& day, const std::string& time) {
        return phrases.say("{day} {time}", {{"day", day}, {"time", time}});
    };
    if (!end || *end == start) return moment(text, isoTime(start));
    if (daysBetween(start, *end) == 0) return moment(text, isoTime(start) + "–" + isoTime(*end));
    return moment(text, isoTime(start)) + " – " + moment(sayDay(phrases, *end, now), isoTime(*end));
}

std::string sayLength(const Phrases& phrases, std::int64_t seconds) {
    std::string text;
    for (const std::int64_t unit : {86400, 3600, 60, 1}) {
        if (seconds < unit && (unit > 1 || !text.empty())) continue;
        const std::string part = counted(phrases, seconds / unit, unit);
        text = text.empty() ? part : phrases.say("{larger} {smaller}", {{"larger", text}, {"smaller", part}});
        seconds %= unit;
    }
    return text;
}

std::string plainLength(const Phrases& phrases, std::int64_t seconds) {
    return seconds % 60 == 0 ? counted(phrases, seconds / 60, 60) : counted(phrases, seconds, 1);
}

}  // namespace hearth::agent::tools
