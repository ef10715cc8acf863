// The arguments of a request to one start, end and recurrence, in the user's zone.
#include <algorithm>
#include <cmath>

#include "agent/phrases.h"
#include "calendar.h"
#include "finder.h"

namespace hearth::agent {

std::string_view doubtText(Doubt doubt) {
    switch (doubt) {
        case Doubt::AmOrPm:
            return phrase("morning or afternoon was guessed");
        case Doubt::InThePast:
            return phrase("this lies in the past");
        case Doubt::SkippedByClock:
            return phrase("the clocks skip this time that day; it was moved forward");
        case Doubt::RepeatedByClock:
            return phrase("the clocks show this time twice that day; the first was taken");
        case Doubt::DateAssumed:
            return phrase("no day was named");
        case Doubt::TimeAssumed:
            return phrase("no time of day was named");
        case Doubt::WordsIgnored:
            return phrase("some words were not understood");
        case Doubt::EndBeforeStart:
            return phrase("the end was before the start; it was moved to the next day");
    }
    return "";
}

bool ResolvedWhen::doubted(Doubt doubt) const {
    return std::find(doubts.begin(), doubts.end(), doubt) != doubts.end();
}

namespace datetime {
namespace {

constexpr const char* kTryInstead =
    "; say for example \"tomorrow\", \"next friday at 3 pm\" or \"in two weeks\"";

// What the arguments said, sorted by kind.
struct Said {
    std::optional<Value> day;
    std::optional<Value> days;  // a range of days
    std::optional<Value> clock;
    std::optional<Value> clocks;  // a range of hours
    std::optional<Value> moment;
    std::optional<Value> stretch;  // from moment to moment
    std::optional<Span> length;
    std::optional<Recurrence> recurrence;
};

// The time of day of a moment that starts a part of the day: "in the evening" is at six.
Tick usualStart(Tick start) {
    constexpr Tick kHour = 3600;
    if (start == 8 * kHour) return 9 * kHour;
    if (start == 12 * kHour) return 14 * kHour;
    if (start == 11 * kHour) return 12 * kHour;
    if (start == 16 * kHour) return 18 * kHour;
    return start;
}

class Resolver {
  public:
    Resolver(const CivilTime& reference, const Zone& zone, Language language, Purpose purpose)
        : zone_(zone), language_(language), purpose_(purpose) {
        context_.now = tickFromCivil(reference);
        context_.today = dayOfTick(context_.now);
        context_.assistant = true;
    }

    base::Result<ResolvedWhen> run(const WhenQuery& query) {
        Said said;
        Said end;
        if (auto problem = read(query.date, "date", said)) return tl::unexpected(*problem);
        if (auto problem = read(query.time, "time", said)) return tl::unexpected(*problem);
        if (auto problem = read(query.endTime, "end_time", end)) return tl::unexpected(*problem);
        if (auto problem = read(query.duration, "duration", said)) return tl::unexpected(*problem);
        if (auto problem = read(query.repeat, "repeat", said)) return tl::unexpected(*problem);
        if (!query.repeat.empty() && !said.recurrence && !impliedRecurrence(said)) {
            return notUnderstood("repeat", query.repeat);
        }
        if (!query.duration.empty() && !said.length && !said.stretch && !said.days) {
            return notUnderstood("duration", query.duration);
        }
        joinPartAndClock(said);
        if (!findStart(said)) {
            return base::fail(base::ErrorCode::InvalidInput, phrase("no day and no time were given"), "date");
        }
        findEnd(said, end);
        if (said.recurrence) result_.recurrence = said.recurrence;
        finish();
        return result_;
    }

  private:
    static tl::unexpected<base::Error> notUnderstood(std::string_view argument, std::string_view text) {
        return base::fail(base::ErrorCode::InvalidInput,
                          "\"" + std::string(text) + "\" is not understood as a time" + kTryInstead,
                          std::string(argument));
    }

    void doubt(Doubt what) {
        if (!result_.doubted(what)) result_.doubts.push_back(what);
    }

    std::optional<base::Error> read(const std::string& text, const char* argument, Said& said) {
        if (text.find_first_not_of(" \t\r\n") == std::string::npos) return std::nullopt;
        const LanguageRules rules = rulesOf(language_);
        const std::vector<Token> tokens = tokenize(text.substr(0, 400), rules.grammar.spelling());
        if (const auto clock = fourDigits(tokens, argument)) {
            said.clock = *clock;
            return std::nullopt;
        }
        const std::vector<Piece> pieces = findPieces(tokens, context_, rules, Reach::Argument);
        bool any = false;
        noteLeftover(tokens, pieces, rules);
        for (const Piece& piece : pieces) {
            if (piece.value.impossible && !piece.value.hasReading()) {
                return base::Error{base::ErrorCode::NotFound, "\"" + text + "\" is no day in the calendar",
                                   argument};
            }
            any = take(piece, said) || any;
        }
        if (!any) return notUnderstood(argument, text).value();
        return std::nullopt;
    }

    // Words that are no part of a time, and not such that join times.
    void noteLeftover(const std::vector<Token>& tokens, const std::vector<Piece>& pieces,
                      const LanguageRules& rules) {
        std::vector<Category> joining;
        for (const char* name :
             {"The", "Of", "In", "On", "At", "For", "From", "Between", "To", "And", "Since", "Until",
              "Before", "After", "Around", "Every", "InThePart", "StartingFrom"}) {
            joining.push_back(rules.grammar.find(name));
        }
        const auto found = parse(rules.grammar, tokens, context_);
        const auto joins = [&](std::size_t i) {
            return std::any_of(found[i].begin(), found[i].end(), [&](const Found& one) {
                return one.end == i + 1 &&
                       std::find(joining.begin(), joining.end(), one.category) != joining.end();
            });
        };
        std::size_t next = 0;
        const auto check = [&](std::size_t end) {
            for (; next < end; ++next) {
                const bool word =
                    tokens[next].kind == Token::Kind::Word || tokens[next].kind == Token::Kind::Digits;
                if (word && !joins(next)) doubt(Doubt::WordsIgnored);
            }
        };
        for (const Piece& piece : pieces) {
            check(piece.begin);
            next = piece.end;
        }
        check(tokens.size());
    }

    // "1930" as a time of day.
    static MaybeValue fourDigits(const std::vector<Token>& tokens, std::string_view argument) {
        if (argument != "time" && argument != "end_time") return std::nullopt;
        if (tokens.size() != 1 || tokens[0].kind != Token::Kind::Digits) return std::nullopt;
        const std::string& digits = tokens[0].text;
        if (digits.size() != 3 && digits.size() != 4) return std::nullopt;
        const int number = std::stoi(digits);
        return clockTime(number / 100, number % 100, 0, digits.size() == 4 && digits[0] == '0');
    }

    static bool take(const Piece& piece, Said& said) {
        const auto keep = [&](std::optional<Value>& place) {
            if (!place) place = piece.value;
            return true;
        };
        switch (piece.type) {
            case TimeType::Date:
                return keep(said.day);
            case TimeType::DateRange:
                return keep(said.days);
            case TimeType::Time:
                return keep(said.clock);
            case TimeType::TimeRange:
                return keep(said.clocks);
            case TimeType::DateTime:
                return keep(said.moment);
            case TimeType::DateTimeRange:
                return keep(said.stretch);
            case TimeType::Duration:
                if (!said.length) said.length = piece.value.span;
                return true;
            case TimeType::Set:
                if (!said.recurrence) said.recurrence = piece.value.recurrence;
                if (piece.value.hasReading() && !said.clock && !said.clocks) {
                    (piece.value.front().hasEnd ? said.clocks : said.clock) = piece.value;
                }
                return true;
        }
        return false;
    }

    // "repeat": "monday" means every Monday.
    static bool impliedRecurrence(Said& said) {
        if (!said.day) return false;
        Recurrence recurrence;
        if (said.day->shape == DateShape::Weekday) {
            recurrence.frequency = Frequency::Weekly;
            recurrence.days = {{said.day->weekday, 0}};
        } else if (said.day->shape == DateShape::DayOfMonth) {
            recurrence.frequency = Frequency::Monthly;
            recurrence.monthDays = {said.day->day};
        } else if (said.day->shape == DateShape::MonthDay) {
            recurrence.frequency = Frequency::Yearly;
            recurrence.month = said.day->month;
            recurrence.monthDays = {said.day->day};
        } else {
            return false;
        }
        said.recurrence = recurrence;
        return true;
    }

    // "tomorrow morning" and "9", "tonight" and "midnight": one moment.
    void joinPartAndClock(Said& said) const {
        if (!said.stretch || !said.stretch->vague || !said.clock || !said.stretch->hasReading()) return;
        const Tick start = futureReading(*said.stretch).start;
        Day day = dayOfTick(start);
        Value part;
        part.readings.push_back({start - day * kSecondsPerDay, 0, true, false});
        const bool night = part.front().start >= 20 * 3600;
        const auto clock = withDayPart(*said.clock, part);
        if (!clock) return;
        if (night && clock->front().start < 6 * 3600) ++day;
        said.moment = dayWithTime(oneDay(day), *clock, TimeType::DateTime);
        said.stretch.reset();
        said.clock.reset();
    }

    // --- the start ------------------------------------------------------------------------------

    bool findStart(Said& said) {
        if (said.stretch) return startOfStretch(said);
        if (said.moment) return startOfMoment(said);
        if (said.clock || said.clocks) return startOnClock(said);
        if (said.recurrence) {
            start_ = firstDay(said, dayOf(said).value_or(context_.today)) * kSecondsPerDay;
            if (!dayOf(said)) doubt(Doubt::DateAssumed);
            doubt(Doubt::TimeAssumed);
            result_.allDay = true;
            return true;
        }
        if (said.day) {
            start_ = futureDay(*said.day, context_.today).value_or(context_.today) * kSecondsPerDay;
            result_.allDay = true;
            return true;
        }
        if (said.days) return startOfDays(*said.days);
        if (said.length) {  // "for 20 minutes": from now on
            start_ = context_.now;
            doubt(Doubt::TimeAssumed);
            return true;
        }
        return false;
    }

    std::optional<Day> dayOf(const Said& said) const {
        if (said.day) return futureDay(*said.day, context_.today);
        if (said.days && said.days->hasReading()) {
            const Reading reading = futureReading(*said.days);
            const Day first = dayOfTick(reading.hasStart ? reading.start : reading.end);
            return std::max(first, context_.today);
        }
        return std::nullopt;
    }

    Reading futureReading(const Value& value) const {
        const Reading* best = &value.readings.back();
        for (const Reading& reading : value.readings) {
            const Tick key = reading.hasEnd ? reading.end : reading.start;
            if (key > context_.now) {
                best = &reading;
                break;
            }
        }
        return *best;
    }

    bool startOfDays(const Value& days) {
        const Reading reading = futureReading(days);
        result_.allDay = true;
        if (!reading.hasStart) {  // "by friday"
            start_ = reading.end;
            return true;
        }
        start_ = reading.start;
        if (days.vague && reading.hasEnd) {  // "the end of the month": its last day
            if (days.number == static_cast<int>(Share::Late)) start_ = reading.end - kSecondsPerDay;
            return true;
        }
        if (reading.hasEnd) end_ = reading.end + (days.lastIncluded ? kSecondsPerDay : 0);
        return true;
    }

    // The half of the day for an hour from 1 to 12 that was said without one.
    bool isAfternoon(const Value& clock, bool dayIsToday, Day day, bool dayNamed) const {
        const int hour = clock.hour % 12;
        const Tick morning = day * kSecondsPerDay + hour * 3600 + clock.minute * 60;
        if (dayIsToday) {
            if (purpose_ == Purpose::Alarm) return morning <= context_.now && morning + 43200 > context_.now;
            if (morning + 43200 <= context_.now) return hour == 0 || hour < 8;
            if (morning <= context_.now) return dayNamed || hour < 8;
        }
        if (purpose_ == Purpose::Alarm) return hour == 0 || hour < 4;
        return hour < 8;
    }

    // The time of day, of several readings the fitting one.
    Tick clockOn(const Value& clock, bool dayIsToday, Day day, bool dayNamed) {
        const Tick first = clock.front().hasStart ? clock.front().start : clock.front().end;
        if (clock.vague) {
            doubt(Doubt::TimeAssumed);
            return usualStart(first);
        }
        if (clock.readings.size() < 2 || clock.hour < 0) return first;
        doubt(Doubt::AmOrPm);
        const Tick base = first % 43200;
        return isAfternoon(clock, dayIsToday, day, dayNamed) ? base + 43200 : base;
    }

    bool startOnClock(Said& said) {
        const Value& clock = said.clock ? *said.clock : *said.clocks;
        if (!clock.hasReading()) return false;
        const bool named = said.day || said.days;
        Day day = dayOf(said).value_or(context_.today);
        if (said.recurrence) day = firstDay(said, day);
        Tick time = clockOn(clock, day == context_.today && !said.recurrence, day, named);
        start_ = day * kSecondsPerDay + time;
        if (said.recurrence && start_ <= context_.now && !said.day) {
            day = firstDay(said, day + 1);
            start_ = day * kSecondsPerDay + time;
        } else if (!named && start_ <= context_.now) {
            start_ += kSecondsPerDay;
        } else if (said.day && start_ <= context_.now && said.day->shape != DateShape::Fixed) {
            if (const auto next = nextFrom(*said.day, context_.today + 1))
                start_ = *next * kSecondsPerDay + time;
        }
        if (!named && !said.recurrence) doubt(Doubt::DateAssumed);
        if (said.days && !said.day && !said.recurrence) doubt(Doubt::DateAssumed);
        endOfClocks(clock, time);
        return true;
    }

    // The end of a range of hours, counted from the chosen start.
    void endOfClocks(const Value& clock, Tick chosen) {
        const Reading& reading = clock.front();
        if (!reading.hasStart || !reading.hasEnd || clock.vague) return;
        Tick length = reading.end - reading.start;
        if (length < 0) length += kSecondsPerDay;
        (void)chosen;
        end_ = start_ + length;
    }

    bool startOfMoment(Said& said) {
        const Value& moment = *said.moment;
        if (!moment.hasReading()) return false;
        if (moment.elapsed) {
            elapsed_ = moment.front().start - context_.now;
            start_ = moment.front().start;
            return true;
        }
        start_ = pick(moment);
        return true;
    }

    // Of the readings of a moment the next day's, and on that day the fitting half.
    Tick pick(const Value& value) {
        Day day = dayOfTick(value.front().hasStart ? value.front().start : value.front().end);
        for (const Reading& reading : value.readings) {
            const Day other = dayOfTick(reading.hasStart ? reading.start : reading.end);
            if (day < context_.today ? other > day : (other >= context_.today && other < day)) day = other;
        }
        Value clock = value;
        clock.readings.clear();
        for (Reading reading : value.readings) {
            const Tick key = reading.hasStart ? reading.start : reading.end;
            if (dayOfTick(key) != day) continue;
            reading.start = reading.end = key - day * kSecondsPerDay;
            reading.hasStart = true;
            clock.readings.push_back(reading);
        }
        const bool open = !value.halfDayKnown && value.hour >= 0;
        if (!open && clock.readings.size() > 1) clock.readings.resize(1);
        const Tick time = clockOn(clock, day == context_.today, day, true);
        Tick start = day * kSecondsPerDay + time;
        if (start <= context_.now && value.shape != DateShape::Fixed) {
            if (const auto next = nextFrom(value, std::max(day, context_.today) + 1)) {
                if (value.shape != DateShape::MonthDay || day == context_.today)
                    start = *next * kSecondsPerDay + time;
            }
        }
        return start;
    }

    bool startOfStretch(Said& said) {
        const Value& stretch = *said.stretch;
        if (!stretch.hasReading()) return false;
        start_ = pick(stretch);
        const Reading& reading = stretch.front();
        if (reading.hasStart && reading.hasEnd && !stretch.vague)
            end_ = start_ + (reading.end - reading.start);
        return true;
    }

    // --- recurrence -------------------------------------------------------------------------------

    static bool matches(const Recurrence& recurrence, Day day) {
        const YearMonthDay date = dateFromDay(day);
        if (recurrence.month != 0 && date.month != recurrence.month) return false;
        if (!recurrence.monthDays.empty()) {
            const int last = daysInMonth(date.year, date.month);
            const bool fits =
                std::any_of(recurrence.monthDays.begin(), recurrence.monthDays.end(), [&](int wanted) {
                    return wanted == date.day || (wanted < 0 && date.day == last + wanted + 1);
                });
            if (!fits) return false;
        }
        if (recurrence.days.empty())
            return recurrence.monthDays.empty() && recurrence.month != 0 ? date.day == 1 : true;
        return std::any_of(recurrence.days.begin(), recurrence.days.end(),
                           [&](const Recurrence::Day& wanted) {
                               if (wanted.weekday != weekdayOf(day)) return false;
                               if (wanted.nth > 0) return (date.day - 1) / 7 + 1 == wanted.nth;
                               if (wanted.nth < 0) return date.day + 7 > daysInMonth(date.year, date.month);
                               return true;
                           });
    }

    // The first day from `from` on that the recurrence has.
    static Day firstDay(const Said& said, Day from) {
        constexpr int kDaysToSearch = 366 * 9;
        for (int i = 0; i < kDaysToSearch; ++i) {
            if (matches(*said.recurrence, from + i)) return from + i;
        }
        return from;
    }

    // --- the end ------------------------------------------------------------------------------------

    void findEnd(const Said& said, const Said& end) {
        if (end.clock || end.clocks) {
            endOnClock(end.clock ? *end.clock : *end.clocks);
        } else if (end.moment && end.moment->hasReading()) {
            end_ = firstAfterStart(*end.moment);
        } else if (end.day) {
            const auto day = nextFrom(*end.day, dayOfTick(start_));
            if (day) end_ = (*day + (result_.allDay ? 1 : 0)) * kSecondsPerDay;
        } else if (end.days && end.days->hasReading()) {
            end_ = futureReading(*end.days).end;
        } else if (end.length) {
            setLength(*end.length);
        } else if (said.length && said.length->inSeconds() > 0) {
            setLength(*said.length);
        }
        if (end_ && *end_ <= start_) {
            doubt(Doubt::EndBeforeStart);
            while (*end_ <= start_) *end_ += kSecondsPerDay;
        }
    }

    void endOnClock(const Value& clock) {
        if (!clock.hasReading()) return;
        const Day day = dayOfTick(start_);
        if (result_.allDay) {  // a day and only an end: the day is enough
            return;
        }
        std::optional<Tick> best;
        for (const Reading& reading : clock.readings) {
            const Tick time = (reading.hasStart ? reading.start : reading.end) % kSecondsPerDay;
            Tick tick = day * kSecondsPerDay + time;
            if (tick <= start_ && clock.readings.size() > 1) tick += kSecondsPerDay;
            if (!best || tick < *best) best = tick;
        }
        end_ = best;
    }

    std::optional<Tick> firstAfterStart(const Value& value) const {
        std::optional<Tick> best;
        for (const Reading& reading : value.readings) {
            if (reading.start > start_ && (!best || reading.start < *best)) best = reading.start;
        }
        return best ? best : std::optional<Tick>(value.readings.back().start);
    }

    void setLength(const Span& span) {
        if (result_.allDay && span.hasClock()) {
            doubt(Doubt::TimeAssumed);
            return;
        }
        if (span.hasClock() && !span.hasDays()) {
            exactLength_ = static_cast<std::int64_t>(std::llround(span.seconds));
        }
        end_ = addSpan(start_, span, 1);
    }

    // --- local times to instants --------------------------------------------------------------------

    void finish() {
        Zone::Instant instant;
        if (elapsed_) {
            instant.seconds = zone_.toInstant(civilFromTick(context_.now)).seconds + *elapsed_;
        } else {
            instant = zone_.toInstant(civilFromTick(start_));
        }
        if (!result_.allDay && instant.kind == Zone::Kind::Skipped) doubt(Doubt::SkippedByClock);
        if (!result_.allDay && instant.kind == Zone::Kind::Repeated) doubt(Doubt::RepeatedByClock);
        result_.startInstant = instant.seconds;
        result_.start = result_.allDay ? civilFromTick(start_) : zone_.toLocal(instant.seconds);
        if (end_) {
            std::int64_t end = exactLength_ ? instant.seconds + *exactLength_
                                            : zone_.toInstant(civilFromTick(*end_)).seconds;
            if (end <= instant.seconds) end = instant.seconds + (*end_ - start_);  // both in the skipped hour
            result_.endInstant = end;
            result_.end = result_.allDay ? civilFromTick(*end_) : zone_.toLocal(end);
        }
        const Tick last = result_.allDay ? start_ + kSecondsPerDay : start_;
        if (last < context_.now || (end_ && *end_ < context_.now)) doubt(Doubt::InThePast);
    }

    const Zone& zone_;
    Language language_;
    Purpose purpose_;
    Context context_;
    ResolvedWhen result_;
    Tick start_ = 0;
    std::optional<Tick> end_;
    std::optional<std::int64_t> elapsed_;
    std::optional<std::int64_t> exactLength_;
};

}  // namespace
}  // namespace datetime

base::Result<ResolvedWhen> resolveWhen(const WhenQuery& query, const CivilTime& reference, const Zone& zone,
                                       Language language) {
    if (!datetime::isUsualYear(reference.year)) {
        return base::fail(base::ErrorCode::InvalidInput,
                          phrase("the clock shows a year in which no dates are resolved"), "reference");
    }
    return datetime::Resolver(reference, zone, language, query.purpose).run(query);
}

std::optional<double> resolveDuration(std::string_view text, Language language) {
    using namespace datetime;
    const LanguageRules rules = rulesOf(language);
    const std::vector<Token> tokens = tokenize(text.substr(0, 200), rules.grammar.spelling());
    Context context;
    context.assistant = true;
    double seconds = 0;
    bool any = false;
    for (const Piece& piece : findPieces(tokens, context, rules, Reach::Argument)) {
        if (piece.type == TimeType::Duration) {
            seconds += piece.value.span.inSeconds();
            any = true;
        } else if (piece.value.elapsed && piece.value.hasReading()) {  // "in 10 minutes"
            seconds += static_cast<double>(piece.value.front().start - context.now);
            any = true;
        }
    }
    if (!any) return std::nullopt;
    return seconds;
}

}  // namespace hearth::agent
