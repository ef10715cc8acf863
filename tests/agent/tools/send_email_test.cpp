#include <gmock/gmock.h>

#include <algorithm>

#include "fakes/tool_fixture.h"

namespace hearth::tests {
namespace {

using testing::ElementsAre;

class SendEmail : public ToolFixture {
  protected:
    SendEmail() {
        write(context_.contactsDir / "a.vcf",
              "BEGIN:VCARD\nFN:Ana Silva\nEMAIL:ana@example.org\nEND:VCARD\n"
              "BEGIN:VCARD\nFN:Ana Costa\nEMAIL:costa@example.org\nEND:VCARD\n"
              "BEGIN:VCARD\nFN:Tom Berg\nTEL:555\nEND:VCARD\n");
    }
    std::string problem(const std::string& to) {
        const auto prepared = tool("send_email").prepare({"send_email", {{"to", to}}});
        return prepared ? "" : prepared.error().message;
    }
};

TEST_F(SendEmail, OpensADraftWithTheAddressFromTheContacts) {
    const auto prepared =
        prepare("send_email", {{"to", "ana silva"}, {"subject", "lunch & more"}, {"body", "i am late"}});
    EXPECT_EQ(value(prepared, "to"), "Ana Silva <ana@example.org>");
    EXPECT_EQ(prepared.summary, "E-mail to Ana Silva <ana@example.org>");
    EXPECT_TRUE(desktop_.opened.empty());
    const auto outcome = tool("send_email").run(prepared.fields, {});
    ASSERT_TRUE(outcome);
    EXPECT_THAT(desktop_.opened,
                ElementsAre("mailto:ana%40example.org?subject=Lunch%20%26%20more&body=I%20am%20late"));
    EXPECT_NE(outcome->text.find("not sent yet"), std::string::npos);
    // The card again after an edit: what it shows resolves to itself.
    EXPECT_EQ(value(prepare("send_email", {{"to", "Ana Silva <ana@example.org>"}}), "to"),
              "Ana Silva <ana@example.org>");
}

TEST_F(SendEmail, TakesSeveralPeopleAndPlainAddresses) {
    perform("send_email", {{"to", "tom@example.org and ana silva"}});
    EXPECT_THAT(desktop_.opened, ElementsAre("mailto:tom%40example.org,ana%40example.org"));
}

TEST_F(SendEmail, AsksOrSaysWhatIsMissing) {
    EXPECT_EQ(prepare("send_email", {}).question, "To whom should the e-mail go?");
    const auto prepared = prepare("send_email", {{"to", "ana"}});
    EXPECT_EQ(prepared.question, "Which “ana” do you mean?");
    EXPECT_THAT(prepared.fields.at(0).choices, ElementsAre("Ana Costa", "Ana Silva"));
    EXPECT_NE(problem("Bob").find("There is no “Bob” among your contacts"), std::string::npos);
    EXPECT_NE(problem("Tom").find("Tom Berg’s card has no e-mail address"), std::string::npos);
}

}  // namespace
}  // namespace hearth::tests
