// Cards and outcomes in the user's language: requests stay English, what is kept stays the same.
#include "agent/phrases.h"

#include <gmock/gmock.h>

#include "fakes/calendar_fixture.h"

namespace hearth::tests {
namespace {

using agent::Field;
using testing::ElementsAre;
using Strings = std::vector<std::string>;

class ToolLanguages : public CalendarFixture {
  protected:
    void speak(const char* language) { context_.phrases = agent::Phrases::of(language); }
    static const Field& field(const agent::Prepared& card, const std::string& name) {
        for (const Field& one : card.fields)
            if (one.name == name) return one;
        throw std::runtime_error("no field " + name);
    }
    const Arguments lunch_{{"title", "lunch with Ana"}, {"date", "tomorrow"}, {"time", "noon"}};
};

TEST_F(ToolLanguages, ShowTheEventInGerman) {
    speak("de");
    perform("create_event", lunch_);
    const auto card = prepare("create_event", lunch_);
    EXPECT_EQ(card.summary, "Lunch with Ana, morgen 12:00–13:00");
    EXPECT_EQ(field(card, "date").label, "Tag");
    EXPECT_EQ(field(card, "date").value, "2026-11-23");
    EXPECT_EQ(field(card, "date").display, "morgen, Montag, 23. November");
    EXPECT_EQ(field(card, "reminder").value, "15 minutes before");
    EXPECT_EQ(field(card, "reminder").display, "15 Minuten vorher");
    EXPECT_THAT(card.warnings, ElementsAre("Überschneidet sich mit „Lunch with Ana“, 12:00–13:00"));
    EXPECT_EQ(perform("create_event", lunch_).text, "„Lunch with Ana“ eingetragen: morgen 12:00–13:00.");
}

TEST_F(ToolLanguages, ShowTheEventInChinese) {
    speak("zh_CN");
    const auto card = prepare("create_event", lunch_);
    EXPECT_EQ(card.summary, "Lunch with Ana，明天 12:00–13:00");
    EXPECT_EQ(field(card, "date").display, "明天，11月23日星期一");
    EXPECT_EQ(perform("create_event", lunch_).text, "已添加“Lunch with Ana”：明天 12:00–13:00。");
}

TEST_F(ToolLanguages, TakeBackWhatACardShows) {
    for (const char* language : {"en", "de", "zh_CN"}) {
        speak(language);
        for (const char* duration : {"90 minutes", "an hour and a half"}) {
            Arguments said = lunch_;
            said.emplace_back("duration", duration);
            said.emplace_back("repeat", "every monday");
            const auto card = prepare("create_event", said);
            Arguments shown;
            for (const Field& one : card.fields)
                if (!one.label.empty()) shown.emplace_back(one.name, one.value);
            const auto outcome = perform("create_event", shown);
            EXPECT_EQ(events().at(0), "Lunch with Ana 2026-11-23 12:00-13:30") << outcome.text;
            EXPECT_EQ(events().at(1), "Lunch with Ana 2026-11-30 12:00-13:30") << outcome.text;
            ASSERT_TRUE(tool("create_event").undo(outcome.undo));
        }
    }
}

TEST_F(ToolLanguages, UnderstandWhatIsTypedIntoACard) {
    speak("de");
    const auto card =
        prepare("create_event", {{"title", "Essen"}, {"date", "übermorgen"}, {"time", "15 Uhr"}});
    EXPECT_EQ(card.question, "");
    EXPECT_EQ(field(card, "date").value, "2026-11-24");
    EXPECT_EQ(field(card, "time").value, "15:00");
    EXPECT_EQ(prepare("set_timer", {{"duration", "8 Minuten"}}).summary, "Timer, 8 Minuten");
    EXPECT_EQ(
        prepare("create_event", {{"title", "x"}, {"date", "blah"}}).question,
        "„blah“ verstehe ich nicht als Zeit; sag etwa „morgen“, „nächsten Freitag um 15 Uhr“ oder „in zwei "
        "Wochen“");
    EXPECT_EQ(prepare("create_event", {{"title", "x"}, {"date", "february 30"}}).question,
              "„february 30“ ist kein Tag im Kalender");
}

TEST_F(ToolLanguages, KeepTheIdsOfChoices) {
    speak("de");
    perform("create_event",
            {{"title", "Yoga"}, {"date", "tomorrow"}, {"time", "18:00"}, {"repeat", "every week"}});
    const auto card = prepare("delete_event", {{"title", "yoga"}});
    EXPECT_EQ(card.question, "„Yoga“ wiederholt sich. Meinst du nur den Termin morgen, oder alle?");
    EXPECT_THAT(field(card, "scope").choices, ElementsAre("only this one", "all of them"));
    EXPECT_THAT(field(card, "scope").labels, ElementsAre("nur dieser", "alle"));
    for (const char* answer : {"all of them", "alle"})
        EXPECT_EQ(value(prepare("delete_event", {{"title", "yoga"}, {"scope", answer}}), "scope"),
                  "all of them");
    EXPECT_EQ(perform("delete_event", {{"title", "yoga"}, {"scope", "alle"}}).text,
              "Aus dem Kalender genommen: Yoga, morgen 18:00–19:00 und alle Wiederholungen.");
}

TEST_F(ToolLanguages, TellAndAsk) {
    speak("de");
    EXPECT_EQ(prepare("set_reminder", {{"text", "call the bank"}}).question, "Wann soll ich dich erinnern?");
    EXPECT_EQ(perform("set_reminder", {{"text", "call the bank"}, {"date", "tomorrow"}, {"time", "10"}}).text,
              "Ich erinnere dich morgen 10:00: „Call the bank“.");
    EXPECT_EQ(perform("list_reminders", {}).text, "Du hast 1 Erinnerung:\n• morgen 10:00  Call the bank");
    EXPECT_EQ(perform("add_list_item", {{"item", "milk, eggs and bread"}}).text,
              "„Milk“, „Eggs“ und „Bread“ auf die neue Liste „To-do“ gesetzt.");
    EXPECT_EQ(perform("calculate", {{"expression", "1000 * 1.5"}}).text, "1.000 × 1,5 = 1.500.");
    EXPECT_EQ(perform("convert", {{"from", "5 miles"}, {"to", "km"}}).text, "5 Meilen = 8,04672 Kilometer.");
    EXPECT_EQ(perform("get_datetime", {{"what", "date"}}).text, "Heute ist Sonntag, 22. November 2026.");
    const auto divided = tool("calculate").run(prepare("calculate", {{"expression", "1 / 0"}}).fields, {});
    ASSERT_FALSE(divided);
    EXPECT_EQ(divided.error().message, "Das teilt durch null, und darauf gibt es keine Antwort.");
    const auto light = tool("turn_on").prepare({"turn_on", {}});
    ASSERT_FALSE(light);
    EXPECT_THAT(light.error().message, testing::StartsWith("Geräte deines Zuhauses"));
}

}  // namespace
}  // namespace hearth::tests
