// Dates and times in what people write: finding them in a text, and resolving the
// arguments that a model copied from a request to a start, an end and a recurrence.
// Everything here is a value; the functions keep no state and may run on any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace hearth::agent {

/// The languages whose expressions are understood.
enum class Language { English, German, French, Spanish, Chinese };

/// "en", "de-AT", "fr_FR.UTF-8", ... to a language; nothing when the language is not known.
std::optional<Language> languageFromTag(std::string_view tag);

/// A local time without a zone, in the proleptic Gregorian calendar.
struct CivilTime {
    int year = 1970;
    int month = 1;
    int day = 1;
    int hour = 0;
    int minute = 0;
    int second = 0;

    friend auto operator<=>(const CivilTime&, const CivilTime&) = default;
};

/// "2026-11-22T15:30:00", also with a blank instead of the T, without seconds, with a
/// fraction of a second (dropped), or a date alone. Nothing when it is no such time.
std::optional<CivilTime> parseCivilTime(std::string_view text);

/// "2026-11-22 15:30:00".
std::string formatCivilTime(const CivilTime& time);

enum class TimeType { Date, Time, DateTime, DateRange, TimeRange, DateTimeRange, Duration, Set };

/// "date", "time", "datetime", "daterange", "timerange", "datetimerange", "duration", "set".
std::string_view timeTypeName(TimeType type);

enum class Frequency { Secondly, Minutely, Hourly, Daily, Weekly, Monthly, Yearly };

/// How often something repeats, in the terms of RFC 5545. Empty lists mean "as the start".
struct Recurrence {
    struct Day {
        int weekday = 1;  ///< 1 is Monday, 7 is Sunday
        int nth = 0;      ///< 3 the third, -1 the last of the month; 0 every one
        friend bool operator==(const Day&, const Day&) = default;
    };
    Frequency frequency = Frequency::Daily;
    int interval = 1;
    std::vector<Day> days;
    std::vector<int> monthDays;      ///< 1..31, or -1 for the last
    int month = 0;                   ///< 1..12 for a yearly date, 0 if none
    std::optional<int> secondOfDay;  ///< the time of day that the expression named

    /// "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU". The time of day is not part of it.
    std::string rule() const;
    friend bool operator==(const Recurrence&, const Recurrence&) = default;
};

/// One way to read an expression. A range without a start or without an end is open on that side.
struct TimeReading {
    std::optional<CivilTime> start;  ///< of a time or time range only the time of day counts
    std::optional<CivilTime> end;    ///< exclusive for whole days
    double seconds = 0;              ///< of a duration
};

/// An expression found in a text.
struct TimeEntity {
    std::size_t begin = 0;   ///< first byte in the text
    std::size_t end = 0;     ///< one past the last byte
    std::size_t offset = 0;  ///< first character (code point) in the text
    std::string text;        ///< the slice, in lower case
    TimeType type = TimeType::Date;
    std::vector<TimeReading> readings;  ///< empty for a set, and for what has no such day (30 February)
    std::optional<Recurrence> recurrence;

    /// The reading an assistant means: the first one after `reference`, or the last of those before.
    /// Null when there is no reading.
    const TimeReading* future(const CivilTime& reference) const;
};

/// Finds every expression of time in `text`, in order, without overlaps.
/// Linear in the length of the text; bytes that are not UTF-8 are skipped over. For a reference
/// outside the years 100 to 9900 nothing is found.
std::vector<TimeEntity> findTimes(std::string_view text, const CivilTime& reference, Language language);

/// A time zone: maps local times to instants. Copyable; cheap to copy.
class Zone {
  public:
    /// A zone of the tz database ("Europe/Berlin"), "UTC", or "" for the user's own.
    /// Nothing when no such zone is known.
    static std::optional<Zone> named(std::string_view name);
    /// A fixed offset, for tests and for "UTC+2".
    static Zone fixed(int secondsEastOfUtc);

    enum class Kind { Unique, Skipped, Repeated };
    struct Instant {
        std::int64_t seconds = 0;  ///< since 1970-01-01T00:00:00Z
        Kind kind = Kind::Unique;
    };
    /// A time that the clock skips is moved forward by the gap; of a time that happens twice
    /// the first is taken.
    Instant toInstant(const CivilTime& local) const;
    CivilTime toLocal(std::int64_t seconds) const;
    const std::string& name() const { return name_; }

  private:
    Zone() = default;
    std::string name_;
    std::function<int(std::int64_t)> offsetAt_;  ///< seconds east of UTC at an instant
};

/// Why a resolved time may not be what was meant.
enum class Doubt {
    AmOrPm,           ///< morning or afternoon was guessed
    InThePast,        ///< what was named lies before the reference
    SkippedByClock,   ///< the local time does not exist that day; it was moved forward
    RepeatedByClock,  ///< the local time happens twice that day; the first was taken
    DateAssumed,      ///< no day was named
    TimeAssumed,      ///< no time of day was named, or only a part of the day
    WordsIgnored,     ///< an argument has words that are no part of a time
    EndBeforeStart,   ///< the end lay before the start and was moved to the next day
};
std::string_view doubtText(Doubt doubt);

/// What the caller wants the time for: it decides how a bare "3" is read.
enum class Purpose {
    Meeting,  ///< a meeting: a bare hour from 1 to 7 is the afternoon
    Alarm,    ///< the next time the clock shows that hour
};

/// The arguments as the model copied them from the request; what was not said is empty.
struct WhenQuery {
    std::string date;      ///< "next friday", or everything in one: "next friday from 3 to 4:30"
    std::string time;      ///< "noon", "from 3 to 4:30", "in 10 minutes"
    std::string endTime;   ///< "4:30"
    std::string duration;  ///< "90 minutes"
    std::string repeat;    ///< "every other tuesday"
    Purpose purpose = Purpose::Meeting;
};

struct ResolvedWhen {
    CivilTime start;                ///< local
    std::optional<CivilTime> end;   ///< local, exclusive
    std::int64_t startInstant = 0;  ///< seconds since 1970 UTC
    std::optional<std::int64_t> endInstant;
    bool allDay = false;
    std::optional<Recurrence> recurrence;
    std::vector<Doubt> doubts;

    bool doubted(Doubt doubt) const;
};

/// Resolves to the first fitting time after `reference` in `zone`. When an argument is not
/// understood, the error (InvalidInput; NotFound for a day that no calendar has) quotes it, and its `where`
/// is the argument's name: "date", "time", "end_time", "duration" or "repeat".
base::Result<ResolvedWhen> resolveWhen(const WhenQuery& query, const CivilTime& reference, const Zone& zone,
                                       Language language);

/// A length of time such as "90 minutes" or "an hour and a half", in seconds.
std::optional<double> resolveDuration(std::string_view text, Language language);

/// `hearth dates`: reads lines {"text","reference"} and writes one line
/// {"entities":[{"text","offset","type","value"}]} for each. Returns the exit code: 0, or 2 when
/// a line was not understood (said on `err` with its number; the other lines are still answered).
int runDates(std::istream& in, std::ostream& out, std::ostream& err, std::string_view language);

}  // namespace hearth::agent
