// The user's contacts: a folder of vCard files (RFC 6350, and RFC 2426 as most programs still write it), one
// or more cards a file, that other programs share. Cards are read without loss of what is not understood:
// changes insert lines into the bytes that are there. Nothing is cached. Worker thread only.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"

namespace hearth::agent {

struct ContactDetail {
    std::string value;
    std::string kind;  // "work", "home", "cell"; may be empty
};

struct Contact {
    std::filesystem::path path;
    std::string name;
    std::vector<std::string> nicknames;
    std::vector<ContactDetail> emails;
    std::vector<ContactDetail> numbers;
    std::vector<ContactDetail> addresses;  // on one line
    std::string birthday;                  // as the card has it: "1990-04-12", "--04-12"
    std::size_t end = 0;                   // where "END:VCARD" begins in the file: new lines go there
};

// All contacts below `folder` in order of name: at most 20,000 cards of files up to 4 MiB. Files that are no
// vCards, and cards without a name, are left out.
std::vector<Contact> readContacts(const std::filesystem::path& folder);
// The cards in the bytes of one file; `path` is only noted.
std::vector<Contact> parseCards(const std::string& bytes, const std::filesystem::path& path);

// A new card with CRLF line ends as RFC 6350 section 3.2 wants them.
std::string newCard(const std::string& uid, const std::string& name, const std::string& email,
                    const std::string& number);
// The lines for further details, as newCard writes them.
std::string detailLines(const std::string& email, const std::string& number);

// What a person in a request may be.
struct PersonMatch {
    std::vector<Contact> found;        // best first; only those that fit equally well
    std::vector<std::string> choices;  // a label for each; labels differ, and each finds exactly its contact
};

// Who `words` may mean: a name or a part of one, a nickname, an e-mail address, or a label that an earlier
// match gave as a choice.
PersonMatch findPerson(const std::vector<Contact>& contacts, const std::string& words);

bool looksLikeEmail(const std::string& text);
// Digits with the usual signs between them, at least three digits: "+49 30 123-456".
bool looksLikeNumber(const std::string& text);

}  // namespace hearth::agent
