// send_email: a draft in the user's own mail program (mailto:, RFC 6068). Addresses come from the contacts;
// nothing is sent by us.
#include "agent/desktop.h"
#include "contacts/contact_folder.h"
#include "tools/basic_tool.h"
#include "tools/tools.h"
#include "words/uri.h"
#include "words/words.h"

namespace hearth::agent::tools {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

ToolSpec makeSpec() {
    ToolSpec spec;
    spec.name = "send_email";
    spec.verb = "Write e-mail";
    spec.description = "Write, answer or forward an e-mail";
    spec.icon = "mail";
    spec.writes = true;
    spec.arguments = {
        {"to", ArgumentType::Person, "To", "To whom should the e-mail go?", true, {}},
        {"subject", ArgumentType::Text, "Subject", "What is the subject?", false, {}},
        {"body", ArgumentType::Text, "Text", "What should it say?", false, {}},
    };
    spec.examples = {"write an e-mail to Ana that I am late", "e-mail tom@example.org about the invoice",
                     "send Ana and Tom a mail with the subject picnic"};
    return spec;
}

// "Ana Silva <ana@example.org>" as the card shows it; the address alone where there is no name.
std::string addressOf(const std::string& shown) {
    const std::size_t open = shown.rfind('<');
    if (open == std::string::npos) return words::trimmed(shown);
    const std::size_t close = shown.find('>', open);
    return words::trimmed(shown.substr(open + 1, close == std::string::npos ? close : close - open - 1));
}

class SendEmail final : public BasicTool {
  public:
    explicit SendEmail(const ToolContext& context) : BasicTool(makeSpec(), context) {}

    Result<Prepared> prepare(const Call& call) override {
        Prepared result = prepared(call);
        result.summary = say("Write an e-mail");
        const auto contacts = readContacts(context().contactsDir);
        std::string all;
        for (const std::string& person : listOf(call, "to")) {
            auto address = resolved(result, contacts, person);
            if (!address) return tl::unexpected(address.error());
            all += (all.empty() ? "" : ", ") + *address;
        }
        if (!all.empty()) set(result, "to", all);
        if (const std::string body = valueOf(result.fields, "body"); !body.empty())
            set(result, "body", words::capitalized(body));
        if (const std::string subject = valueOf(result.fields, "subject"); !subject.empty())
            set(result, "subject", words::capitalized(subject));
        if (!all.empty()) result.summary = say("E-mail to {people}", {{"people", all}});
        return result;
    }

    Result<Outcome> run(const std::vector<Field>& fields, base::CancelToken) override {
        std::string to;
        for (const std::string& shown : splitNames(valueOf(fields, "to"))) {
            const std::string address = addressOf(shown);
            if (!looksLikeEmail(address))
                return fail(ErrorCode::InvalidInput, say("“{text}” is no e-mail address.", {{"text", shown}}),
                            "to");
            to += (to.empty() ? "" : ",") + percentEncoded(address);
        }
        if (to.empty())
            return fail(ErrorCode::InvalidInput, say("The e-mail needs somebody to go to."), "to");
        const std::string url = withQuery(
            "mailto:" + to, {{"subject", valueOf(fields, "subject")}, {"body", valueOf(fields, "body")}});
        if (auto opened = context().desktop->openUrl(url); !opened) return tl::unexpected(opened.error());
        return Outcome{say("Opened a draft to {people} in your mail program. It is not sent yet.",
                           {{"people", valueOf(fields, "to")}}),
                       url,
                       {},
                       {}};
    }

  private:
    // The address of one person; asks where several fit.
    Result<std::string> resolved(Prepared& result, const std::vector<Contact>& contacts,
                                 const std::string& person) const {
        if (looksLikeEmail(addressOf(person))) return person;
        const auto match = findPerson(contacts, person);
        if (match.found.empty())
            return fail(
                ErrorCode::NotFound,
                say("There is no “{name}” among your contacts. Say the e-mail address, or “save {name} with "
                    "the e-mail …”.",
                    {{"name", person}}),
                "to");
        if (match.found.size() > 1) {
            ask(result, "to", say("Which “{name}” do you mean?", {{"name", person}}), match.choices);
            return person;
        }
        const Contact& contact = match.found.front();
        if (contact.emails.empty())
            return fail(ErrorCode::NotFound,
                        say("{name}’s card has no e-mail address. Say “add {name} with the e-mail …”.",
                            {{"name", contact.name}}),
                        "to");
        return contact.name + " <" + contact.emails.front().value + ">";
    }
};

}  // namespace

std::unique_ptr<Tool> makeSendEmail(const ToolContext& context) {
    return std::make_unique<SendEmail>(context);
}

}  // namespace hearth::agent::tools
