#include "contacts/contact_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace hearth::agent {
namespace {

using testing::ElementsAre;

constexpr const char* kCards =
    "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana Silva\r\nNICKNAME:Nana,Sis\r\n"
    "item1.EMAIL;TYPE=INTERNET,WORK:ana@exam\r\n ple.org\r\nTEL;TYPE=CELL:+351 900 000\r\n"
    "ADR;TYPE=\"a:b\",HOME:;;Rua A\\, 5;Lisbon;;1000;Portugal\r\nBDAY:1990-04-12\r\nEND:VCARD\r\n"
    "begin:vcard\nversion:4.0\nN:Costa;Ana;;;\nTEL;VALUE=uri:tel:+1-555\nend:vcard\n"
    "BEGIN:VCARD\nEMAIL:nameless@example.org\nEND:VCARD\n"
    "BEGIN:VCARD\nFN:Cut off";

TEST(ContactFolder, ReadsCardsOfOldAndNewVersions) {
    const auto contacts = parseCards(kCards, "all.vcf");
    ASSERT_EQ(contacts.size(), 2u);
    EXPECT_EQ(contacts[0].name, "Ana Silva");
    EXPECT_THAT(contacts[0].nicknames, ElementsAre("Nana", "Sis"));
    ASSERT_EQ(contacts[0].emails.size(), 1u);
    EXPECT_EQ(contacts[0].emails[0].value, "ana@example.org");
    EXPECT_EQ(contacts[0].emails[0].kind, "work");
    EXPECT_EQ(contacts[0].numbers[0].kind, "cell");
    EXPECT_EQ(contacts[0].addresses[0].value, "Rua A, 5, Lisbon, 1000, Portugal");
    EXPECT_EQ(contacts[0].birthday, "1990-04-12");
    EXPECT_EQ(contacts[1].name, "Ana Costa");
    EXPECT_EQ(contacts[1].numbers[0].value, "+1-555");
    EXPECT_EQ(std::string(kCards).substr(contacts[0].end, 9), "END:VCARD");
}

TEST(ContactFolder, WritesCardsThatItReads) {
    const std::string name =
        "Jörg, the \\ very very long named and ünterwegs; Großmüller-Österreicher of Überlingen";
    const std::string bytes = newCard("urn:uuid:1", name, "j@example.org", "+49 30 1");
    for (std::size_t at = 0, end = 0; (end = bytes.find("\r\n", at)) != std::string::npos; at = end + 2)
        EXPECT_LE(end - at, 75u);
    const auto contacts = parseCards(bytes, "x");
    ASSERT_EQ(contacts.size(), 1u);
    EXPECT_EQ(contacts[0].name, name);
    EXPECT_EQ(contacts[0].emails[0].value, "j@example.org");
    EXPECT_EQ(contacts[0].numbers[0].value, "+49 30 1");
}

TEST(ContactFolder, FindsWhoIsMeant) {
    Contact silva, costa, tom, tom2;
    silva.name = "Ana Silva";
    silva.nicknames = {"Sis"};
    costa.name = "Ana Costa";
    tom.name = tom2.name = "Tom Berg";
    tom.emails = {{"tom@a.org", ""}};
    tom2.emails = {{"tom@b.org", ""}};
    const std::vector<Contact> all = {costa, silva, tom, tom2};
    const struct {
        const char* words;
        std::vector<std::string> choices;
    } cases[] = {
        {"ana", {"Ana Costa", "Ana Silva"}},
        {"ana silva", {"Ana Silva"}},
        {"Ana Costa", {"Ana Costa"}},
        {"my sis", {"Ana Silva"}},
        {"tom", {"Tom Berg (tom@a.org)", "Tom Berg (tom@b.org)"}},
        {"Tom Berg (tom@b.org)", {"Tom Berg (tom@b.org)"}},
        {"tom@a.org", {"Tom Berg (tom@a.org)"}},
        {"bob", {}},
        {"", {}},
    };
    for (const auto& c : cases) EXPECT_EQ(findPerson(all, c.words).choices, c.choices) << c.words;
}

TEST(ContactFolder, KnowsAddressesAndNumbers) {
    for (const char* text : {"a@b.org", "ana.silva+x@example.co.uk"})
        EXPECT_TRUE(looksLikeEmail(text)) << text;
    for (const char* text : {"", "ana", "@b", "a@", "a@b@c", "a b@c", "a@b.org,c@d.org"})
        EXPECT_FALSE(looksLikeEmail(text)) << text;
    for (const char* text : {"112", "+49 (30) 123-456"}) EXPECT_TRUE(looksLikeNumber(text)) << text;
    for (const char* text : {"", "12", "ana", "555-CALL", "123456789012345678901"})
        EXPECT_FALSE(looksLikeNumber(text)) << text;
}

}  // namespace
}  // namespace hearth::agent
