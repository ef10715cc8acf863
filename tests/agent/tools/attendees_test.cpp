#include "tools/attendees.h"

#include "fakes/calendar_fixture.h"

namespace hearth::tests {
namespace {

using Strings = std::vector<std::string>;

class Attendees : public CalendarFixture {
  protected:
    void addContact(const std::string& name, const std::string& email) {
        write(context_.contactsDir / (name + ".vcf"), "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:" + name + "\r\n" +
                                                          (email.empty() ? "" : "EMAIL:" + email + "\r\n") +
                                                          "END:VCARD\r\n");
    }
    agent::Field people(const agent::Prepared& card) {
        for (const auto& field : card.fields)
            if (field.name == "attendees") return field;
        return {};
    }
};

TEST_F(Attendees, GetTheAddressesOfTheContacts) {
    addContact("Ana Silva", "ana@example.org");
    addContact("Tom Berg", "");
    const auto found = agent::tools::attendeesNamed(context_, "Ana, Tom, my sister and li@example.org");
    Strings all;
    for (const auto& one : found) all.push_back(one.name + "|" + one.address);
    EXPECT_EQ(all,
              (Strings{"Ana Silva|ana@example.org", "Tom|", "my sister|", "li@example.org|li@example.org"}));
    EXPECT_TRUE(agent::tools::attendeesNamed(context_, "").empty());
}

TEST_F(Attendees, AreShownWithTheirAddressAndWritten) {
    addContact("Ana Silva", "ana@example.org");
    const ToolFixture::Arguments lunch{
        {"title", "lunch"}, {"date", "tomorrow"}, {"time", "noon"}, {"attendees", "Ana"}};
    EXPECT_EQ(people(prepare("create_event", lunch)).display, "Ana Silva <ana@example.org>");
    const auto outcome = perform("create_event", lunch);
    EXPECT_NE(read(outcome.link).find("mailto:ana@example.org"), std::string::npos) << read(outcome.link);
}

TEST_F(Attendees, AreAskedForWhereSeveralFit) {
    addContact("Ana Silva", "ana@example.org");
    addContact("Ana Costa", "costa@example.org");
    const auto card = prepare(
        "create_event",
        {{"title", "lunch"}, {"date", "tomorrow"}, {"time", "noon"}, {"attendees", "Ana and my sister"}});
    EXPECT_EQ(card.question, "Which “Ana” do you mean?");
    EXPECT_EQ(card.questionField, "attendees");
    auto choices = people(card).choices;
    std::sort(choices.begin(), choices.end());
    EXPECT_EQ(choices, (Strings{"Ana Costa, my sister", "Ana Silva, my sister"}));
}

}  // namespace
}  // namespace hearth::tests
