#include <gmock/gmock.h>

#include <algorithm>

#include "fakes/tool_fixture.h"

namespace hearth::tests {
namespace {

using testing::ElementsAre;

class FindContact : public ToolFixture {
  protected:
    FindContact() {
        write(context_.contactsDir / "a.vcf",
              "BEGIN:VCARD\nFN:Ana Silva\nEMAIL:ana@example.org\nTEL;TYPE=WORK:555 0100\nEND:VCARD\n"
              "BEGIN:VCARD\nFN:Ana Costa\nBDAY:1990-04-12\nEND:VCARD\n");
    }
};

TEST_F(FindContact, GivesTheDetailThatIsAskedFor) {
    EXPECT_EQ(perform("find_contact", {{"contact", "Ana Silva's"}, {"field", "number"}}).text,
              "Ana Silva\nPhone (work): 555 0100");
    EXPECT_EQ(perform("find_contact", {{"contact", "silva"}}).text,
              "Ana Silva\nE-mail: ana@example.org\nPhone (work): 555 0100");
    EXPECT_EQ(perform("find_contact", {{"contact", "costa"}, {"field", "email"}}).text,
              "Ana Costa’s card has no e-mail address.");
    EXPECT_EQ(perform("find_contact", {}).text, "You have 2 contacts:\n• Ana Costa\n• Ana Silva");
}

TEST_F(FindContact, AsksWhichOne) {
    const auto prepared = prepare("find_contact", {{"contact", "ana"}});
    EXPECT_EQ(prepared.question, "Which “ana” do you mean?");
    EXPECT_THAT(prepared.fields.at(0).choices, ElementsAre("Ana Costa", "Ana Silva"));
}

TEST_F(FindContact, SaysWhenThereIsNone) {
    EXPECT_EQ(perform("find_contact", {{"contact", "Bob"}}).text, "There is no “Bob” among your 2 contacts.");
    std::filesystem::remove_all(context_.contactsDir);
    EXPECT_NE(perform("find_contact", {}).text.find("There are no contacts"), std::string::npos);
}

}  // namespace
}  // namespace hearth::tests
