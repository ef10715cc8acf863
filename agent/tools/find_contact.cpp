// find_contact: a person's details, or the one that was asked for; without a name, who there is.
#include <nlohmann/json.hpp>

#include "contacts/contact_folder.h"
#include "tools/basic_tool.h"
#include "tools/tools.h"
#include "words/words.h"

namespace hearth::agent::tools {

using base::Result;

namespace {

constexpr std::size_t kShown = 20;

ToolSpec makeSpec() {
    ToolSpec spec;
    spec.name = "find_contact";
    spec.verb = "Look up contact";
    spec.description = "Look up a person or contact detail";
    spec.icon = "contact";
    spec.arguments = {
        {"contact", ArgumentType::Person, "Person", "Whom should I look up?", false, {}},
        {"field",
         ArgumentType::Enum,
         "Detail",
         "Which detail?",
         false,
         {"email", "number", "address", "birthday"}},
    };
    spec.examples = {"what is Ana's phone number", "look up Tom's e-mail address", "show my contacts"};
    return spec;
}

// Without the possessive: "Ana's" is "Ana".
std::string personOf(std::string text) {
    for (const char* ending : {"'s", "’s"}) {
        const std::string_view end = ending;
        if (text.size() > end.size() && text.compare(text.size() - end.size(), end.size(), end) == 0)
            text.erase(text.size() - end.size());
    }
    return words::trimmed(text);
}

std::vector<std::string> lines(const std::vector<ContactDetail>& details, const char* name) {
    std::vector<std::string> all;
    for (const ContactDetail& detail : details)
        all.push_back(std::string(name) + (detail.kind.empty() ? "" : " (" + detail.kind + ")") + ": " +
                      detail.value);
    return all;
}

// The lines of the card that are asked for: all for an empty field.
std::vector<std::string> detailsOf(const Contact& contact, const std::string& field) {
    std::vector<std::string> all;
    auto add = [&](const char* name, std::vector<std::string> more) {
        if (field.empty() || field == name) all.insert(all.end(), more.begin(), more.end());
    };
    add("email", lines(contact.emails, "E-mail"));
    add("number", lines(contact.numbers, "Phone"));
    add("address", lines(contact.addresses, "Address"));
    if (!contact.birthday.empty()) add("birthday", {"Birthday: " + contact.birthday});
    return all;
}

std::string nounOf(const std::string& field) {
    if (field == "email") return "no e-mail address";
    if (field == "number") return "no phone number";
    if (field == "address") return "no address";
    if (field == "birthday") return "no birthday";
    return "no details";
}

class FindContact final : public BasicTool {
  public:
    explicit FindContact(const ToolContext& context) : BasicTool(makeSpec(), context) {}

    Result<Prepared> prepare(const Call& call) override {
        Prepared result = prepared(call);
        const std::string person = personOf(valueOf(result.fields, "contact"));
        set(result, "contact", person);
        result.summary = person.empty() ? "Your contacts" : "Look up " + person;
        if (person.empty()) return result;
        const auto match = findPerson(readContacts(context().contactsDir), person);
        if (match.found.size() > 1)
            ask(result, "contact", "Which “" + person + "” do you mean?", match.choices);
        return result;
    }

    Result<Outcome> run(const std::vector<Field>& fields, base::CancelToken) override {
        const std::string person = valueOf(fields, "contact");
        const auto contacts = readContacts(context().contactsDir);
        if (contacts.empty())
            return Outcome{"There are no contacts in " + context().contactsDir.string() +
                               " yet. Say “save Ana's number …” or put vCard files there.",
                           {},
                           {},
                           "[]"};
        if (person.empty()) return overview(contacts);
        const auto match = findPerson(contacts, person);
        if (match.found.empty())
            return Outcome{
                "There is no “" + person + "” among your " + words::counted(contacts.size(), "contact") + ".",
                {},
                {},
                "[]"};
        return card(match.found.front(), valueOf(fields, "field"));
    }

  private:
    static Outcome overview(const std::vector<Contact>& contacts) {
        Outcome result;
        result.text = "You have " + words::counted(contacts.size(), "contact") + ":";
        nlohmann::json items = nlohmann::json::array();
        for (std::size_t i = 0; i < contacts.size() && i < kShown; ++i) {
            result.text += "\n• " + contacts[i].name;
            items.push_back({{"title", contacts[i].name}, {"path", contacts[i].path.string()}});
        }
        if (contacts.size() > kShown)
            result.text += "\n… and " + std::to_string(contacts.size() - kShown) + " more.";
        result.items = items.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
        return result;
    }

    static Outcome card(const Contact& contact, const std::string& field) {
        Outcome result;
        result.link = contact.path.string();
        const auto details = detailsOf(contact, field);
        if (details.empty()) {
            result.text = contact.name + "’s card has " + nounOf(field) + ".";
        } else {
            result.text = contact.name;
            for (const std::string& line : details) result.text += "\n" + line;
        }
        nlohmann::json item = {{"title", contact.name}, {"path", contact.path.string()}};
        if (!contact.emails.empty()) item["email"] = contact.emails.front().value;
        if (!contact.numbers.empty()) item["number"] = contact.numbers.front().value;
        result.items =
            nlohmann::json::array({item}).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
        return result;
    }
};

}  // namespace

std::unique_ptr<Tool> makeFindContact(const ToolContext& context) {
    return std::make_unique<FindContact>(context);
}

}  // namespace hearth::agent::tools
