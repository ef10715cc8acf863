#include "conversation/control_functions.h"

namespace hearth::agent {

namespace {

using enum ArgumentType;

ArgumentSpec open(const char* name, ArgumentType type) {
    return {name, type, {}, {}, false, {}};
}

ToolSpec amend() {
    ToolSpec spec;
    spec.name = "amend";
    spec.description = "Change the action before: other values, or one thing more";
    spec.writes = true;
    spec.arguments = {
        open("title", Text),       open("text", Text),     open("item", Text),         open("date", Date),
        open("time", Time),        open("end_time", Time), open("duration", Duration), open("location", Text),
        open("attendees", Person), open("repeat", Repeat), open("to", Person),         open("subject", Text),
        open("body", Text),        open("label", Text),    open("list", Text),         open("query", Text),
        open("level", Number),     open("value", Text),    open("contact", Person)};
    return spec;
}

ToolSpec dialogControl() {
    ToolSpec spec;
    spec.name = "dialog_control";
    spec.description = "Steer the conversation: yes, no, cancel, repeat, help, next";
    spec.arguments = {{"action",
                       Enum,
                       {},
                       {},
                       false,
                       {"yes", "no", "cancel", "repeat", "help", "next", "previous", "stop", "more"}}};
    return spec;
}

ToolSpec irrelevant() {
    ToolSpec spec;
    spec.name = "irrelevant";
    spec.description = "No function fits: conversation, or something outside what the assistant does";
    spec.arguments = {{"topic",
                       Enum,
                       {},
                       {},
                       false,
                       {"greeting", "goodbye", "thanks", "about_you", "capabilities", "feelings",
                        "compliment", "complaint", "joke", "story", "opinion", "knowledge", "other"}}};
    return spec;
}

}  // namespace

std::vector<ToolSpec> conversationFunctions() {
    return {amend(), dialogControl(), irrelevant()};
}

}  // namespace hearth::agent
