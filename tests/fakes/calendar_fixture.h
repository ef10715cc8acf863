// A tool test with helpers for the calendar folder.
#pragma once

#include "calendar/calendar_folder.h"
#include "fakes/tool_fixture.h"

namespace hearth::tests {

class CalendarFixture : public ToolFixture {
  protected:
    static constexpr const char* kZone = "Europe/Berlin";

    // Adds an event at local times, given as "20261123T120000", with more lines ("RRULE:…\r\n").
    std::filesystem::path addEvent(const std::string& uid, const std::string& title, const std::string& start,
                                   const std::string& end, const std::string& lines = {}) {
        const auto path = context_.calendarDir / (uid + ".ics");
        write(path, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:" + uid + "\r\nSUMMARY:" + title +
                        "\r\nDTSTART;TZID=Europe/Berlin:" + start + "\r\nDTEND;TZID=Europe/Berlin:" + end +
                        "\r\n" + lines + "X-FOREIGN;Y=1:kept\\, as it is\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
        return path;
    }

    // What the folder holds in the year from 1 November 2026: "Lunch 2026-11-23 12:00-13:30".
    std::vector<std::string> events(const std::filesystem::path& dir) {
        using namespace agent::calendar;
        const CalendarFolder folder(dir, kZone);
        std::vector<std::string> out;
        for (const auto& o : folder.occurrences(instantOf({2026, 11, 1, 0, 0, 0}, kZone),
                                                instantOf({2027, 11, 1, 0, 0, 0}, kZone))) {
            const auto start = localOf(o.start, kZone);
            const auto end = localOf(o.end, kZone);
            char text[80];
            std::snprintf(text, sizeof text, " %04d-%02d-%02d %02d:%02d-%02d:%02d", start.year, start.month,
                          start.day, start.hour, start.minute, end.hour, end.minute);
            out.push_back(o.item->title + text);
        }
        return out;
    }
    std::vector<std::string> events() { return events(context_.calendarDir); }
};

}  // namespace hearth::tests
