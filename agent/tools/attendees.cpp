#include "tools/attendees.h"

#include <algorithm>

#include "contacts/contact_folder.h"
#include "tools/basic_tool.h"

namespace hearth::agent::tools {

namespace {

constexpr const char* kField = "attendees";

calendar::Attendee attendeeNamed(const std::vector<Contact>& contacts, const std::string& name) {
    if (looksLikeEmail(name)) return {name, name, ""};
    const auto match = findPerson(contacts, name);
    if (match.found.size() != 1 || match.found.front().emails.empty()) return {name, "", ""};
    return {match.found.front().name, match.found.front().emails.front().value, ""};
}

std::string joinedNames(const std::vector<std::string>& names) {
    std::string out;
    for (const std::string& name : names) out += (out.empty() ? "" : ", ") + name;
    return out;
}

}  // namespace

std::vector<calendar::Attendee> attendeesNamed(const ToolContext& context, const std::string& names) {
    std::vector<calendar::Attendee> attendees;
    const std::vector<std::string> all = splitNames(names);
    if (all.empty()) return attendees;
    const auto contacts = readContacts(context.contactsDir);
    for (const std::string& name : all) attendees.push_back(attendeeNamed(contacts, name));
    return attendees;
}

void chooseAttendees(const ToolContext& context, Prepared& prepared) {
    const auto field = std::find_if(prepared.fields.begin(), prepared.fields.end(),
                                    [](const Field& candidate) { return candidate.name == kField; });
    if (field == prepared.fields.end() || field->value.empty()) return;
    const auto contacts = readContacts(context.contactsDir);
    std::vector<std::string> names = splitNames(field->value);
    std::vector<std::string> shown;
    for (std::string& name : names) {
        const auto match = looksLikeEmail(name) ? PersonMatch{} : findPerson(contacts, name);
        if (match.found.size() > 1 && prepared.question.empty()) {
            prepared.question = context.say("Which “{name}” do you mean?", {{"name", name}});
            prepared.questionField = kField;
            const std::string said = name;
            for (const std::string& choice : match.choices) {
                name = choice;
                field->choices.push_back(joinedNames(names));
            }
            name = said;
        }
        const calendar::Attendee attendee = attendeeNamed(contacts, name);
        const bool known = !attendee.address.empty() && attendee.address != attendee.name;
        shown.push_back(known ? attendee.name + " <" + attendee.address + ">" : name);
    }
    field->display = joinedNames(shown);
}

}  // namespace hearth::agent::tools
