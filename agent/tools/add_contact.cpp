// add_contact: a new vCard, or a further detail on the card of the person it names.
#include "contacts/contact_folder.h"
#include "tools/basic_tool.h"
#include "tools/tools.h"
#include "words/words.h"

namespace hearth::agent::tools {

namespace fs = std::filesystem;
using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

ToolSpec makeSpec() {
    ToolSpec spec;
    spec.name = "add_contact";
    spec.verb = "Save contact";
    spec.description = "Save a contact or address";
    spec.icon = "contact";
    spec.writes = true;
    spec.arguments = {
        {"contact", ArgumentType::Person, "Name", "What is the person's name?", true, {}},
        {"email", ArgumentType::Text, "E-mail", "What is the e-mail address?", false, {}},
        {"number", ArgumentType::Text, "Phone", "What is the phone number?", false, {}},
    };
    spec.examples = {"save Ana Silva with the number 555 0100",
                     "add tom@example.org to my contacts as Tom Berg", "new contact Li Wei"};
    return spec;
}

// The contact whose name is the same, whatever the case and accents.
std::optional<Contact> namedSame(const std::vector<Contact>& contacts, const std::string& name) {
    for (const Contact& contact : contacts)
        if (words::folded(contact.name) == words::folded(name)) return contact;
    return std::nullopt;
}

std::string titled(const std::string& name) {
    std::string out;
    for (std::size_t at = 0; at < name.size();) {
        std::size_t space = name.find(' ', at);
        if (space == std::string::npos) space = name.size();
        const std::string word = name.substr(at, space - at);
        out += (out.empty() ? "" : " ") + words::capitalized(word);
        at = space + 1;
    }
    return out;
}

class AddContact final : public BasicTool {
  public:
    explicit AddContact(const ToolContext& context)
        : BasicTool(makeSpec(), context, phrase("The contacts are as they were.")) {}

    Result<Prepared> prepare(const Call& call) override {
        Prepared result = prepared(call);
        std::string name = words::trimmed(valueOf(result.fields, "contact"));
        // "save tom@example.org": an address in place of the name.
        if (looksLikeEmail(name) && valueOf(result.fields, "email").empty()) {
            set(result, "email", name);
            set(result, "contact", "");
            ask(result, "contact", questionFor("contact"));
            name.clear();
        }
        result.summary = say("Save a contact");
        const std::string email = valueOf(result.fields, "email");
        const std::string number = valueOf(result.fields, "number");
        if (!email.empty() && !looksLikeEmail(email))
            return fail(
                ErrorCode::InvalidInput,
                say("“{text}” is no e-mail address; it should look like ana@example.org.", {{"text", email}}),
                "email");
        if (!number.empty() && !looksLikeNumber(number))
            return fail(ErrorCode::InvalidInput,
                        say("“{text}” is no phone number; digits and +()- are allowed.", {{"text", number}}),
                        "number");
        if (name.empty()) return result;
        name = titled(name);
        set(result, "contact", name);
        const auto same = namedSame(readContacts(context().contactsDir), name);
        const std::string details = email + (!email.empty() && !number.empty() ? ", " : "") + number;
        result.summary = say(same ? "Add to the card of {name}" : "New contact {name}", {{"name", name}});
        if (!details.empty())
            result.summary = say("{what}: {details}", {{"what", result.summary}, {"details", details}});
        if (same && details.empty())
            result.warnings.push_back(say("There is a contact named {name} already", {{"name", same->name}}));
        return result;
    }

    Result<Outcome> run(const std::vector<Field>& fields, base::CancelToken) override {
        const std::string name = valueOf(fields, "contact");
        const std::string email = valueOf(fields, "email");
        const std::string number = valueOf(fields, "number");
        if (name.empty()) return fail(ErrorCode::InvalidInput, say("A contact needs a name."), "contact");
        if (!email.empty() && !looksLikeEmail(email))
            return fail(ErrorCode::InvalidInput, say("“{text}” is no e-mail address.", {{"text", email}}),
                        "email");
        if (!number.empty() && !looksLikeNumber(number))
            return fail(ErrorCode::InvalidInput, say("“{text}” is no phone number.", {{"text", number}}),
                        "number");
        const auto same = namedSame(readContacts(context().contactsDir), name);
        const bool adds = same && (!email.empty() || !number.empty());
        const std::string id = changeId(fields);
        FileEdit edit;
        if (adds) {
            auto bytes = readFile(same->path);
            if (!bytes) return tl::unexpected(bytes.error());
            if (same->end > bytes->size())
                return fail(ErrorCode::Conflict, say("The card was changed meanwhile; try again."),
                            same->path.string());
            edit = {same->path,
                    bytes->substr(0, same->end) + detailLines(email, number) + bytes->substr(same->end)};
        } else {
            edit = {freePath(name), newCard("urn:uuid:" + uuid(), name, email, number)};
        }
        if (auto done = context().changes->apply(id, {edit}); !done) return tl::unexpected(done.error());
        return Outcome{said(name, adds), edit.path.string(), id, {}};
    }

    std::optional<Outcome> told(const std::vector<Field>& fields, const std::string& id) const override {
        return Outcome{said(valueOf(fields, "contact"), false), {}, id, {}};
    }

  private:
    std::string said(const std::string& name, bool adds) const {
        return say(adds ? "Added it to the card of {name}." : "Saved the contact {name}.", {{"name", name}});
    }

    // 128 random bits in the form of RFC 4122.
    static std::string uuid() {
        std::string id = FileChanges::newId();
        for (std::size_t at : {8, 13, 18, 23}) id.insert(at, "-");
        return id;
    }

    fs::path freePath(const std::string& name) const {
        const std::string file = fileNameFor(name);
        fs::path path = context().contactsDir / (file + ".vcf");
        for (int n = 2; fs::exists(path); ++n)
            path = context().contactsDir / (file + " " + std::to_string(n) + ".vcf");
        return path;
    }
};

}  // namespace

std::unique_ptr<Tool> makeAddContact(const ToolContext& context) {
    return std::make_unique<AddContact>(context);
}

}  // namespace hearth::agent::tools
