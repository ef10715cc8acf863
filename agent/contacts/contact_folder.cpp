#include "contacts/contact_folder.h"

#include <algorithm>
#include <cctype>

#include "agent/file_changes.h"
#include "words/words.h"

namespace hearth::agent {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kMaxCards = 20000;
constexpr std::size_t kMaxBytes = 4u << 20;
constexpr double kLeastFit = 0.75;

// One content line with its folds undone (RFC 6350 section 3.2), and where it began.
struct ContentLine {
    std::string text;
    std::size_t begin = 0;
};

std::vector<ContentLine> unfolded(const std::string& bytes) {
    std::vector<ContentLine> lines;
    for (std::size_t at = 0; at < bytes.size();) {
        std::size_t end = bytes.find('\n', at);
        if (end == std::string::npos) end = bytes.size();
        std::size_t textEnd = end;
        if (textEnd > at && bytes[textEnd - 1] == '\r') --textEnd;
        const bool continued = !lines.empty() && textEnd > at && (bytes[at] == ' ' || bytes[at] == '\t');
        if (continued)
            lines.back().text += bytes.substr(at + 1, textEnd - at - 1);
        else
            lines.push_back({bytes.substr(at, textEnd - at), at});
        at = end + 1;
    }
    return lines;
}

std::string upper(std::string text) {
    for (char& c : text) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return text;
}

// "\," "\;" "\n" and "\\" of a value (RFC 6350 section 3.4). `separator` cuts it into its components.
std::vector<std::string> components(const std::string& value, char separator) {
    std::vector<std::string> parts(1);
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (value[i] == '\\' && i + 1 < value.size()) {
            const char next = value[++i];
            parts.back() += next == 'n' || next == 'N' ? ' ' : next;
        } else if (value[i] == separator) {
            parts.emplace_back();
        } else {
            parts.back() += value[i];
        }
    }
    return parts;
}

std::string whole(const std::string& value) {
    return words::trimmed(components(value, '\0').front());
}

struct Property {
    std::string name;  // upper case, without a group
    std::string kind;  // the TYPE that says where, lower case
    std::string value;
};

std::string kindOf(const std::string& parameters) {
    const std::string low = words::folded(parameters);
    for (const char* kind : {"cell", "mobile", "work", "home", "fax"})
        if (low.find(kind) != std::string::npos) return std::string(kind) == "mobile" ? "cell" : kind;
    return {};
}

Property propertyOf(const std::string& line) {
    // A colon inside a quoted parameter does not end the name.
    std::size_t colon = 0;
    for (bool quoted = false; colon < line.size() && (quoted || line[colon] != ':'); ++colon)
        if (line[colon] == '"') quoted = !quoted;
    if (colon >= line.size()) return {};
    const std::string head = line.substr(0, colon);
    const std::size_t semicolon = head.find(';');
    std::string name = upper(head.substr(0, semicolon));
    if (const std::size_t dot = name.find('.'); dot != std::string::npos) name.erase(0, dot + 1);
    return {name, semicolon == std::string::npos ? "" : kindOf(head.substr(semicolon)),
            line.substr(colon + 1)};
}

std::string addressOf(const std::string& value) {
    std::string text;
    for (const std::string& part : components(value, ';'))
        if (const std::string clean = words::trimmed(part); !clean.empty())
            text += (text.empty() ? "" : ", ") + clean;
    return text;
}

// "Silva;Ana;Maria;Dr.;" is "Ana Maria Silva".
std::string nameFromParts(const std::string& value) {
    const auto parts = components(value, ';');
    std::string text;
    for (std::size_t i : {1, 2, 0})
        if (i < parts.size())
            if (const std::string clean = words::trimmed(parts[i]); !clean.empty())
                text += (text.empty() ? "" : " ") + clean;
    return text;
}

void take(Contact& contact, const Property& property) {
    if (property.name == "FN" && contact.name.empty()) contact.name = whole(property.value);
    if (property.name == "NICKNAME")
        for (const std::string& part : components(property.value, ','))
            if (const std::string clean = words::trimmed(part); !clean.empty())
                contact.nicknames.push_back(clean);
    std::string value = whole(property.value);
    if (property.name == "EMAIL" && !value.empty()) contact.emails.push_back({value, property.kind});
    if (property.name == "TEL" && !value.empty()) {
        if (value.rfind("tel:", 0) == 0) value.erase(0, 4);
        contact.numbers.push_back({value, property.kind});
    }
    if (property.name == "ADR")
        if (const std::string address = addressOf(property.value); !address.empty())
            contact.addresses.push_back({address, property.kind});
    if (property.name == "BDAY") contact.birthday = value;
}

std::string escaped(const std::string& text) {
    std::string out;
    for (const char c : text) {
        if (c == '\r') continue;
        if (c == '\\' || c == ',' || c == ';') out += '\\';
        if (c == '\n')
            out += "\\n";
        else
            out += c;
    }
    return out;
}

// At most 75 bytes a line, folds between characters (RFC 6350 section 3.2).
std::string foldedLine(const std::string& line) {
    std::string out;
    std::size_t length = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const bool starts = (static_cast<unsigned char>(line[i]) & 0xC0) != 0x80;
        if (length >= 70 && starts) out += "\r\n ", length = 1;
        out += line[i];
        ++length;
    }
    return out + "\r\n";
}

double fitOf(const Contact& contact, const std::string& text) {
    double fit = words::likeness(text, contact.name);
    for (const std::string& nickname : contact.nicknames)
        fit = std::max(fit, words::likeness(text, nickname));
    for (const auto& email : contact.emails)
        if (words::folded(email.value) == words::folded(text)) fit = 1;
    return fit;
}

// What tells this contact from others of its name.
std::string labelOf(const Contact& contact, const std::vector<Contact>& all) {
    const auto same = [&](const Contact& other) {
        return words::folded(other.name) == words::folded(contact.name);
    };
    if (std::count_if(all.begin(), all.end(), same) < 2) return contact.name;
    const std::string detail = !contact.emails.empty()    ? contact.emails.front().value
                               : !contact.numbers.empty() ? contact.numbers.front().value
                                                          : contact.path.stem().string();
    return contact.name + " (" + detail + ")";
}

}  // namespace

std::vector<Contact> parseCards(const std::string& bytes, const fs::path& path) {
    std::vector<Contact> contacts;
    Contact contact;
    std::string parts;
    bool inside = false;
    for (const ContentLine& line : unfolded(bytes)) {
        const Property property = propertyOf(line.text);
        const std::string value = upper(words::trimmed(property.value));
        if (property.name == "BEGIN" && value == "VCARD") {
            contact = Contact{};
            contact.path = path;
            parts.clear();
            inside = true;
        } else if (inside && property.name == "END" && value == "VCARD") {
            inside = false;
            if (contact.name.empty()) contact.name = nameFromParts(parts);
            contact.end = line.begin;
            if (!contact.name.empty()) contacts.push_back(contact);
        } else if (inside) {
            if (property.name == "N") parts = property.value;
            take(contact, property);
        }
    }
    return contacts;
}

std::vector<Contact> readContacts(const fs::path& folder) {
    std::vector<Contact> contacts;
    std::error_code error;
    fs::recursive_directory_iterator it(folder, fs::directory_options::skip_permission_denied, error);
    for (const fs::recursive_directory_iterator end; !error && it != end && contacts.size() < kMaxCards;
         it.increment(error)) {
        const fs::path& path = it->path();
        const std::string ending = words::folded(path.extension().string());
        if (ending != ".vcf" && ending != ".vcard") continue;
        if (path.filename().string().rfind('.', 0) == 0) continue;
        auto bytes = readFile(path, kMaxBytes);
        if (!bytes) continue;
        for (Contact& contact : parseCards(*bytes, path)) contacts.push_back(std::move(contact));
    }
    std::stable_sort(contacts.begin(), contacts.end(), [](const Contact& a, const Contact& b) {
        return words::folded(a.name) < words::folded(b.name);
    });
    return contacts;
}

std::string detailLines(const std::string& email, const std::string& number) {
    std::string out;
    if (!email.empty()) out += foldedLine("EMAIL:" + escaped(email));
    if (!number.empty()) out += foldedLine("TEL:" + escaped(number));
    return out;
}

std::string newCard(const std::string& uid, const std::string& name, const std::string& email,
                    const std::string& number) {
    // The last word is taken for the family name, as address books do.
    const std::size_t space = name.rfind(' ');
    const std::string family = space == std::string::npos ? "" : name.substr(space + 1);
    const std::string given = name.substr(0, space);
    return "BEGIN:VCARD\r\nVERSION:3.0\r\n" + foldedLine("UID:" + uid) + foldedLine("FN:" + escaped(name)) +
           foldedLine("N:" + escaped(family) + ";" + escaped(given) + ";;;") + detailLines(email, number) +
           "END:VCARD\r\n";
}

PersonMatch findPerson(const std::vector<Contact>& contacts, const std::string& text) {
    PersonMatch match;
    for (const Contact& contact : contacts)
        if (labelOf(contact, contacts) == text) {
            match.found = {contact};
            match.choices = {text};
            return match;
        }
    double best = kLeastFit;
    std::vector<std::pair<double, const Contact*>> fitting;
    for (const Contact& contact : contacts) {
        const double fit = fitOf(contact, text);
        if (fit < kLeastFit) continue;
        fitting.emplace_back(fit, &contact);
        best = std::max(best, fit);
    }
    std::stable_sort(fitting.begin(), fitting.end(), [](auto& a, auto& b) { return a.first > b.first; });
    for (const auto& [fit, contact] : fitting) {
        // "Ana" fits Ana Silva and Ana Costa alike; extra words of a longer name are no reason to prefer one.
        if (fit < best - 0.08) break;
        match.found.push_back(*contact);
        match.choices.push_back(labelOf(*contact, contacts));
    }
    return match;
}

bool looksLikeEmail(const std::string& text) {
    const std::size_t at = text.find('@');
    return at != std::string::npos && at > 0 && at + 1 < text.size() &&
           text.find('@', at + 1) == std::string::npos &&
           text.find_first_of(" \t\r\n<>,;") == std::string::npos && text.back() != '.';
}

bool looksLikeNumber(const std::string& text) {
    std::size_t digits = 0;
    for (const char c : text) {
        if (std::isdigit(static_cast<unsigned char>(c)))
            ++digits;
        else if (std::string_view("+-()./ *#").find(c) == std::string_view::npos)
            return false;
    }
    return digits >= 3 && digits <= 20;
}

}  // namespace hearth::agent
