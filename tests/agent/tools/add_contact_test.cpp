#include <algorithm>

#include "contacts/contact_folder.h"
#include "fakes/tool_fixture.h"

namespace hearth::tests {
namespace {

class AddContact : public ToolFixture {
  protected:
    std::string problem(const Arguments& arguments) {
        const auto prepared = tool("add_contact").prepare({"add_contact", arguments});
        return prepared ? "" : prepared.error().message;
    }
};

TEST_F(AddContact, WritesACardAndUndoRemovesIt) {
    const auto outcome = perform("add_contact", {{"contact", "ana silva"}, {"number", "555 0100"}});
    EXPECT_EQ(outcome.text, "Saved the contact Ana Silva.");
    const auto contacts = agent::readContacts(context_.contactsDir);
    ASSERT_EQ(contacts.size(), 1u);
    EXPECT_EQ(contacts[0].name, "Ana Silva");
    EXPECT_EQ(contacts[0].numbers.at(0).value, "555 0100");
    ASSERT_TRUE(tool("add_contact").undo(outcome.undo));
    EXPECT_TRUE(filesIn(context_.contactsDir).empty());
}

TEST_F(AddContact, AddsToTheCardThatIsThere) {
    const auto path = context_.contactsDir / "a.vcf";
    const std::string before = "BEGIN:VCARD\r\nFN:Ana Silva\r\nX-ODD;a=b:kept\r\nEND:VCARD\r\n";
    write(path, before);
    const auto outcome = perform("add_contact", {{"contact", "Ana Silva"}, {"email", "ana@example.org"}});
    EXPECT_EQ(read(path),
              "BEGIN:VCARD\r\nFN:Ana Silva\r\nX-ODD;a=b:kept\r\nEMAIL:ana@example.org\r\nEND:VCARD\r\n");
    ASSERT_TRUE(tool("add_contact").undo(outcome.undo));
    EXPECT_EQ(read(path), before);
}

TEST_F(AddContact, AsksOrSaysWhatIsWrong) {
    EXPECT_EQ(prepare("add_contact", {}).question, "What is the person's name?");
    const auto noName = prepare("add_contact", {{"contact", "tom@example.org"}});
    EXPECT_EQ(noName.questionField, "contact");
    EXPECT_EQ(value(noName, "email"), "tom@example.org");
    EXPECT_NE(problem({{"contact", "Tom"}, {"email", "tom"}}).find("no e-mail address"), std::string::npos);
    EXPECT_NE(problem({{"contact", "Tom"}, {"number", "call me"}}).find("no phone number"),
              std::string::npos);
}

}  // namespace
}  // namespace hearth::tests
