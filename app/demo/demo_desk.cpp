#include "demo/demo_desk.h"

#include <QDate>
#include <fstream>

#include "agent/desk.h"

namespace hearth::app {
namespace {

// `days` from today, at `time` ("12:00"; empty: the whole day).
std::string at(int days, const char* time) {
    const std::string day = QDate::currentDate().addDays(days).toString(Qt::ISODate).toStdString();
    return *time == '\0' ? day : day + "T" + time;
}

struct DemoEvent {
    int days;
    const char* start;
    const char* end;
    const char* title;
    const char* place;
    const char* rule;
    int lastDay = 0;  // after the first
};

constexpr DemoEvent kEvents[] = {
    {-9, "19:30", "22:00", "Choir", "St. Mary's", "FREQ=WEEKLY"},
    {-6, "10:00", "11:00", "Dentist", "Dr Okafor", ""},
    {-20, "09:00", "09:15", "Stand-up", "", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"},
    {1, "12:00", "13:30", "Lunch with Ana", "Café Central", ""},
    {1, "12:30", "13:00", "Parcel is delivered", "", ""},
    {1, "18:00", "19:00", "Yoga", "Studio Nord", ""},
    {2, "14:00", "15:30", "Review of the plans", "Room 3", ""},
    {4, "", "", "Li's birthday", "", "FREQ=YEARLY"},
    {5, "16:00", "17:00", "Call with the landlord", "", ""},
    {8, "", "", "Visit to Porto", "", "", 3},
};

void addTeamCalendar(const std::filesystem::path& folder) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    const std::string day =
        QDate::currentDate().addDays(3).toString(QStringLiteral("yyyyMMdd")).toStdString();
    std::ofstream(folder / "team.ics", std::ios::binary)
        << "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Another//Program//"
           "EN\r\nBEGIN:VEVENT\r\nUID:team-1\r\n"
           "DTSTAMP:20260101T000000Z\r\nSUMMARY:Quarterly meeting\r\nDTSTART:"
        << day << "T090000\r\nDTEND:" << day
        << "T113000\r\nLOCATION:Town hall\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
}

}  // namespace

void fillDemoDesk(const std::filesystem::path& dataDir) {
    agent::DeskOptions options;
    options.dataDir = dataDir;
    const auto desk = agent::Desk::open(std::move(options));
    if (!desk) return;
    const auto add = [&](agent::Call call) { (void)(*desk)->carryOut(call); };
    for (const DemoEvent& event : kEvents)
        add({"edit_event",
             {{"title", event.title},
              {"start", at(event.days, event.start)},
              {"end", at(event.days + event.lastDay, event.end)},
              {"location", event.place},
              {"rule", event.rule},
              {"reminder", "900"}}});
    addTeamCalendar((*desk)->context().calendarDir / "team");
    add({"set_timer", {{"duration", "8 minutes"}, {"label", "Pasta"}}});
    add({"set_timer", {{"duration", "45 minutes"}, {"label", "Washing machine"}}});
    add({"edit_alarm",
         {{"title", "Wake up"}, {"start", at(1, "06:45")}, {"rule", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"}}});
    add({"edit_reminder", {{"title", "Renew the library books"}, {"start", at(-1, "17:00")}}});
    add({"edit_reminder", {{"title", "Call the bank"}, {"start", at(1, "10:00")}}});
    add({"edit_reminder",
         {{"title", "Water the plants"}, {"start", at(3, "08:00")}, {"rule", "FREQ=WEEKLY"}}});
    add({"edit_note",
         {{"title", "Ideas for the garden"},
          {"text",
           "# Ideas for the garden\n\nA pear against the south wall. Ask Tom about the old bricks.\n"}}});
    add({"edit_note",
         {{"title", "Where the key is"},
          {"text", "# Where the key is\n\nUnder the second flower pot, behind the shed.\n"}}});
    add({"edit_list",
         {{"title", "Shopping"},
          {"text", "# Shopping\n\n- [ ] Milk\n- [ ] Coffee beans\n- [x] Bread\n- [ ] Two lemons\n"}}});
    add({"edit_list",
         {{"title", "Packing for Porto"},
          {"text", "# Packing for Porto\n\n- [x] Passports\n- [ ] Rain jackets\n- [ ] Charger\n"}}});
    // Something that was taken back, for the log.
    const auto wrong =
        (*desk)->carryOut({"edit_event", {{"title", "Lunch with Anna"}, {"start", at(2, "12:00")}}});
    if (wrong) (void)(*desk)->undo(wrong->auditId);
}

}  // namespace hearth::app
