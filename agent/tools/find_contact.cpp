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

std::vector<std::string> lines(const std::vector<ContactDetail>& details, const std::string& name) {
    std::vector<std::string> all;
    for (const ContactDetail& detail : details)
        all.push_back(name + (detail.kind.empty() ? "" : " (" + detail.kind + ")") + ": " + detail.value);
    return all;
}

// The lines of the card that are asked for: all for an empty field.
std::vector<std::string> detailsOf(const Phrases& phrases, const Contact& contact, const std::string& field) {
    std::vector<std::string> all;
    auto add = [&](const char* name, std::vector<std::string> more) {
        if (field.empty() || field == name) all.insert(all.end(), more.begin(), more.end());
    };
    add("email", lines(contact.emails, phrases.say("E-mail")));
    add("number", lines(contact.numbers, phrases.say("Phone")));
    add("address", lines(contact.addresses, phrases.say("Address")));
    if (!contact.birthday.empty()) add("birthday", {phrases.say("Birthday") + ": " + contact.birthday});
    return all;
}

const char* nothingOf(const std::string& field) {
    if (field == "email") return phrase("{name}’s card has no e-mail address.");
    if (field == "number") return phrase("{name}’s card has no phone number.");
    if (field == "address") return phrase("{name}’s card has no address.");
    if (field == "birthday") return phrase("{name}’s card has no birthday.");
    return phrase("{name}’s card has no details.");
}

class FindContact final : public BasicTool {
  public:
    explicit FindContact(const ToolContext& context) : BasicTool(makeSpec(), context) {}

    Result<Prepared> prepare(const Call& call) override {
        Prepared result = prepared(call);
        const std::string person = personOf(valueOf(result.fields, "contact"));
        set(result, "contact", person);
        result.summary =
            person.empty() ? say("Your contacts") : say("Look up {person}", {{"person", person}});
        if (person.empty()) return result;
        const auto match = findPerson(readContacts(context().contactsDir), person);
        if (match.found.size() > 1)
            ask(result, "contact", say("Which “{name}” do you mean?", {{"name", person}}), match.choices);
        return result;
    }

    Result<Outcome> run(const std::vector<Field>& fields, base::CancelToken) override {
        const std::string person = valueOf(fields, "contact");
        const auto contacts = readContacts(context().contactsDir);
        if (contacts.empty())
            return Outcome{
                say("There are no contacts in {folder} yet. Say “save Ana's number …” or put vCard "
                    "files there.",
                    {{"folder", context().contactsDir.string()}}),
                {},
                {},
                "[]"};
        if (person.empty()) return overview(contacts);
        const auto match = findPerson(contacts, person);
        if (match.found.empty())
            return Outcome{
                say("There is no “{person}” among your {count, plural, one{# contact} other{# contacts}}.",
                    {{"person", person}, {"count", contacts.size()}}),
                {},
                {},
                "[]"};
        return card(match.found.front(), valueOf(fields, "field"));
    }

  private:
    Outcome overview(const std::vector<Contact>& contacts) const {
        Outcome result;
        result.text =
            say("You have {count, plural, one{# contact} other{# contacts}}:", {{"count", contacts.size()}});
        nlohmann::json items = nlohmann::json::array();
        for (std::size_t i = 0; i < contacts.size() && i < kShown; ++i) {
            result.text += "\n• " + contacts[i].name;
            items.push_back({{"title", contacts[i].name}, {"path", contacts[i].path.string()}});
        }
        if (contacts.size() > kShown)
            result.text += "\n" + say("… and {count} more.", {{"count", contacts.size() - kShown}});
        result.items = items.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
        return result;
    }

    Outcome card(const Contact& contact, const std::string& field) const {
        Outcome result;
        result.link = contact.path.string();
        const auto details = detailsOf(context().phrases, contact, field);
        if (details.empty()) {
            result.text = say(nothingOf(field), {{"name", contact.name}});
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
