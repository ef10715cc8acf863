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
    clock_.time = start + 30 * kMinute;
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
    ASSERT_TRUE(scheduler.snooze(due[0], 5 * kMinute));
    EXPECT_EQ(scheduler.nextDue(), clock_.time + 5 * kMinute);
    EXPECT_EQ(text(scheduler.fireDue()), "");
    clock_.time += 5 * kMinute;
    EXPECT_EQ(text(scheduler.fireDue()), "Call the bank");
    EXPECT_EQ(text(scheduler.fireDue()), "");
    EXPECT_FALSE(scheduler.snooze(due[0], 0));
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
