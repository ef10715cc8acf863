// What is found in sentences, where, and that nothing that people type can harm the finder.
#include <gtest/gtest.h>

#include <random>
#include <sstream>

#include "agent/datetime.h"
#include "datetime/grammar.h"
#include "datetime/rules.h"

namespace hearth::agent {
namespace {

const CivilTime kReference{2026, 11, 23, 10, 0, 0};
constexpr Language kLanguages[] = {Language::English, Language::German, Language::French, Language::Spanish,
                                   Language::Chinese};

TEST(FindTimes, CountsCharactersAndBytes) {
    const std::string text = "Café ☕ with Ana tomorrow at noon";
    const auto found = findTimes(text, kReference, Language::English);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].text, "tomorrow at noon");
    EXPECT_EQ(found[0].offset, 16u);
    EXPECT_EQ(text.substr(found[0].begin, found[0].end - found[0].begin), "tomorrow at noon");
    ASSERT_NE(found[0].future(kReference), nullptr);
    EXPECT_EQ(*found[0].future(kReference)->start, (CivilTime{2026, 11, 24, 12, 0, 0}));
}

TEST(FindTimes, LeavesNumbersAndSayingsAlone) {
    for (const char* text : {"Call 555-1234 about order A12-7", "It costs $20.50 or 15% more", "you may go",
                             "good morning, how are you?", "version 3.14.2", "there are two to four people",
                             "the second try", "", "   "}) {
        EXPECT_TRUE(findTimes(text, kReference, Language::English).empty()) << text;
    }
}

TEST(FindTimes, ChosesTheReadingAfterTheReference) {
    const auto found = findTimes("dinner on friday at 7", kReference, Language::English);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].readings.size(), 4u);
    EXPECT_EQ(*found[0].future(kReference)->start, (CivilTime{2026, 11, 27, 7, 0, 0}));
}

TEST(FindTimes, SurvivesAnyBytes) {
    std::mt19937 random(7);
    const std::string pieces[] = {
        "monday", "3",    ":",  "30", " ", "-",    "/",   "may", "\xC3",        "\xE6\x9C\x88", "p", ".", "m",
        "every",  "\xFF", "十", "两", "'", "next", "und", "de",  "99999999999", "\n",           "(", "to"};
    for (int round = 0; round < 400; ++round) {
        std::string text;
        const int length = static_cast<int>(random() % 60);
        for (int i = 0; i < length; ++i) {
            if (round % 2 == 0) {
                text += static_cast<char>(random() % 256);
            } else {
                text += pieces[random() % std::size(pieces)];
            }
        }
        for (const Language language : kLanguages) {
            std::size_t end = 0;
            for (const TimeEntity& entity : findTimes(text, kReference, language)) {
                EXPECT_LE(end, entity.begin);
                EXPECT_LT(entity.begin, entity.end);
                EXPECT_LE(entity.end, text.size());
                end = entity.end;
            }
            WhenQuery query;
            query.date = text;
            (void)resolveWhen(query, kReference, Zone::fixed(0), language);
        }
    }
}

TEST(FindTimes, StaysInTheCalendarAtItsEnds) {
    for (const CivilTime reference :
         {CivilTime{1, 1, 1, 0, 0, 0}, CivilTime{100, 1, 1, 0, 0, 0}, CivilTime{9900, 12, 31, 0, 0, 0},
          CivilTime{9999, 12, 31, 23, 59, 59}}) {
        for (const char* text : {"last century", "next 400 years", "999999 years ago", "in 99999 months",
                                 "monday", "february 29", "next decade", "every 99999 days", "easter",
                                 "friday 31", "the 31st", "last easter", "may", "in 99999 centuries"}) {
            for (const TimeEntity& entity : findTimes(text, reference, Language::English)) {
                EXPECT_FALSE(entity.text.empty());
            }
        }
    }
}

// The work for each word is bounded, so twice the text is twice the work; a text of this size
// would not end in an hour if it were squared.
TEST(FindTimes, ReadsLongTexts) {
    std::string text;
    while (text.size() < 60000) text += "from monday 3 to 4 and tuesday 5 to 6 or every 2 days ";
    EXPECT_GT(findTimes(text, kReference, Language::English).size(), 1000u);
    EXPECT_TRUE(findTimes(std::string(300000, 'x'), kReference, Language::German).empty());
    EXPECT_TRUE(findTimes(std::string(300000, '9'), kReference, Language::English).empty());
}

TEST(Grammars, UseNoCategoryThatNothingMakes) {
    EXPECT_EQ(datetime::englishGrammar().unmadeCategories(), std::vector<std::string>{});
    EXPECT_EQ(datetime::germanGrammar().unmadeCategories(), std::vector<std::string>{});
    EXPECT_EQ(datetime::frenchGrammar().unmadeCategories(), std::vector<std::string>{});
    EXPECT_EQ(datetime::spanishGrammar().unmadeCategories(), std::vector<std::string>{});
    EXPECT_EQ(datetime::chineseGrammar().unmadeCategories(), std::vector<std::string>{});
}

TEST(RunDates, AnswersLineByLineAndNamesBadLines) {
    std::istringstream in(
        "{\"text\":\"lunch tomorrow\",\"reference\":\"2026-11-23T10:00:00\"}\n"
        "not json\n"
        "{\"reference\":null}\n"
        "\n"
        "{\"text\":\"from monday to friday\",\"reference\":\"2026-11-21T10:00:00\"}\n"
        "{\"text\":\"x\",\"reference\":\"yesterday\"}\n");
    std::ostringstream out;
    std::ostringstream err;
    EXPECT_EQ(runDates(in, out, err, "en"), 2);
    EXPECT_NE(
        out.str().find(R"({"entities":[{"text":"tomorrow","offset":6,"type":"date","value":"2026-11-24"}]})"),
        std::string::npos)
        << out.str();
    EXPECT_NE(out.str().find(R"("start":"2026-11-23","end":"2026-11-27")"), std::string::npos) << out.str();
    for (const char* number : {"line 2:", "line 3:", "line 6:"}) {
        EXPECT_NE(err.str().find(number), std::string::npos) << err.str();
    }
    std::istringstream none("{}");
    EXPECT_EQ(runDates(none, out, err, "xx"), 2);
}

TEST(LanguageFromTag, ReadsLocales) {
    EXPECT_EQ(languageFromTag("en_US.UTF-8"), Language::English);
    EXPECT_EQ(languageFromTag("de-AT"), Language::German);
    EXPECT_EQ(languageFromTag("zh"), Language::Chinese);
    EXPECT_EQ(languageFromTag("tlh"), std::nullopt);
}

}  // namespace
}  // namespace hearth::agent
