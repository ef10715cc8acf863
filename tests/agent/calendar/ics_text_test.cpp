#include "calendar/ics_text.h"

#include <gtest/gtest.h>

namespace hearth::tests {
namespace {

using agent::calendar::folded;
using agent::calendar::IcsText;

const std::string kFile =
    "BEGIN:VCALENDAR\r\nX-ODD;A=\"b:c\":v,\\,w\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY;X=\"a:b\":lo\r\n ng\r\n"
    "BEGIN:VALARM\r\nSUMMARY:inner\r\nEND:VALARM\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

TEST(IcsText, ReadsDirectPropertiesUnfolded) {
    const IcsText text(kFile);
    ASSERT_EQ(text.blocks("VEVENT").size(), 1u);
    const auto block = text.blocks("VEVENT")[0];
    EXPECT_EQ(text.value(block, "SUMMARY"), "long");
    EXPECT_EQ(text.value(block, "UID"), "1");
    EXPECT_EQ(text.value(block, "LOCATION"), "");
    EXPECT_EQ(text.blocks("VALARM").size(), 1u);
    EXPECT_EQ(text.blocks("VTODO").size(), 0u);
}

TEST(IcsText, ChangesOneLineAndKeepsTheRest) {
    IcsText text(kFile);
    EXPECT_EQ(text.text(), kFile);
    auto block = text.blocks("VEVENT")[0];
    text.set(block, "SUMMARY", "SUMMARY:new\r\n");
    text.set(block, "LOCATION", "LOCATION:here\r\n");
    text.set(block, "UID", "");
    EXPECT_EQ(text.text(),
              "BEGIN:VCALENDAR\r\nX-ODD;A=\"b:c\":v,\\,w\r\nBEGIN:VEVENT\r\nSUMMARY:new\r\nLOCATION:here\r\n"
              "BEGIN:VALARM\r\nSUMMARY:inner\r\nEND:VALARM\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
    EXPECT_EQ(text.text(block).substr(text.text(block).size() - 12), "END:VEVENT\r\n");
}

TEST(IcsText, KeepsLineEndsOfTheFile) {
    IcsText text("BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VEVENT\nEND:VCALENDAR");
    auto block = text.blocks("VEVENT")[0];
    text.add(block, "UID:1\r\n");
    EXPECT_EQ(text.text(), "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nEND:VEVENT\nEND:VCALENDAR\n");
}

TEST(IcsText, TakesAnyBytes) {
    for (const std::string bytes :
         {"", "\n", " x", "BEGIN", "BEGIN:", "END:VEVENT", "\r\r\n", "BEGIN:VEVENT\r\nUID", ":\n;\n"}) {
        const IcsText text(bytes);
        EXPECT_TRUE(text.blocks("VEVENT").empty()) << bytes;
    }
}

TEST(Folded, CutsBetweenCharacters) {
    EXPECT_EQ(folded("A:b"), "A:b\r\n");
    EXPECT_EQ(folded(std::string(75, 'x')), std::string(75, 'x') + "\r\n");
    EXPECT_EQ(folded(std::string(74, 'x') + "ü"), std::string(74, 'x') + "\r\n ü\r\n");
}

}  // namespace
}  // namespace hearth::tests
