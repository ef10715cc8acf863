#include <gtest/gtest.h>

#include <chrono>

#include "rag/retriever.h"

namespace hearth::rag {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;
using std::chrono::year_month_day;

std::int64_t at(int y, unsigned m, unsigned d) {
    const std::chrono::sys_days days = year_month_day(year(y), month(m), day(d));
    return std::chrono::duration_cast<std::chrono::seconds>(days.time_since_epoch()).count();
}

TEST(ReadQuestion, TellsItsKind) {
    struct Case {
        const char* question;
        QuestionKind kind;
    };
    const Case cases[] = {
        {"What is this folder about?", QuestionKind::Overview},
        {"summarize the report", QuestionKind::Overview},
        {"Give me an overview", QuestionKind::Overview},
        {"what's the document about", QuestionKind::Overview},
        {"How many people came?", QuestionKind::Number},
        {"what was the total revenue", QuestionKind::Number},
        {"Who signed the contract?", QuestionKind::Passage},
        {"", QuestionKind::Passage},
    };
    for (const Case& c : cases) EXPECT_EQ(readQuestion(c.question, 0).kind, c.kind) << c.question;
}

TEST(ReadQuestion, FindsTheTimeItNames) {
    const std::int64_t now = at(2026, 11, 22) + 3600 * 15;  // a Sunday
    struct Case {
        const char* question;
        std::int64_t from, until;
    };
    const Case cases[] = {
        {"the contract from last March", at(2026, 3, 1), at(2026, 4, 1)},
        {"the letter from December", at(2025, 12, 1), at(2026, 1, 1)},
        {"notes from March 2021", at(2021, 3, 1), at(2021, 4, 1)},
        {"mails since September", at(2026, 9, 1), 0},
        {"the invoice from 2019", at(2019, 1, 1), at(2020, 1, 1)},
        {"what did I write yesterday", at(2026, 11, 21), at(2026, 11, 22)},
        {"the minutes of last week", at(2026, 11, 9), at(2026, 11, 16)},
        {"reports this month", at(2026, 11, 1), at(2026, 12, 1)},
        {"tax return of last year", at(2025, 1, 1), at(2026, 1, 1)},
        {"what happened in March 1865", 0, 0},
        {"how does the march of progress go", 0, 0},
        {"who may sign", 0, 0},
        {"room 2019", 0, 0},
    };
    for (const Case& c : cases) {
        const QuestionHints hints = readQuestion(c.question, now);
        EXPECT_EQ(hints.from, c.from) << c.question;
        EXPECT_EQ(hints.until, c.until) << c.question;
    }
}

TEST(ReadQuestion, FindsTheFolderItNames) {
    const std::pair<const char*, const char*> cases[] = {
        {"the invoice in the tax folder", "tax"},
        {"What did I write in my Tax 2023 folder?", "tax 2023"},
        {"letters from the folder called Home", "home"},
        {"what is in this folder", ""},
        {"folder", ""},
        {"who made the folder", ""},
        {"in which of the many different sorts of folder", ""},
    };
    for (const auto& [question, folder] : cases)
        EXPECT_EQ(readQuestion(question, 0).folder, folder) << question;
}

}  // namespace
}  // namespace hearth::rag
