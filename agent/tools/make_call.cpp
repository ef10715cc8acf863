// make_call: hands a number to the program that the desktop has for calls (tel:, RFC 3966).
#include "agent/desktop.h"
#include "contacts/contact_folder.h"
#include "tools/basic_tool.h"
#include "tools/tools.h"
#include "words/words.h"

namespace hearth::agent::tools {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

ToolSpec makeSpec() {
    ToolSpec spec;
    spec.name = "make_call";
    spec.verb = "Call";
    spec.description = "Call a person or number";
    spec.icon = "call";
    spec.writes = true;
    spec.arguments = {
        {"contact", ArgumentType::Person, "Person", "Whom should I call?", true, {}},
        {"number", ArgumentType::Text, "Number", "Which number?", false, {}},
    };
    spec.examples = {"call Ana", "phone the number 555 0100", "ring Tom Berg"};
    return spec;
}

class MakeCall final : public BasicTool {
  public:
    explicit MakeCall(const ToolContext& context) : BasicTool(makeSpec(), context) {}

    Result<Prepared> prepare(const Call& call) override {
        Prepared result = prepared(call);
        result.summary = say("Make a call");
        std::string person = valueOf(result.fields, "contact");
        std::string number = valueOf(result.fields, "number");
        if (number.empty() && looksLikeNumber(person)) number = person;
        if (number.empty() && !person.empty()) {
            const auto match = findPerson(readContacts(context().contactsDir), person);
            if (match.found.empty())
                return fail(ErrorCode::NotFound,
                            say("There is no “{name}” among your contacts. Say the number instead.",
                                {{"name", person}}),
                            "contact");
            if (match.found.size() > 1) {
                ask(result, "contact", say("Which “{name}” do you mean?", {{"name", person}}), match.choices);
                return result;
            }
            person = match.found.front().name;
            if (match.found.front().numbers.empty())
                return fail(ErrorCode::NotFound,
                            say("{name}’s card has no phone number.", {{"name", person}}), "contact");
            number = match.found.front().numbers.front().value;
        }
        if (number.empty()) return result;
        if (!looksLikeNumber(number))
            return fail(ErrorCode::InvalidInput, say("“{text}” is no phone number.", {{"text", number}}),
                        "number");
        // "call 555 0100" names nobody, and needs nobody.
        if (person.empty()) person = number, result.question.clear(), result.questionField.clear();
        set(result, "contact", person);
        set(result, "number", number);
        result.summary = say(person == number ? "Call {name}" : "Call {name} on {number}",
                             {{"name", person}, {"number", number}});
        result.warnings.push_back(
            say("This needs a program for calls, such as one that is paired with your phone"));
        return result;
    }

    Result<Outcome> run(const std::vector<Field>& fields, base::CancelToken) override {
        const std::string number = valueOf(fields, "number");
        if (!looksLikeNumber(number))
            return fail(ErrorCode::InvalidInput, say("“{text}” is no phone number.", {{"text", number}}),
                        "number");
        std::string digits;
        for (const char c : number)
            if ((c >= '0' && c <= '9') || c == '+' || c == '*') digits += c;
        const std::string url = "tel:" + digits;
        if (auto opened = context().desktop->openUrl(url); !opened)
            return fail(ErrorCode::Unsupported,
                        say("No program on this computer makes calls, so please dial {number} yourself.",
                            {{"number", number}}));
        return Outcome{say("Handed {number} to your program for calls.", {{"number", number}}), url, {}, {}};
    }
};

}  // namespace

std::unique_ptr<Tool> makeMakeCall(const ToolContext& context) {
    return std::make_unique<MakeCall>(context);
}

}  // namespace hearth::agent::tools
