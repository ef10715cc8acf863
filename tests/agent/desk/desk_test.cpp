#include "agent/desk.h"

#include "fakes/calendar_fixture.h"

namespace hearth::tests {
namespace {

using agent::Call;
using agent::CivilTime;
using agent::Desk;
using agent::DeskTodo;

class DeskTest : public CalendarFixture {
  protected:
    DeskTest() {
        agent::DeskOptions options;
        options.dataDir = context_.dataDir;
        options.zone = kZone;
        options.clock = &clock_;
        options.show = [this](const std::vector<agent::DueItem>& due) { shown_ += due.size(); };
        desk_ = std::move(*Desk::open(options));
    }

    static constexpr CivilTime kNovember{2026, 11, 1, 0, 0, 0};
    std::vector<agent::DeskEvent> week() { return desk_->events(kNovember, 365).rows; }
    agent::ActionDone carryOut(const Call& call) {
        auto done = desk_->carryOut(call);
        EXPECT_TRUE(done) << done.error().text();
        return done ? *done : agent::ActionDone{};
    }
    // The argument that is wrong.
    std::string wrong(const Call& call) {
        const auto done = desk_->carryOut(call);
        EXPECT_FALSE(done);
        return done ? "" : done.error().where;
    }
    void undo(const agent::ActionDone& done) {
        const auto undone = desk_->undo(done.auditId);
        EXPECT_TRUE(undone) << undone.error().text();
    }
    // The form of an event that is there.
    static Call formOf(const agent::DeskEvent& event) {
        return {"edit_event",
                {{"key", event.key},
                 {"title", event.title},
                 {"start", iso(event.start)},
                 {"end", iso(event.end)},
                 {"location", event.location},
                 {"description", event.description},
                 {"rule", event.rule},
                 {"reminder", event.reminder}}};
    }
    static std::string iso(const CivilTime& time) {
        std::string text = agent::formatCivilTime(time).substr(0, 16);
        text[10] = 'T';
        return text;
    }
    static void set(Call& call, const std::string& name, const std::string& value) {
        for (auto& [key, old] : call.arguments)
            if (key == name) old = value;
    }

    std::unique_ptr<Desk> desk_;
    std::size_t shown_ = 0;
};

TEST_F(DeskTest, AnEventIsAddedChangedDeletedAndEachIsTakenBack) {
    const auto added = carryOut({"edit_event",
                                 {{"title", "Lunch"},
                                  {"start", "2026-11-23T12:00"},
                                  {"end", "2026-11-23T13:30"},
                                  {"location", "Café Sol"},
                                  {"reminder", "900"}}});
    EXPECT_EQ(added.text, "Added “Lunch” for tomorrow 12:00–13:30.");
    EXPECT_EQ(events(), std::vector<std::string>{"Lunch 2026-11-23 12:00-13:30"});
    auto event = week().at(0);
    EXPECT_EQ(event.reminder, "900");

    Call change = formOf(event);
    set(change, "title", "Brunch");
    set(change, "start", "2026-11-24T10:00");
    set(change, "end", "2026-11-24T11:00");
    set(change, "reminder", "");
    const auto changed = carryOut(change);
    event = week().at(0);
    EXPECT_EQ(events(), std::vector<std::string>{"Brunch 2026-11-24 10:00-11:00"});
    EXPECT_EQ(event.reminder, "");
    EXPECT_EQ(event.location, "Café Sol");

    const auto removed = carryOut({"delete_event", {{"key", event.key}}});
    EXPECT_TRUE(events().empty());
    undo(removed);
    EXPECT_EQ(events().size(), 1u);
    undo(changed);
    EXPECT_EQ(events(), std::vector<std::string>{"Lunch 2026-11-23 12:00-13:30"});
    EXPECT_EQ(week().at(0).reminder, "900");
    undo(added);
    EXPECT_TRUE(events().empty());
    EXPECT_FALSE(desk_->undo(added.auditId)) << "only once";
}

TEST_F(DeskTest, WhatDoesNotDifferStaysByteForByte) {
    const auto path = addEvent("1", "Lunch", "20261123T120000", "20261123T133000");
    Call change = formOf(week().at(0));
    set(change, "location", "Café Sol");
    carryOut(change);
    const std::string text = read(path);
    EXPECT_NE(text.find("X-FOREIGN;Y=1:kept\\, as it is\r\n"), std::string::npos);
    EXPECT_NE(text.find("DTSTART;TZID=Europe/Berlin:20261123T120000\r\n"), std::string::npos);
    EXPECT_NE(text.find("LOCATION:Café Sol\r\n"), std::string::npos);
}

TEST_F(DeskTest, OneOfARowOrAllOfIt) {
    addEvent("1", "Stand-up", "20261123T090000", "20261123T091500", "RRULE:FREQ=DAILY;COUNT=3\r\n");
    auto rows = week();
    ASSERT_EQ(rows.size(), 3u);
    EXPECT_TRUE(rows[1].repeats);
    Call one = formOf(rows[1]);
    set(one, "start", "2026-11-24T10:00");
    set(one, "end", "2026-11-24T10:15");
    const auto changed = carryOut(one);
    EXPECT_EQ(events(),
              (std::vector<std::string>{"Stand-up 2026-11-23 09:00-09:15", "Stand-up 2026-11-24 10:00-10:15",
                                        "Stand-up 2026-11-25 09:00-09:15"}));
    EXPECT_TRUE(week().at(1).changed);
    undo(changed);

    Call all = formOf(week().at(1));
    all.arguments.emplace_back("scope", "all of them");
    set(all, "start", "2026-11-24T08:00");
    set(all, "end", "2026-11-24T08:15");
    carryOut(all);
    EXPECT_EQ(events(),
              (std::vector<std::string>{"Stand-up 2026-11-23 08:00-08:15", "Stand-up 2026-11-24 08:00-08:15",
                                        "Stand-up 2026-11-25 08:00-08:15"}));
    carryOut({"delete_event", {{"key", week().at(1).key}, {"scope", "only this one"}}});
    EXPECT_EQ(events().size(), 2u);
    carryOut({"delete_event", {{"key", week().at(0).key}, {"scope", "all of them"}}});
    EXPECT_TRUE(events().empty());
}

TEST_F(DeskTest, FormsSayWhichFieldIsWrong) {
    struct Case {
        Call call;
        const char* field;
    };
    const std::vector<Case> cases = {
        {{"edit_event", {{"start", "2026-11-23T12:00"}}}, "title"},
        {{"edit_event", {{"title", "x"}}}, "start"},
        {{"edit_event", {{"title", "x"}, {"start", "2026-02-30T12:00"}}}, "start"},
        {{"edit_event", {{"title", "x"}, {"start", "2026-11-23T12:00"}, {"end", "2026-11-23T11:00"}}}, "end"},
        {{"edit_event", {{"title", "x"}, {"start", "2026-11-23"}, {"end", "2026-11-22"}}}, "end"},
        {{"edit_event", {{"title", "x"}, {"start", "2026-11-23"}, {"rule", "FREQ=SOMETIMES"}}}, "rule"},
        {{"edit_event", {{"title", "x"}, {"start", "2026-11-23"}, {"reminder", "soon"}}}, "reminder"},
        {{"edit_reminder", {{"title", "x"}, {"start", "2026-11-23"}}}, "start"},
        {{"edit_note", {{"text", "x"}}}, "title"},
        {{"edit_note", {{"title", "x"}, {"path", "/etc/passwd"}}}, "path"},
        {{"set_timer", {{"duration", "purple"}}}, "duration"},
        {{"no_such_tool", {}}, "no_such_tool"},
    };
    for (const auto& [call, field] : cases) EXPECT_EQ(wrong(call), field) << call.tool;
    EXPECT_FALSE(
        desk_->carryOut({"edit_event", {{"key", "gone|1"}, {"title", "x"}, {"start", "2026-11-23"}}}));
    EXPECT_TRUE(events().empty());
}

TEST_F(DeskTest, WholeDaysAndNightsOfTheChangeOfClocks) {
    carryOut({"edit_event", {{"title", "Fair"}, {"start", "2026-11-23"}, {"end", "2026-11-24"}}});
    // Clocks go forward in the night to 28 March 2027.
    carryOut(
        {"edit_event", {{"title", "Night"}, {"start", "2027-03-27T23:00"}, {"end", "2027-03-28T07:00"}}});
    const auto rows = week();
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_TRUE(rows[0].allDay);
    EXPECT_EQ(rows[0].end, (CivilTime{2026, 11, 25, 0, 0, 0}));
    EXPECT_EQ(rows[1].end, (CivilTime{2027, 3, 28, 7, 0, 0}));
    EXPECT_EQ(desk_->events({2027, 3, 28, 0, 0, 0}, 1).rows.size(), 1u) << "it touches the next day";
}

TEST_F(DeskTest, RemindersAlarmsAndTimers) {
    carryOut({"edit_reminder", {{"title", "Call the bank"}, {"start", "2026-11-22T17:00"}}});
    carryOut({"edit_alarm", {{"start", "2026-11-23T07:00"}, {"rule", "FREQ=DAILY"}}});
    carryOut({"set_timer", {{"duration", "10 minutes"}, {"label", "Pasta"}}});
    auto rows = desk_->todos().rows;
    ASSERT_EQ(rows.size(), 3u);
    EXPECT_EQ(rows[0].title, "Pasta");
    EXPECT_EQ(rows[0].kind, DeskTodo::Kind::Timer);
    EXPECT_EQ(rows[0].instant, clock_.time + 600);
    EXPECT_EQ(rows[1].title, "Call the bank");
    EXPECT_EQ(rows[2].kind, DeskTodo::Kind::Alarm);
    EXPECT_TRUE(rows[2].repeats);

    carryOut({"control_timer", {{"action", "pause"}, {"which", rows[0].uid}}});
    clock_.time += 1800;
    rows = desk_->todos().rows;
    EXPECT_EQ(rows[0].state, DeskTodo::State::Paused);
    EXPECT_EQ(rows[0].left, 600);
    EXPECT_EQ(rows[1].state, DeskTodo::State::Due);

    ASSERT_TRUE(desk_->scheduler().fireDue());
    EXPECT_EQ(shown_, 1u);
    ASSERT_TRUE(desk_->scheduler().snooze(rows[1].uid, 300));
    EXPECT_EQ(desk_->todos().rows[1].snoozed, clock_.time + 300);

    const auto done = carryOut({"finish_reminder", {{"key", rows[1].key}, {"title", rows[1].title}}});
    EXPECT_EQ(desk_->todos().rows.size(), 2u);
    undo(done);
    EXPECT_EQ(desk_->todos().rows.size(), 3u);
    const auto cancelled = carryOut({"cancel_alarm", {{"key", rows[2].key}}});
    EXPECT_EQ(desk_->todos().rows.size(), 2u);
    undo(cancelled);
    clock_.time += 3 * 86400;
    rows = desk_->todos().rows;
    ASSERT_EQ(rows.size(), 3u) << "a reminder waits until it is done";
    EXPECT_EQ(rows.back().state, DeskTodo::State::Upcoming);
    EXPECT_EQ(rows.back().when, (CivilTime{2026, 11, 26, 7, 0, 0})) << "of a row the next one";
}

TEST_F(DeskTest, NotesAndListsAreWholeFiles) {
    const auto made = carryOut({"edit_note", {{"title", "Key"}, {"text", "# Key\n\nUnder the mat.\n"}}});
    auto note = desk_->notes().rows.at(0);
    EXPECT_EQ(note.title, "Key");
    EXPECT_EQ(note.text, "# Key\n\nUnder the mat.\n");
    const auto changed = carryOut(
        {"edit_note", {{"path", note.path.string()}, {"title", "Key"}, {"text", "# Key\n\nIn the shed.\n"}}});
    EXPECT_EQ(desk_->notes().rows.at(0).text, "# Key\n\nIn the shed.\n");
    undo(changed);
    EXPECT_EQ(desk_->notes().rows.at(0).text, note.text);
    undo(carryOut({"delete_note", {{"path", note.path.string()}, {"title", "Key"}}}));
    EXPECT_EQ(desk_->notes().rows.size(), 1u);
    undo(made);
    EXPECT_TRUE(desk_->notes().rows.empty());

    carryOut({"edit_list", {{"title", "Shopping"}, {"text", "# Shopping\n\n- [ ] milk\n- [x] bread\n"}}});
    const auto list = desk_->lists().rows.at(0);
    ASSERT_EQ(list.items.size(), 2u);
    EXPECT_TRUE(list.items[1].done);
    EXPECT_EQ(list.items[1].line, 3);
    const auto gone = carryOut({"delete_list", {{"path", list.path.string()}, {"title", "Shopping"}}});
    EXPECT_TRUE(desk_->lists().rows.empty());
    undo(gone);
    EXPECT_EQ(desk_->lists().rows.size(), 1u);
}

TEST_F(DeskTest, TheLogHasEverythingAndDamagedFilesAreNamed) {
    carryOut({"set_timer", {{"duration", "10 minutes"}}});
    const auto added = carryOut({"edit_event", {{"title", "Lunch"}, {"start", "2026-11-23T12:00"}}});
    undo(added);
    const auto log = desk_->log(10, 0);
    ASSERT_TRUE(log);
    ASSERT_EQ(log->rows.size(), 2u);
    EXPECT_EQ(log->rows[0].verb, "Change event");
    EXPECT_TRUE(log->rows[0].entry.undone);
    EXPECT_EQ(log->rows[1].icon, "timer");
    EXPECT_EQ(log->rows[1].entry.summary, "Timer, 10 minutes");
    write(context_.calendarDir / "bad.ics", "x");
    ASSERT_EQ(desk_->events(kNovember, 30).problems.size(), 1u);
}

}  // namespace
}  // namespace hearth::tests
