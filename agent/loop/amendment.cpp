#include "loop/amendment.h"

#include <algorithm>
#include <map>

namespace hearth::agent::loop {

namespace {

bool has(const ToolSpec& tool, const std::string& name) {
    return std::any_of(tool.arguments.begin(), tool.arguments.end(),
                       [&](const ArgumentSpec& argument) { return argument.name == name; });
}

// The tool's own name for what the model calls `name`; empty: it has nothing of the kind.
std::string nameIn(const ToolSpec& tool, const std::string& name) {
    static const std::map<std::string, std::vector<std::string>> kNames{
        {"date", {"new_date", "date"}},
        {"time", {"new_time", "time", "duration"}},
        {"title", {"title", "text", "label", "item", "query", "subject"}},
        {"text", {"text", "title", "label", "body", "item", "query"}},
        {"label", {"label", "title", "text"}},
        {"item", {"item", "text", "title", "query"}},
        {"to", {"to", "attendees", "contact", "destination", "list"}},
        {"attendees", {"attendees", "to"}},
        {"contact", {"contact", "to", "attendees"}},
        {"body", {"body", "text"}},
        {"query", {"query", "title", "text", "item"}},
        {"value", {"value", "level", "answer", "action"}},
        {"level", {"level", "value", "amount"}}};
    const auto known = kNames.find(name);
    if (known == kNames.end()) return has(tool, name) ? name : std::string();
    for (const std::string& candidate : known->second)
        if (has(tool, candidate)) return candidate;
    return {};
}

void erase(Call& call, const std::string& name) {
    std::erase_if(call.arguments, [&](const auto& argument) { return argument.first == name; });
}

// What no longer holds once `name` has a new value: an end that was computed from the old start, and so on.
void eraseDependent(Call& call, const std::string& name) {
    if (name == "time" || name == "duration") erase(call, "end_time");
    if (name == "end_time") erase(call, "duration");
}

}  // namespace

std::optional<Amendment> amended(const ToolSpec& tool, const Call& before, const Call& amend) {
    Amendment result;
    result.call = before;
    bool changed = false;
    for (const auto& [said, value] : amend.arguments) {
        const std::string name = nameIn(tool, said);
        if (name.empty() || value.empty()) continue;
        if (name == "attendees") {
            result.call.arguments.emplace_back(name, value);
        } else {
            if (tool.name == "add_list_item" && name == "item") result.addition = true;
            erase(result.call, name);
            eraseDependent(result.call, name);
            result.call.arguments.emplace_back(name, value);
        }
        changed = true;
    }
    if (!changed) return std::nullopt;
    return result;
}

}  // namespace hearth::agent::loop
