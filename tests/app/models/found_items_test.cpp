#include "models/found_items.h"

#include <gtest/gtest.h>

namespace hearth::app {
namespace {

QString field(const QVariantList& rows, int row, const char* name) {
    return rows.at(row).toMap().value(QLatin1String(name)).toString();
}

TEST(FoundItems, EventsAreRows) {
    const std::string text =
        "You have 2 events tomorrow:\n• 12:00–13:00  Lunch, Café\n• 15:00–15:30  Call\nNote.";
    const auto rows = foundItems(text, R"([{"title":"Lunch","when":"tomorrow 12:00–13:00","location":"Café"},
                                           {"title":"Call","when":"tomorrow 15:00–15:30","location":""}])");
    ASSERT_EQ(rows.size(), 2);
    EXPECT_EQ(field(rows, 0, "title"), "Lunch");
    EXPECT_EQ(field(rows, 0, "detail"), "tomorrow 12:00–13:00 · Café");
    EXPECT_EQ(field(rows, 1, "detail"), "tomorrow 15:00–15:30");
    EXPECT_EQ(withoutItems(text), "You have 2 events tomorrow:\nNote.");
}

TEST(FoundItems, FilesHaveTheirPlaceAndALink) {
    const auto rows =
        foundItems("Found 1 file:\n• ~/a.pdf (1 kB)",
                   R"([{"title":"a.pdf","path":"/home/me/a.pdf","size":2048,"modified":1763800000}])");
    ASSERT_EQ(rows.size(), 1);
    EXPECT_EQ(field(rows, 0, "link"), "/home/me/a.pdf");
    EXPECT_TRUE(field(rows, 0, "detail").startsWith("/home/me · 2"))
        << field(rows, 0, "detail").toStdString();
}

TEST(FoundItems, WhatIsNotAListStaysASentence) {
    EXPECT_TRUE(foundItems("12 × 12 = 144.", R"([{"sum":"12","result":"144"}])").isEmpty());
    EXPECT_TRUE(foundItems("You have:\n• a", "not JSON").isEmpty());
    EXPECT_TRUE(foundItems("You have:\n• a", R"([{"part":"noun"}])").isEmpty());
    EXPECT_EQ(foundItems("You have 2:\n• a\n… and 1 more.", R"([{"title":"a"},{"title":"b"}])").size(), 1);
}

}  // namespace
}  // namespace hearth::app
