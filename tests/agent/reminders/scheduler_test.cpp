#include "agent/scheduler.h"

#include "fakes/calendar_fixture.h"

namespace hearth::tests {
namespace {

using agent::DueItem;

class SchedulerTest : public CalendarFixture {
  protected:
    static std::string text(const base::Result<std::vector<DueItem>>& due) {
        EXPECT_TRUE(due) << due.error().text();
        std::string out;
        for (const auto& item : *due)
            out += (out.empty() ? "" : ";") + item.title + (item.missed ? " (missed)" : "");
        return out;
    }
    static constexpr int kMinute = 60;
};

TEST_F(SchedulerTest, FiresOnceWhenDue) {
    perform("set_reminder", {{"text", "call the bank"}, {"time", "in 20 minutes"}});
    perform("set_timer", {{"duration", "10 minutes"}, {"label", "pasta"}});
    agent::Scheduler scheduler(context_);
    const auto start = clock_.time;
    EXPECT_EQ(text(scheduler.fireDue()), "");
    EXPECT_EQ(scheduler.nextDue(), start + 10 * kMinute);
    clock_.time = start + 10 * kMinute;
    EXPECT_EQ(text(scheduler.fireDue()), "Pasta");
    EXPECT_EQ(text(scheduler.fireDue()), "");
    EXPECT_EQ(scheduler.nextDue(), start + 20 * kMinute);
    clock_.time = start + 21 * kMinute;
    EXPECT_EQ(text(scheduler.fireDue()), "Call the bank");
    ASSERT_EQ(desktop_.notifications.size(), 2u);
    EXPECT_TRUE(desktop_.notifications[0].urgent);
    EXPECT_EQ(desktop_.notifications[1].title, "Call the bank");
    EXPECT_FALSE(scheduler.nextDue());

    agent::Scheduler after(context_);
    EXPECT_EQ(text(after.fireDue()), "") << "what fired is kept over a restart";
}

TEST_F(SchedulerTest, ShowsWhatWasMissed) {
    perform("set_reminder", {{"text", "call the bank"}, {"time", "in 20 minutes"}});
    perform("set_alarm", {{"time", "7:00"}, {"repeat", "every day"}});
    clock_.time += 3 * 86400;
    agent::Scheduler scheduler(context_);
    EXPECT_EQ(text(scheduler.fireDue()), "Call the bank (missed);Alarm (missed)") << "a row is shown once";
    EXPECT_EQ(desktop_.notifications.at(0).body.substr(0, 7), "Missed:");
    EXPECT_EQ(text(scheduler.fireDue()), "");
}

TEST_F(SchedulerTest, RepeatsAlarms) {
    perform("set_alarm", {{"time", "7:00"}, {"repeat", "every day"}, {"label", "wake up"}});
    agent::Scheduler scheduler(context_);
    int rings = 0;
    for (int hour = 0; hour < 72; ++hour) {
        clock_.time += 3600;
        rings += static_cast<int>(scheduler.fireDue().value().size());
    }
    EXPECT_EQ(rings, 3);
}

TEST_F(SchedulerTest, RemindsOfEvents) {
    addEvent("1", "Lunch", "20261123T120000", "20261123T133000",
             "BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT15M\r\nDESCRIPTION:x\r\nEND:VALARM\r\n");
    addEvent("2", "Old", "20260101T120000", "20260101T133000",
             "BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT15M\r\nDESCRIPTION:x\r\nEND:VALARM\r\n");
    agent::Scheduler scheduler(context_);
    EXPECT_EQ(text(scheduler.fireDue()), "");
    EXPECT_EQ(scheduler.nextDue(), 1795431600 - 15 * kMinute);
    clock_.time = 1795431600 - 15 * kMinute;
    const auto due = scheduler.fireDue().value();
    ASSERT_EQ(due.size(), 1u);
    EXPECT_EQ(due[0].kind, DueItem::Kind::Appointment);
    EXPECT_EQ(due[0].body, "today 12:00–13:30");
}

TEST_F(SchedulerTest, SnoozesAndCancels) {
    perform("set_reminder", {{"text", "call the bank"}, {"time", "in 20 minutes"}});
    agent::Scheduler scheduler(context_);
    clock_.time += 20 * kMinute;
    const auto due = scheduler.fireDue().value();
    ASSERT_EQ(due.size(), 1u);
    ASSERT_TRUE(scheduler.snooze(due[0].id, 5 * kMinute));
    EXPECT_EQ(scheduler.nextDue(), clock_.time + 5 * kMinute);
    EXPECT_EQ(text(scheduler.fireDue()), "");
    clock_.time += 5 * kMinute;
    EXPECT_EQ(text(scheduler.fireDue()), "Call the bank");
    EXPECT_EQ(text(scheduler.fireDue()), "");
    EXPECT_FALSE(scheduler.snooze(due[0].id, 0));
}

TEST_F(SchedulerTest, OfTwoProgramsOneRings) {
    perform("set_reminder", {{"text", "call the bank"}, {"time", "in 20 minutes"}});
    agent::Scheduler window(context_);
    agent::Scheduler background(context_);
    EXPECT_EQ(text(window.fireDue()) + text(background.fireDue()), "");
    clock_.time += 20 * kMinute;
    EXPECT_EQ(text(background.fireDue()), "Call the bank");
    EXPECT_EQ(text(window.fireDue()), "");
    const std::string id = filesIn(context_.remindersDir).at(0).stem().string();
    ASSERT_TRUE(window.snooze(id, 5 * kMinute));
    EXPECT_EQ(background.nextDue(), clock_.time + 5 * kMinute);
    EXPECT_EQ(background.snoozed().at(id), clock_.time + 5 * kMinute);
    clock_.time += 5 * kMinute;
    EXPECT_EQ(text(window.fireDue()), "Call the bank");
    EXPECT_EQ(text(background.fireDue()), "");
}

TEST_F(SchedulerTest, OfARowThatWasPutOffTheLastRings) {
    perform("set_alarm", {{"time", "7:00"}, {"repeat", "every day"}, {"label", "wake up"}});
    agent::Scheduler scheduler(context_);
    clock_.time += 3 * 86400;
    const auto due = scheduler.fireDue().value();
    ASSERT_EQ(due.size(), 1u);
    ASSERT_TRUE(scheduler.snooze(due[0].id, 10 * kMinute));
    clock_.time += 10 * kMinute;
    const auto again = scheduler.fireDue().value();
    ASSERT_EQ(again.size(), 1u);
    EXPECT_EQ(again[0].due, due[0].due);
    EXPECT_FALSE(again[0].missed) << "it rings when it was put off to";
}

TEST_F(SchedulerTest, AlarmsKeepTheirHourOverTheChangeOfClocks) {
    // 24 March 2027; clocks go forward on the 28th.
    clock_.time = 1805875200;
    perform("set_alarm", {{"time", "7:00"}, {"repeat", "every day"}});
    agent::Scheduler scheduler(context_);
    std::vector<std::int64_t> gaps;
    std::int64_t last = 0;
    for (int day = 0; day < 7; ++day) {
        const auto next = scheduler.nextDue();
        ASSERT_TRUE(next);
        clock_.time = *next;
        ASSERT_EQ(scheduler.fireDue().value().size(), 1u);
        if (last != 0) gaps.push_back((*next - last) / 3600);
        last = *next;
    }
    EXPECT_EQ(std::count(gaps.begin(), gaps.end(), 23), 1);
    EXPECT_EQ(std::count(gaps.begin(), gaps.end(), 24), 5);
}

TEST_F(SchedulerTest, TheCallerMayShow) {
    perform("set_reminder", {{"text", "call the bank"}, {"time", "in 20 minutes"}});
    perform("set_reminder", {{"text", "post the letter"}, {"time", "in 30 minutes"}});
    std::vector<std::size_t> shown;
    agent::Scheduler scheduler(context_,
                               [&](const std::vector<DueItem>& due) { shown.push_back(due.size()); });
    clock_.time += 3600;
    EXPECT_EQ(text(scheduler.fireDue()), "Call the bank (missed);Post the letter (missed)");
    EXPECT_EQ(shown, std::vector<std::size_t>{2});
    EXPECT_TRUE(desktop_.notifications.empty());
}

TEST_F(SchedulerTest, ADamagedStateIsSaidAndSurvived) {
    write(context_.dataDir / "fired.json", "{broken");
    perform("set_reminder", {{"text", "call the bank"}, {"time", "in 20 minutes"}});
    write(context_.remindersDir / "bad.ics", "x");
    agent::Scheduler scheduler(context_);
    clock_.time += 20 * kMinute;
    EXPECT_EQ(text(scheduler.fireDue()), "Call the bank");
    ASSERT_EQ(scheduler.problems().size(), 1u);
    EXPECT_EQ(scheduler.problems()[0].substr(0, 8), "bad.ics:");
}

}  // namespace
}  // namespace hearth::tests
