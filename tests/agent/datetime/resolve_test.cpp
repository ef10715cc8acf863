// Requests of people, as the model copies them into arguments, and what they must become.
#include <gtest/gtest.h>

#include <initializer_list>
#include <sstream>

#include "agent/datetime.h"

namespace hearth::agent {
namespace {

constexpr Purpose kEvent = Purpose::Meeting;
constexpr Purpose kAlarm = Purpose::Alarm;
constexpr const char* kBerlin = "Europe/Berlin";
constexpr const char* kNewYork = "America/New_York";
constexpr const char* kMonday = "2026-11-23T10:00";  // a Monday morning

// The arguments in the order date, time, end_time, duration, repeat.
struct Phrase {
    Purpose purpose;
    const char* zone;
    const char* reference;
    std::vector<std::string> arguments;
    const char* expected;
};

const char* shortName(Doubt doubt) {
    switch (doubt) {
        case Doubt::AmOrPm:
            return "half-day";
        case Doubt::InThePast:
            return "past";
        case Doubt::SkippedByClock:
            return "skipped";
        case Doubt::RepeatedByClock:
            return "repeated";
        case Doubt::DateAssumed:
            return "date";
        case Doubt::TimeAssumed:
            return "time";
        case Doubt::WordsIgnored:
            return "words";
        case Doubt::EndBeforeStart:
            return "end";
    }
    return "?";
}

std::string shown(const CivilTime& time, bool allDay) {
    const std::string all = formatCivilTime(time);
    return all.substr(0, allDay ? 10 : time.second == 0 ? 16 : 19);
}

// "2026-11-24 15:00 .. 2026-11-24 16:30 FREQ=WEEKLY (half-day, date)"
std::string shown(const base::Result<ResolvedWhen>& result) {
    if (!result) return "error in " + result.error().where;
    std::ostringstream text;
    text << shown(result->start, result->allDay);
    if (result->end) text << " .. " << shown(*result->end, result->allDay);
    if (result->recurrence) text << ' ' << result->recurrence->rule();
    const char* separator = " (";
    for (const Doubt doubt : result->doubts) {
        text << separator << shortName(doubt);
        separator = ", ";
    }
    if (!result->doubts.empty()) text << ')';
    return text.str();
}

const Phrase kPhrases[] = {
    {kEvent, kBerlin, kMonday, {"tomorrow", "noon"}, "2026-11-24 12:00"},
    {kEvent, kBerlin, kMonday, {"tomorrow"}, "2026-11-24"},
    {kEvent,
     kBerlin,
     kMonday,
     {"next friday from 3 to 4:30"},
     "2026-12-04 15:00 .. 2026-12-04 16:30 (half-day)"},
    {kEvent,
     kBerlin,
     kMonday,
     {"next friday", "3", "4:30"},
     "2026-12-04 15:00 .. 2026-12-04 16:30 (half-day)"},
    {kEvent, kBerlin, kMonday, {"in two weeks"}, "2026-12-07"},
    {kEvent,
     kBerlin,
     kMonday,
     {"tomorrow", "3 pm", "", "90 minutes"},
     "2026-11-24 15:00 .. 2026-11-24 16:30"},
    {kEvent,
     kBerlin,
     kMonday,
     {"", "", "", "", "every other tuesday"},
     "2026-11-24 FREQ=WEEKLY;INTERVAL=2;BYDAY=TU (date, time)"},
    {kEvent,
     kBerlin,
     kMonday,
     {"", "4pm", "", "1 hour", "every other tuesday"},
     "2026-11-24 16:00 .. 2026-11-24 17:00 FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"},
    {kEvent, kBerlin, kMonday, {"the day after christmas"}, "2026-12-26"},
    {kEvent, kBerlin, kMonday, {"", "half past seven"}, "2026-11-23 19:30 (half-day, date)"},
    {kAlarm, kBerlin, kMonday, {"", "half past seven"}, "2026-11-23 19:30 (half-day, date)"},
    {kAlarm, kBerlin, kMonday, {"", "at 7"}, "2026-11-23 19:00 (half-day, date)"},
    {kEvent, kBerlin, kMonday, {"", "at 7"}, "2026-11-23 19:00 (half-day, date)"},
    {kAlarm, kBerlin, "2026-11-23T20:00", {"", "at 7"}, "2026-11-24 07:00 (half-day, date)"},
    {kAlarm, kBerlin, "2026-11-23T06:00", {"", "7"}, "2026-11-23 07:00 (half-day, date)"},
    {kEvent, kBerlin, kMonday, {"", "3"}, "2026-11-23 15:00 (half-day, date)"},
    {kEvent, kBerlin, "2026-11-23T16:00", {"", "3"}, "2026-11-24 15:00 (half-day, date)"},
    {kEvent, kBerlin, kMonday, {"", "quarter to 5"}, "2026-11-23 16:45 (half-day, date)"},
    {kEvent, kBerlin, kMonday, {"a week from friday"}, "2026-12-04"},
    {kEvent, kBerlin, kMonday, {"end of the month"}, "2026-11-30"},
    {kEvent, kBerlin, kMonday, {"at the end of the week"}, "2026-11-29"},
    {kEvent, kBerlin, kMonday, {"this weekend"}, "2026-11-28 .. 2026-11-30"},
    {kEvent, kBerlin, kMonday, {"tonight at 8"}, "2026-11-23 20:00"},
    {kEvent, kBerlin, kMonday, {"tonight"}, "2026-11-23 20:00 (time)"},
    {kEvent, kBerlin, kMonday, {"tonight at 1"}, "2026-11-24 01:00"},
    {kEvent, kBerlin, kMonday, {"", "midnight"}, "2026-11-24 00:00 (date)"},
    {kEvent, kBerlin, kMonday, {"tonight", "midnight"}, "2026-11-24 00:00"},
    {kEvent, kBerlin, kMonday, {"3 days before new year's eve"}, "2026-12-28"},
    {kEvent, kBerlin, kMonday, {"friday", "morning"}, "2026-11-27 09:00 (time)"},
    {kEvent, kBerlin, kMonday, {"tomorrow evening"}, "2026-11-24 18:00 (time)"},
    {kEvent, kBerlin, kMonday, {"tomorrow afternoon at 3"}, "2026-11-24 15:00"},
    {kEvent, kBerlin, kMonday, {"monday"}, "2026-11-23"},
    {kEvent, kBerlin, kMonday, {"monday", "9 am"}, "2026-11-30 09:00"},
    {kEvent, kBerlin, kMonday, {"monday", "11"}, "2026-11-23 11:00 (half-day)"},
    {kEvent, kBerlin, kMonday, {"the 5th"}, "2026-12-05"},
    {kEvent, kBerlin, kMonday, {"december 5"}, "2026-12-05"},
    {kEvent, kBerlin, kMonday, {"5/12"}, "2027-05-12"},
    {kEvent, kBerlin, kMonday, {"2026-12-24", "18:00"}, "2026-12-24 18:00"},
    {kEvent, kBerlin, kMonday, {"christmas eve at 6 pm"}, "2026-12-24 18:00"},
    {kEvent, kBerlin, kMonday, {"next week"}, "2026-11-30 .. 2026-12-07"},
    {kEvent, kBerlin, kMonday, {"next month"}, "2026-12-01 .. 2027-01-01"},
    {kEvent, kBerlin, kMonday, {"from monday to wednesday"}, "2026-11-23 .. 2026-11-26"},
    {kEvent, kBerlin, kMonday, {"december 20 to january 3"}, "2026-12-20 .. 2027-01-04"},
    {kEvent, kBerlin, kMonday, {"next monday", "", "", "3 days"}, "2026-11-30 .. 2026-12-03"},
    {kEvent, kBerlin, kMonday, {"", "in 20 minutes"}, "2026-11-23 10:20"},
    {kEvent, kBerlin, kMonday, {"", "in 2 hours", "", "30 min"}, "2026-11-23 12:00 .. 2026-11-23 12:30"},
    {kEvent, kBerlin, kMonday, {"", "in an hour and a half"}, "2026-11-23 11:30"},
    {kEvent, kBerlin, kMonday, {"", "in half an hour"}, "2026-11-23 10:30"},
    {kEvent, kBerlin, kMonday, {"", "", "", "", "every day at 8"}, "2026-11-24 08:00 FREQ=DAILY (half-day)"},
    {kAlarm,
     kBerlin,
     kMonday,
     {"", "6:30", "", "", "weekdays"},
     "2026-11-24 06:30 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR (half-day)"},
    {kAlarm,
     kBerlin,
     kMonday,
     {"", "6:30 am", "", "", "every weekday"},
     "2026-11-24 06:30 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"},
    {kEvent,
     kBerlin,
     kMonday,
     {"", "", "", "", "every monday and wednesday at 7pm"},
     "2026-11-23 19:00 FREQ=WEEKLY;BYDAY=MO,WE"},
    {kEvent,
     kBerlin,
     kMonday,
     {"", "", "", "", "every 3rd of the month"},
     "2026-12-03 FREQ=MONTHLY;BYMONTHDAY=3 (date, time)"},
    {kEvent,
     kBerlin,
     kMonday,
     {"", "", "", "", "first monday of every month"},
     "2026-12-07 FREQ=MONTHLY;BYDAY=1MO (date, time)"},
    {kEvent, kBerlin, kMonday, {"", "", "", "", "monthly"}, "2026-11-23 FREQ=MONTHLY (date, time)"},
    {kEvent, kBerlin, kMonday, {"friday", "", "", "", "weekly"}, "2026-11-27 FREQ=WEEKLY (time)"},
    {kEvent,
     kBerlin,
     kMonday,
     {"", "", "", "", "every last friday of the month at noon"},
     "2026-11-27 12:00 FREQ=MONTHLY;BYDAY=-1FR"},
    {kEvent,
     kBerlin,
     kMonday,
     {"", "", "", "", "every 2 weeks"},
     "2026-11-23 FREQ=WEEKLY;INTERVAL=2 (date, time)"},
    {kEvent, kBerlin, kMonday, {"", "", "", "", "every year on july 4"}, "2027-07-04 FREQ=YEARLY (time)"},
    {kEvent,
     kBerlin,
     kMonday,
     {"", "", "", "", "every july 4"},
     "2027-07-04 FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=4 (date, time)"},
    {kEvent, kBerlin, kMonday, {"", "", "", "", "mondays"}, "2026-11-23 FREQ=WEEKLY;BYDAY=MO (date, time)"},
    {kEvent, kBerlin, kMonday, {"", "", "", "", "monday"}, "2026-11-23 FREQ=WEEKLY;BYDAY=MO (time)"},
    {kEvent,
     kBerlin,
     kMonday,
     {"", "", "", "", "tuesdays and thursdays"},
     "2026-11-24 FREQ=WEEKLY;BYDAY=TU,TH (date, time)"},
    {kEvent,
     kBerlin,
     kMonday,
     {"", "", "", "", "monday to friday at 9"},
     "2026-11-24 09:00 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR (half-day)"},
    {kEvent, kBerlin, kMonday, {"", "", "", "", "daily"}, "2026-11-23 FREQ=DAILY (date, time)"},
    {kEvent, kBerlin, kMonday, {"", "", "", "", "every evening"}, "2026-11-23 18:00 FREQ=DAILY (time)"},
    {kEvent, kBerlin, kMonday, {"after dinner tomorrow"}, "2026-11-24 20:00"},
    {kEvent, kBerlin, kMonday, {"tomorrow", "lunch"}, "2026-11-24 12:00 (time)"},
    {kEvent, kBerlin, kMonday, {"tomorrow", "at lunchtime"}, "2026-11-24 12:00 (time)"},
    {kEvent, kBerlin, kMonday, {"tomorrow", "after 5pm"}, "2026-11-24 17:00"},
    {kEvent, kBerlin, kMonday, {"by friday"}, "2026-11-27"},
    {kEvent, kBerlin, kMonday, {"today", "9 am"}, "2026-11-23 09:00 (past)"},
    {kEvent, kBerlin, kMonday, {"yesterday"}, "2026-11-22 (past)"},
    {kEvent,
     kBerlin,
     kMonday,
     {"tomorrow", "10:30", "12"},
     "2026-11-24 10:30 .. 2026-11-24 12:00 (half-day)"},
    {kEvent, kBerlin, kMonday, {"tomorrow", "11", "1"}, "2026-11-24 11:00 .. 2026-11-24 13:00 (half-day)"},
    {kEvent, kBerlin, kMonday, {"tomorrow", "9 to 5"}, "2026-11-24 09:00 .. 2026-11-24 17:00 (half-day)"},
    {kEvent, kBerlin, kMonday, {"tomorrow", "from 9am until 5"}, "2026-11-24 09:00 .. 2026-11-24 17:00"},
    {kEvent, kBerlin, kMonday, {"tomorrow", "8pm", "2am"}, "2026-11-24 20:00 .. 2026-11-25 02:00 (end)"},
    {kEvent, kBerlin, kMonday, {"banana"}, "error in date"},
    {kEvent, kBerlin, kMonday, {"february 30"}, "error in date"},
    {kEvent, kBerlin, kMonday, {"tomorrow", "", "", "banana"}, "error in duration"},
    {kEvent, kBerlin, kMonday, {""}, "error in date"},
    {kEvent, kBerlin, "2026-03-28T10:00", {"tomorrow", "2:30 am"}, "2026-03-29 03:30 (skipped)"},
    {kEvent,
     kBerlin,
     "2026-03-28T10:00",
     {"tomorrow", "1:30 am", "", "1 hour"},
     "2026-03-29 01:30 .. 2026-03-29 03:30"},
    {kEvent,
     kBerlin,
     "2026-03-28T10:00",
     {"tomorrow", "1:30 am", "4 am"},
     "2026-03-29 01:30 .. 2026-03-29 04:00"},
    {kEvent, kBerlin, "2026-10-24T10:00", {"tomorrow", "2:30 am"}, "2026-10-25 02:30 (repeated)"},
    {kEvent,
     kBerlin,
     "2026-10-24T10:00",
     {"tomorrow", "1:30 am", "", "2 hours"},
     "2026-10-25 01:30 .. 2026-10-25 02:30"},
    {kEvent, kNewYork, "2026-03-07T10:00", {"tomorrow", "2:30 am"}, "2026-03-08 03:30 (skipped)"},
    {kEvent, kNewYork, "2026-10-31T10:00", {"tomorrow", "1:30 am"}, "2026-11-01 01:30 (repeated)"},
    {kEvent, kNewYork, "2026-10-31T23:30", {"", "in 4 hours"}, "2026-11-01 02:30"},
    {kEvent, kBerlin, "2026-03-29T01:30", {"", "in 1 hour"}, "2026-03-29 03:30"},
    {kEvent, kBerlin, kMonday, {"sunday", "7"}, "2026-11-29 19:00 (half-day)"},
    {kEvent, kBerlin, kMonday, {"nov 23", "3"}, "2026-11-23 15:00 (half-day)"},
    {kEvent, kBerlin, kMonday, {"the first friday of december"}, "2026-12-04"},
    {kEvent, kBerlin, kMonday, {"last friday of the month"}, "2026-11-27"},
    {kEvent, kBerlin, kMonday, {"in 3 days at 4"}, "2026-11-26 16:00 (half-day)"},
    {kEvent, kBerlin, kMonday, {"thursday next week"}, "2026-12-03"},
    {kEvent, kBerlin, kMonday, {"two weeks from tomorrow"}, "2026-12-08"},
    {kEvent, kBerlin, kMonday, {"the day after tomorrow"}, "2026-11-25"},
    {kEvent, kBerlin, kMonday, {"easter"}, "2027-03-28"},
    {kEvent, kBerlin, kMonday, {"thanksgiving"}, "2026-11-26"},
    {kEvent, kBerlin, kMonday, {"next year"}, "2027-01-01 .. 2028-01-01"},
    {kEvent, kBerlin, kMonday, {"may"}, "2027-05-01 .. 2027-06-01"},
    {kEvent, kBerlin, kMonday, {"march 3rd 2027 at 15:00"}, "2027-03-03 15:00"},
    {kEvent, kBerlin, kMonday, {"saturday 10am to noon"}, "2026-11-28 10:00 .. 2026-11-28 12:00"},
    {kEvent, kBerlin, kMonday, {"friday night"}, "2026-11-27 20:00 (time)"},
    {kEvent, kBerlin, kMonday, {"this evening from 7 to 9"}, "2026-11-23 19:00 .. 2026-11-23 21:00"},
    {kEvent, kBerlin, kMonday, {"this afternoon"}, "2026-11-23 14:00 (time)"},
    {kEvent, kBerlin, kMonday, {"now"}, "2026-11-23 10:00"},
    {kEvent, kBerlin, kMonday, {"later today"}, "2026-11-23 14:00 (time)"},
    {kEvent, kBerlin, kMonday, {"in a fortnight"}, "2026-12-07"},
    {kEvent, kBerlin, kMonday, {"a month from now"}, "2026-12-23"},
    {kEvent, kBerlin, kMonday, {"this friday"}, "2026-11-27"},
    {kEvent, kBerlin, kMonday, {"coming sunday"}, "2026-11-29"},
    {kEvent, kBerlin, kMonday, {"next tuesday", "10"}, "2026-12-01 10:00 (half-day)"},
    {kEvent, kBerlin, kMonday, {"tomorrow at 7 in the evening"}, "2026-11-24 19:00"},
    {kEvent, kBerlin, kMonday, {"tomorrow 7 o'clock"}, "2026-11-24 19:00 (half-day)"},
    {kEvent, kBerlin, kMonday, {"on the 15th", "2:15"}, "2026-12-15 14:15 (half-day)"},
    {kEvent, kBerlin, kMonday, {"friday at midnight"}, "2026-11-27 00:00"},
    {kEvent, kBerlin, kMonday, {"six thirty tomorrow evening"}, "2026-11-24 18:30"},
    {kEvent, kBerlin, kMonday, {"week after next"}, "2026-12-07 .. 2026-12-14"},
    {kEvent, kBerlin, kMonday, {"end of december"}, "2026-12-31"},
    {kEvent, kBerlin, kMonday, {"eod"}, "2026-11-23 23:59:59"},
    {kEvent, kBerlin, kMonday, {"", "seven pm"}, "2026-11-23 19:00 (date)"},
    {kEvent, kBerlin, kMonday, {"", "1900"}, "2026-11-23 19:00 (date)"},
    {kEvent, kBerlin, kMonday, {"", "19h"}, "2026-11-23 10:00 .. 2026-11-24 05:00 (time)"},
    {kEvent, kBerlin, kMonday, {"", "7:30pm"}, "2026-11-23 19:30 (date)"},
    {kEvent, kBerlin, kMonday, {"", "10 to 8"}, "2026-11-24 10:00 .. 2026-11-24 20:00 (half-day, date)"},
    {kEvent, kBerlin, kMonday, {"", "ten minutes past 4"}, "2026-11-23 16:10 (half-day, date)"},
    {kAlarm, kBerlin, "2026-11-23T22:30", {"", "6"}, "2026-11-24 06:00 (half-day, date)"},
    {kAlarm, kBerlin, "2026-11-23T22:30", {"", "6:45"}, "2026-11-24 06:45 (half-day, date)"},
    {kAlarm, kBerlin, "2026-11-23T22:30", {"tomorrow", "8"}, "2026-11-24 08:00 (half-day)"},
    {kAlarm, kBerlin, "2026-11-23T22:30", {"tomorrow", "quarter past six"}, "2026-11-24 06:15 (half-day)"},
    {kAlarm, kBerlin, "2026-11-23T12:15", {"", "1"}, "2026-11-23 13:00 (half-day, date)"},
    {kAlarm, kBerlin, "2026-11-23T12:15", {"", "noon"}, "2026-11-24 12:00 (date)"},
    {kAlarm, kBerlin, "2026-11-23T22:30", {"", "in 8 hours"}, "2026-11-24 06:30"},
    {kAlarm, kBerlin, "2026-11-23T22:30", {"saturday", "9"}, "2026-11-28 09:00 (half-day)"},
    {kEvent, kBerlin, kMonday, {"saturday", "9"}, "2026-11-28 09:00 (half-day)"},
    {kEvent, kBerlin, kMonday, {"next wednesday at 2 pm"}, "2026-12-02 14:00"},
    {kEvent, kBerlin, kMonday, {"wednesday at 2"}, "2026-11-25 14:00 (half-day)"},
    {kEvent,
     kBerlin,
     kMonday,
     {"wednesday between 2 and 3"},
     "2026-11-25 14:00 .. 2026-11-25 15:00 (half-day)"},
    {kEvent, kBerlin, kMonday, {"wednesday", "14:00 - 15:30"}, "2026-11-25 14:00 .. 2026-11-25 15:30"},
    {kEvent, kBerlin, kMonday, {"wednesday", "2-3pm"}, "2026-11-25 14:00 .. 2026-11-25 15:00"},
    {kEvent, kBerlin, kMonday, {"wednesday", "11am-1pm"}, "2026-11-25 11:00 .. 2026-11-25 13:00"},
    {kEvent, kBerlin, kMonday, {"wednesday", "11-1pm"}, "2026-11-25 11:00 .. 2026-11-25 13:00"},
    {kEvent, kBerlin, kMonday, {"wednesday", "2:30pm to 4"}, "2026-11-25 14:30 .. 2026-11-25 16:00"},
    {kEvent,
     kBerlin,
     kMonday,
     {"wednesday", "3 pm", "", "45 minutes"},
     "2026-11-25 15:00 .. 2026-11-25 15:45"},
    {kEvent,
     kBerlin,
     kMonday,
     {"wednesday", "3 pm", "", "an hour and a half"},
     "2026-11-25 15:00 .. 2026-11-25 16:30"},
    {kEvent,
     kBerlin,
     kMonday,
     {"wednesday", "3 pm", "", "two and a half hours"},
     "2026-11-25 15:00 .. 2026-11-25 17:30"},
    {kEvent,
     kBerlin,
     kMonday,
     {"wednesday", "3 pm", "", "half an hour"},
     "2026-11-25 15:00 .. 2026-11-25 15:30"},
    {kEvent, kBerlin, kMonday, {"wednesday", "3 pm", "", "1h 30m"}, "2026-11-25 15:00 .. 2026-11-25 16:30"},
    {kEvent,
     kBerlin,
     kMonday,
     {"wednesday", "3 pm", "", "2 hours and 15 minutes"},
     "2026-11-25 15:00 .. 2026-11-25 17:15"},
    {kEvent, kBerlin, kMonday, {"wednesday at noon for 2 hours"}, "2026-11-25 12:00 .. 2026-11-25 14:00"},
    {kEvent, kBerlin, kMonday, {"wednesday 3pm for 30 minutes"}, "2026-11-25 15:00 .. 2026-11-25 15:30"},
    {kEvent, kBerlin, kMonday, {"wed"}, "2026-11-25"},
    {kEvent, kBerlin, kMonday, {"tmrw", "5pm"}, "2026-11-24 17:00"},
    {kEvent, kBerlin, kMonday, {"12/24/2026"}, "2026-12-24"},
    {kEvent, kBerlin, kMonday, {"24/12/2026"}, "2026-12-24"},
    {kEvent, kBerlin, kMonday, {"24 dec"}, "2026-12-24"},
    {kEvent, kBerlin, kMonday, {"december 24th, 2026"}, "2026-12-24"},
    {kEvent, kBerlin, kMonday, {"the 24th of december at 6 in the evening"}, "2026-12-24 18:00"},
    {kEvent, kBerlin, kMonday, {"new year's day"}, "2027-01-01"},
    {kEvent, kBerlin, kMonday, {"new years eve", "11 pm"}, "2026-12-31 23:00"},
    {kEvent, kBerlin, kMonday, {"halloween"}, "2027-10-31"},
    {kEvent, kBerlin, kMonday, {"mother's day"}, "2027-05-09"},
    {kEvent, kBerlin, kMonday, {"black friday"}, "2026-11-27"},
    {kEvent, kBerlin, kMonday, {"labor day"}, "2027-09-06"},
    {kEvent, kBerlin, kMonday, {"two days after easter"}, "2027-03-30"},
    {kEvent, kBerlin, kMonday, {"the day before my birthday"}, "2026-11-22 (words, past)"},
    {kEvent, kBerlin, kMonday, {"in 3 days"}, "2026-11-26"},
    {kEvent, kBerlin, kMonday, {"in a month"}, "2026-12-23"},
    {kEvent, kBerlin, kMonday, {"in a year"}, "2027-11-23"},
    {kEvent, kBerlin, kMonday, {"in 6 months"}, "2027-05-23"},
    {kEvent, kBerlin, kMonday, {"10 days from now"}, "2026-12-03"},
    {kEvent, kBerlin, kMonday, {"three weeks from monday"}, "2026-12-14"},
    {kEvent, kBerlin, kMonday, {"a week from today"}, "2026-11-30"},
    {kEvent, kBerlin, kMonday, {"a week tomorrow"}, "2026-12-01"},
    {kEvent, kBerlin, kMonday, {"friday week"}, "2026-12-04"},
    {kEvent, kBerlin, kMonday, {"next weekend"}, "2026-12-05 .. 2026-12-07"},
    {kEvent, kBerlin, kMonday, {"the weekend"}, "2026-11-28 .. 2026-11-30"},
    {kEvent, kBerlin, kMonday, {"the week of december 14"}, "2026-12-14 .. 2026-12-21"},
    {kEvent, kBerlin, kMonday, {"first week of january"}, "2027-01-04 .. 2027-01-11"},
    {kEvent, kBerlin, kMonday, {"second tuesday in january"}, "2027-01-12"},
    {kEvent, kBerlin, kMonday, {"the third thursday of next month"}, "2026-12-17"},
    {kEvent, kBerlin, kMonday, {"last day of the month"}, "2026-11-30"},
    {kEvent, kBerlin, kMonday, {"first day of next month"}, "2026-12-01"},
    {kEvent, kBerlin, kMonday, {"beginning of next month"}, "2026-12-01"},
    {kEvent, kBerlin, kMonday, {"middle of december"}, "2026-12-10 .. 2026-12-21"},
    {kEvent, kBerlin, kMonday, {"q1 2027"}, "2027-01-01 .. 2027-04-01"},
    {kEvent, kBerlin, kMonday, {"today", "5"}, "2026-11-23 17:00 (half-day)"},
    {kEvent, kBerlin, "2026-11-23T17:30", {"today", "5"}, "2026-11-23 17:00 (half-day, past)"},
    {kEvent, kBerlin, "2026-11-23T17:30", {"today", "5:45"}, "2026-11-23 17:45 (half-day)"},
    {kEvent, kBerlin, kMonday, {"today at noon"}, "2026-11-23 12:00"},
    {kEvent, kBerlin, kMonday, {"tomorrow at midnight"}, "2026-11-24 00:00"},
    {kEvent, kBerlin, kMonday, {"tonight", "7:30"}, "2026-11-23 19:30"},
    {kEvent, kBerlin, kMonday, {"tonight from 8 to 10"}, "2026-11-23 20:00 .. 2026-11-23 22:00"},
    {kEvent, kBerlin, kMonday, {"tomorrow night at 9"}, "2026-11-24 21:00"},
    {kEvent, kBerlin, kMonday, {"tomorrow morning", "9"}, "2026-11-24 09:00"},
    {kEvent, kBerlin, kMonday, {"thursday evening", "7"}, "2026-11-26 19:00"},
    {kEvent, kBerlin, kMonday, {"thursday", "in the afternoon"}, "2026-11-26 14:00 (time)"},
    {kEvent, kBerlin, kMonday, {"early tomorrow morning"}, "2026-11-24 09:00 (time)"},
    {kEvent, kBerlin, kMonday, {"late friday afternoon"}, "2026-11-27 14:00 (time)"},
    {kEvent, kBerlin, kMonday, {"", "from 2 to 3"}, "2026-11-23 14:00 .. 2026-11-23 15:00 (half-day, date)"},
    {kEvent, kBerlin, kMonday, {"", "2 pm", "3 pm"}, "2026-11-23 14:00 .. 2026-11-23 15:00 (date)"},
    {kEvent, kBerlin, kMonday, {"", "9:30", "10"}, "2026-11-24 09:30 .. 2026-11-24 10:00 (half-day, date)"},
    {kEvent, kBerlin, kMonday, {"", "1pm", "12:30pm"}, "2026-11-23 13:00 .. 2026-11-24 12:30 (date, end)"},
    {kEvent, kBerlin, kMonday, {"monday", "", "wednesday"}, "2026-11-23 .. 2026-11-26"},
    {kEvent, kBerlin, kMonday, {"december 20", "", "january 3"}, "2026-12-20 .. 2027-01-04"},
    {kEvent, kBerlin, kMonday, {"friday", "10 pm", "saturday 2 am"}, "2026-11-27 22:00 .. 2026-11-28 02:00"},
    {kEvent, kBerlin, kMonday, {"friday", "", "", "2 hours"}, "2026-11-27 (time)"},
    {kEvent, kBerlin, kMonday, {"friday", "3pm", "", "2 days"}, "2026-11-27 15:00 .. 2026-11-29 15:00"},
    {kEvent, kBerlin, kMonday, {"", "", "", "", "every day"}, "2026-11-23 FREQ=DAILY (date, time)"},
    {kEvent, kBerlin, kMonday, {"", "", "", "", "every morning at 7"}, "2026-11-24 07:00 FREQ=DAILY"},
    {kEvent, kBerlin, kMonday, {"", "", "", "", "every evening at 8"}, "2026-11-23 20:00 FREQ=DAILY"},
    {kEvent, kBerlin, kMonday, {"", "", "", "", "every night at 10"}, "2026-11-23 22:00 FREQ=DAILY"},
    {kEvent,
     kBerlin,
     kMonday,
     {"", "", "", "", "every weekday at 6:30 am"},
     "2026-11-24 06:30 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"},
    {kEvent,
     kBerlin,
     kMonday,
     {"", "", "", "", "every monday at 9"},
     "2026-11-30 09:00 FREQ=WEEKLY;BYDAY=MO (half-day)"},
    {kEvent,
     kBerlin,
     kMonday,
     {"", "", "", "", "each friday at 5pm"},
     "2026-11-27 17:00 FREQ=WEEKLY;BYDAY=FR"},
    {kEvent,
     kBerlin,
     kMonday,
     {"", "", "", "", "every tuesday and thursday at 6 pm"},
     "2026-11-24 18:00 FREQ=WEEKLY;BYDAY=TU,TH"},
    {kEvent,
     kBerlin,
     kMonday,
     {"", "", "", "", "every monday, wednesday and friday"},
     "2026-11-23 FREQ=WEEKLY;BYDAY=MO,WE,FR (date, time)"},
    {kEvent,
     kBerlin,
     kMonday,
     {"", "", "", "", "weekends"},
     "2026-11-28 FREQ=WEEKLY;BYDAY=SA,SU (date, time)"},
    {kEvent,
     kBerlin,
     kMonday,
     {"", "", "", "", "every weekend"},
     "2026-11-28 FREQ=WEEKLY;BYDAY=SA,SU (date, time)"},
    {kEvent,
     kBerlin,
     kMonday,
     {"", "", "", "", "every other day"},
     "2026-11-23 FREQ=DAILY;INTERVAL=2 (date, time)"},
    {kEvent,
     kBerlin,
     kMonday,
     {"", "", "", "", "every other week"},
     "2026-11-23 FREQ=WEEKLY;INTERVAL=2 (date, time)"},
    {kEvent,
     kBerlin,
     kMonday,
     {"", "", "", "", "biweekly"},
     "2026-11-23 FREQ=WEEKLY;INTERVAL=2 (date, time)"},
    {kEvent,
     kBerlin,
     kMonday,
     {"", "", "", "", "every second friday"},
     "2026-11-27 FREQ=WEEKLY;INTERVAL=2;BYDAY=FR (date, time)"},
    {kEvent,
     kBerlin,
     kMonday,
     {"", "", "", "", "every 3 months"},
     "2026-11-23 FREQ=MONTHLY;INTERVAL=3 (date, time)"},
    {kEvent,
     kBerlin,
     kMonday,
     {"", "", "", "", "quarterly"},
     "2026-11-23 FREQ=MONTHLY;INTERVAL=3 (date, time)"},
    {kEvent, kBerlin, kMonday, {"", "", "", "", "every year"}, "2026-11-23 FREQ=YEARLY (date, time)"},
    {kEvent, kBerlin, kMonday, {"january 5", "", "", "", "annually"}, "2027-01-05 FREQ=YEARLY (time)"},
    {kEvent, kBerlin, kMonday, {"", "", "", "", "once a week"}, "2026-11-23 FREQ=WEEKLY (date, time)"},
    {kEvent, kBerlin, kMonday, {"", "", "", "", "every hour"}, "2026-11-23 FREQ=HOURLY (date, time)"},
    {kEvent,
     kBerlin,
     kMonday,
     {"", "", "", "", "every 2 hours"},
     "2026-11-23 FREQ=HOURLY;INTERVAL=2 (date, time)"},
    {kEvent,
     kBerlin,
     kMonday,
     {"", "", "", "", "on the 15th of every month"},
     "2026-12-15 FREQ=MONTHLY;BYMONTHDAY=15 (date, time)"},
    {kEvent,
     kBerlin,
     kMonday,
     {"", "", "", "", "every 1st of the month at 9 am"},
     "2026-12-01 09:00 FREQ=MONTHLY;BYMONTHDAY=1"},
    {kEvent,
     kBerlin,
     kMonday,
     {"", "", "", "", "the last day of every month"},
     "2026-11-30 FREQ=MONTHLY;BYMONTHDAY=-1 (date, time)"},
    {kEvent,
     kBerlin,
     kMonday,
     {"", "", "", "", "every first friday of the month"},
     "2026-12-04 FREQ=MONTHLY;BYDAY=1FR (date, time)"},
    {kEvent,
     kBerlin,
     kMonday,
     {"", "", "", "", "every christmas"},
     "2026-12-25 FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25 (date, time)"},
    {kEvent, kBerlin, kMonday, {"tuesday", "10 am", "", "", "weekly"}, "2026-11-24 10:00 FREQ=WEEKLY"},
    {kEvent, kBerlin, kMonday, {"", "8 am", "", "", "daily"}, "2026-11-24 08:00 FREQ=DAILY"},
    {kEvent,
     kBerlin,
     kMonday,
     {"", "8 am", "", "", "monday through friday"},
     "2026-11-24 08:00 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"},
    {kEvent,
     kBerlin,
     kMonday,
     {"", "9:15", "", "", "every other wednesday"},
     "2026-11-25 09:15 FREQ=WEEKLY;INTERVAL=2;BYDAY=WE (half-day)"},
    {kEvent,
     kBerlin,
     kMonday,
     {"next tuesday", "9 am", "", "", "every other week"},
     "2026-12-01 09:00 FREQ=WEEKLY;INTERVAL=2"},
    {kEvent, kBerlin, kMonday, {"", "", "", "", "sometimes"}, "error in repeat"},
    {kEvent, kBerlin, kMonday, {"", "", "", "", "thursday"}, "2026-11-26 FREQ=WEEKLY;BYDAY=TH (time)"},
    {kEvent, kBerlin, kMonday, {"", "", "", "", "the 15th"}, "2026-12-15 FREQ=MONTHLY;BYMONTHDAY=15 (time)"},
    {kEvent, "Asia/Tokyo", kMonday, {"tomorrow", "noon"}, "2026-11-24 12:00"},
    {kEvent, "UTC", kMonday, {"tomorrow", "noon"}, "2026-11-24 12:00"},
    {kEvent, kBerlin, "2026-03-27T10:00", {"sunday", "2 am"}, "2026-03-29 03:00 (skipped)"},
    {kEvent,
     kBerlin,
     "2026-03-27T10:00",
     {"sunday", "2 am", "3 am"},
     "2026-03-29 03:00 .. 2026-03-29 04:00 (skipped)"},
    {kEvent, kBerlin, "2026-03-28T22:00", {"tomorrow", "3 am"}, "2026-03-29 03:00"},
    {kEvent, kBerlin, "2026-03-29T01:59", {"", "in 2 minutes"}, "2026-03-29 03:01"},
    {kEvent, kBerlin, "2026-10-24T23:00", {"", "in 5 hours"}, "2026-10-25 03:00"},
    {kEvent,
     kBerlin,
     "2026-10-24T23:00",
     {"tomorrow", "1 am", "4 am"},
     "2026-10-25 01:00 .. 2026-10-25 04:00"},
    {kEvent, kNewYork, "2026-03-07T23:00", {"", "in 4 hours"}, "2026-03-08 04:00"},
    {kEvent,
     kNewYork,
     "2026-03-07T23:00",
     {"tomorrow", "1 am", "", "3 hours"},
     "2026-03-08 01:00 .. 2026-03-08 05:00"},
    {kEvent,
     kNewYork,
     "2026-03-07T23:00",
     {"tomorrow", "2 am to 3 am"},
     "2026-03-08 03:00 .. 2026-03-08 04:00 (skipped)"},
    {kEvent,
     kNewYork,
     "2026-10-31T10:00",
     {"tomorrow", "1:30 am", "", "2 hours"},
     "2026-11-01 01:30 .. 2026-11-01 02:30 (repeated)"},
    {kEvent,
     kNewYork,
     "2026-10-31T10:00",
     {"tomorrow", "1 am", "3 am"},
     "2026-11-01 01:00 .. 2026-11-01 03:00 (repeated)"},
    {kEvent,
     kNewYork,
     "2026-10-31T10:00",
     {"", "", "", "", "every day at 1:30 am"},
     "2026-11-01 01:30 FREQ=DAILY (repeated)"},
    {kEvent, kBerlin, "2027-02-28T10:00", {"february 29"}, "2028-02-29"},
    {kEvent, kBerlin, "2026-12-31T23:00", {"tomorrow"}, "2027-01-01"},
    {kEvent, kBerlin, "2026-12-31T23:00", {"", "1 am"}, "2027-01-01 01:00 (date)"},
    {kEvent, kBerlin, kMonday, {"31 november"}, "error in date"},
    {kEvent, kBerlin, kMonday, {"tomorrow", "25:00"}, "error in time"},
    {kEvent, kBerlin, kMonday, {"tomorrow", "9:75"}, "error in time"},
};

WhenQuery queryOf(const Phrase& phrase) {
    WhenQuery query;
    query.purpose = phrase.purpose;
    std::vector<std::string> arguments = phrase.arguments;
    arguments.resize(5);
    query.date = arguments[0];
    query.time = arguments[1];
    query.endTime = arguments[2];
    query.duration = arguments[3];
    query.repeat = arguments[4];
    return query;
}

TEST(ResolveWhen, UnderstandsWhatPeopleSay) {
    for (const Phrase& phrase : kPhrases) {
        std::string asked;
        for (const std::string& argument : phrase.arguments) asked += argument + "; ";
        SCOPED_TRACE(asked + "at " + phrase.reference + " in " + phrase.zone);
        const auto zone = Zone::named(phrase.zone);
        const auto reference = parseCivilTime(phrase.reference);
        ASSERT_TRUE(zone.has_value());
        ASSERT_TRUE(reference.has_value());
        EXPECT_EQ(shown(resolveWhen(queryOf(phrase), *reference, *zone, Language::English)), phrase.expected);
    }
}

TEST(ResolveWhen, UnderstandsOtherLanguages) {
    struct Case {
        Language language;
        std::vector<std::string> arguments;
        const char* expected;
    };
    const Case cases[] = {
        {Language::German, {"morgen", "mittag"}, "2026-11-24 12:00"},
        {Language::German, {"übermorgen um halb acht"}, "2026-11-25 19:30 (half-day)"},
        {Language::German,
         {"nächsten Freitag", "von 15 bis 16:30 Uhr"},
         "2026-12-04 15:00 .. 2026-12-04 16:30"},
        {Language::German, {"in zwei Wochen"}, "2026-12-07"},
        {Language::German, {"24.12.", "18 Uhr"}, "2026-12-24 18:00"},
        {Language::German,
         {"", "", "", "", "jeden Mittwoch um 16 Uhr"},
         "2026-11-25 16:00 FREQ=WEEKLY;BYDAY=WE"},
        {Language::German,
         {"morgen", "15 Uhr", "", "anderthalb Stunden"},
         "2026-11-24 15:00 .. 2026-11-24 16:30"},
        {Language::French, {"demain à midi"}, "2026-11-24 12:00"},
        {Language::French, {"lundi prochain à 15h30"}, "2026-11-30 15:30"},
        {Language::French, {"dans deux semaines"}, "2026-12-07"},
        {Language::French,
         {"", "", "", "", "tous les lundis"},
         "2026-11-23 FREQ=WEEKLY;BYDAY=MO (date, time)"},
        {Language::Spanish, {"mañana a las 5 de la tarde"}, "2026-11-24 17:00"},
        {Language::Spanish, {"el próximo viernes"}, "2026-12-04"},
        {Language::Spanish, {"24 de diciembre", "a las 18:00"}, "2026-12-24 18:00"},
        {Language::Chinese, {"明天下午三点"}, "2026-11-24 15:00"},
        {Language::Chinese, {"下周五"}, "2026-12-04"},
        {Language::Chinese, {"", "", "", "", "每周一"}, "2026-11-23 FREQ=WEEKLY;BYDAY=MO (date, time)"},
    };
    const auto zone = Zone::named(kBerlin);
    ASSERT_TRUE(zone.has_value());
    for (const Case& one : cases) {
        const Phrase phrase{kEvent, kBerlin, kMonday, one.arguments, one.expected};
        std::string asked;
        for (const std::string& argument : one.arguments) asked += argument + "; ";
        EXPECT_EQ(shown(resolveWhen(queryOf(phrase), *parseCivilTime(kMonday), *zone, one.language)),
                  one.expected)
            << asked;
    }
}

TEST(ResolveWhen, LengthsAreExactAcrossAChangeOfTheClock) {
    struct Case {
        const char* reference;
        const char* time;
        const char* duration;
        std::int64_t seconds;
    };
    const Case cases[] = {
        {"2026-03-28T10:00", "1:30 am", "1 hour", 3600},   {"2026-03-28T10:00", "1 am", "90 minutes", 5400},
        {"2026-10-24T10:00", "1:30 am", "2 hours", 7200},  {"2026-10-24T10:00", "2 am", "90 minutes", 5400},
        {"2026-07-01T10:00", "11:30 pm", "2 hours", 7200},
    };
    const auto zone = Zone::named(kBerlin);
    ASSERT_TRUE(zone.has_value());
    for (const Case& one : cases) {
        WhenQuery query;
        query.date = "tomorrow";
        query.time = one.time;
        query.duration = one.duration;
        const auto result = resolveWhen(query, *parseCivilTime(one.reference), *zone, Language::English);
        ASSERT_TRUE(result.has_value()) << one.time;
        ASSERT_TRUE(result->endInstant.has_value()) << one.time;
        EXPECT_EQ(*result->endInstant - result->startInstant, one.seconds) << one.time;
    }
}

TEST(ResolveWhen, AnErrorQuotesTheArgumentAndNamesIt) {
    WhenQuery query;
    query.date = "tomorrow";
    query.time = "gibberish";
    const auto result = resolveWhen(query, *parseCivilTime(kMonday), Zone::fixed(0), Language::English);
    ASSERT_FALSE(result.has_value());
    EXPECT_EQ(result.error().where, "time");
    EXPECT_EQ(result.error().code, base::ErrorCode::InvalidInput);
    EXPECT_NE(result.error().message.find("\"gibberish\""), std::string::npos);
}

TEST(ResolveDuration, ReadsLengths) {
    struct Case {
        const char* text;
        double seconds;
    };
    const Case cases[] = {{"90 minutes", 5400},
                          {"an hour", 3600},
                          {"an hour and a half", 5400},
                          {"half an hour", 1800},
                          {"1h 30m", 5400},
                          {"two and a half hours", 9000},
                          {"10 min", 600},
                          {"45 seconds", 45},
                          {"a quarter of an hour", 900},
                          {"3 days", 259200},
                          {"in 10 minutes", 600},
                          {"1.5 hours", 5400},
                          {"5 minutes and 30 seconds", 330}};
    for (const Case& one : cases) {
        const auto seconds = resolveDuration(one.text, Language::English);
        ASSERT_TRUE(seconds.has_value()) << one.text;
        EXPECT_DOUBLE_EQ(*seconds, one.seconds) << one.text;
    }
    EXPECT_FALSE(resolveDuration("soon", Language::English).has_value());
    EXPECT_FALSE(resolveDuration("", Language::English).has_value());
}

TEST(Zone, MapsLocalTimesNearChangesOfTheClock) {
    const auto berlin = Zone::named(kBerlin);
    ASSERT_TRUE(berlin.has_value());
    const Zone::Instant skipped = berlin->toInstant({2026, 3, 29, 2, 30, 0});
    EXPECT_EQ(skipped.kind, Zone::Kind::Skipped);
    EXPECT_EQ(berlin->toLocal(skipped.seconds), (CivilTime{2026, 3, 29, 3, 30, 0}));
    const Zone::Instant repeated = berlin->toInstant({2026, 10, 25, 2, 30, 0});
    EXPECT_EQ(repeated.kind, Zone::Kind::Repeated);
    EXPECT_EQ(berlin->toLocal(repeated.seconds), (CivilTime{2026, 10, 25, 2, 30, 0}));
    EXPECT_EQ(berlin->toLocal(repeated.seconds + 3600), (CivilTime{2026, 10, 25, 2, 30, 0}));
    EXPECT_EQ(berlin->toInstant({2026, 7, 1, 12, 0, 0}).kind, Zone::Kind::Unique);
    EXPECT_FALSE(Zone::named("Nowhere/Land").has_value());
    EXPECT_EQ(Zone::fixed(7200).toInstant({1970, 1, 1, 2, 0, 0}).seconds, 0);
}

TEST(Recurrence, IsWrittenInTheTermsOfICalendar) {
    Recurrence recurrence;
    recurrence.frequency = Frequency::Monthly;
    recurrence.interval = 2;
    recurrence.days = {{5, -1}};
    EXPECT_EQ(recurrence.rule(), "FREQ=MONTHLY;INTERVAL=2;BYDAY=-1FR");
    EXPECT_EQ(Recurrence{}.rule(), "FREQ=DAILY");
}

}  // namespace
}  // namespace hearth::agent
