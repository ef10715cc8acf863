#include "models/library_rows.h"

#include <gtest/gtest.h>

namespace hearth::app {
namespace {

TEST(LibraryRows, SayWhereAPassageStands) {
    const auto at = [](std::uint32_t page, std::uint32_t first, std::uint32_t last, const char* sheet = "",
                       const char* cell = "", const char* part = "") {
        rag::Location location;
        location.page = page;
        location.firstLine = first;
        location.lastLine = last;
        location.sheet = sheet;
        location.cell = cell;
        location.part = part;
        return location;
    };
    const std::vector<std::pair<rag::Location, const char*>> cases = {
        {at(0, 0, 0), ""},
        {at(3, 0, 0), "page 3"},
        {at(0, 4, 4), "line 4"},
        {at(0, 4, 9), "lines 4–9"},
        {at(2, 4, 4), "page 2"},
        {at(0, 2, 2, "Bills", "B7"), "sheet Bills, B7"},
        {at(0, 0, 0, "", "", "chapter.xhtml"), "chapter.xhtml"}};
    for (const auto& [location, words] : cases) EXPECT_EQ(placeWords(location).toStdString(), words);
}

TEST(LibraryRows, MarkedTextIsSafeAndKeptAroundTheFirstWord) {
    EXPECT_EQ(markedText("a <b> & the well", "well"), "a &lt;b&gt; &amp; the <b>well</b>");
    EXPECT_EQ(markedText("one\ntwo", ""), "one<br>two");
    std::string longText;
    for (int i = 0; i < 200; ++i) longText += "filler ";
    longText += "the well was dug. ";
    for (int i = 0; i < 200; ++i) longText += "filler ";
    const QString shown = markedText(longText, "well", 120);
    EXPECT_TRUE(shown.startsWith("… filler"));
    EXPECT_TRUE(shown.endsWith(" …"));
    EXPECT_TRUE(shown.contains("<b>well</b>"));
    EXPECT_LT(shown.size(), 150);
    std::string accents;
    for (int i = 0; i < 300; ++i) accents += "ä";
    EXPECT_FALSE(markedText(accents, "", 121).contains(QChar(0xfffd))) << "cut inside a character";
}

TEST(LibraryRows, AFolderSaysHowItStands) {
    FolderState folder;
    folder.folder.path = "/data/papers";
    folder.folder.rules.exclude = {"*.log", "old"};
    folder.phase = FolderPhase::Reading;
    folder.found = 40;
    folder.done = 10;
    folder.current = "/data/papers/a/report.pdf";
    folder.counts.skipped = 2;
    const QVariantMap row = folderRow(folder);
    EXPECT_EQ(row.value("name"), "papers");
    EXPECT_EQ(row.value("place"), "/data");
    EXPECT_EQ(row.value("phase"), "reading");
    EXPECT_DOUBLE_EQ(row.value("share").toDouble(), 0.25);
    EXPECT_EQ(row.value("activity"), "10 of 40 · report.pdf");
    EXPECT_EQ(row.value("exclude"), "*.log\nold");
    for (const QString& role : folderRoles()) EXPECT_TRUE(row.contains(role)) << role.toStdString();
    folder.phase = FolderPhase::Missing;
    EXPECT_EQ(folderRow(folder).value("activity"), "");
}

}  // namespace
}  // namespace hearth::app
