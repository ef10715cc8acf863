// hearth tools, log and undo: what can be done, what was done, and taking it back.
#include <ctime>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/agent_host.h"
#include "cli/command.h"
#include "cli/data_access.h"

namespace hearth::app::cli {

namespace {

using Json = nlohmann::ordered_json;
using privacy::AuditEntry;

const char* typeName(agent::ArgumentType type) {
    constexpr const char* names[] = {"text",   "date",   "time",   "duration",
                                     "repeat", "number", "person", "enum"};
    return names[static_cast<std::size_t>(type)];
}

Json specJson(const agent::ToolSpec& spec) {
    Json arguments = Json::array();
    for (const agent::ArgumentSpec& argument : spec.arguments) {
        arguments.push_back({{"name", argument.name},
                             {"type", typeName(argument.type)},
                             {"label", argument.label},
                             {"required", argument.required}});
        if (!argument.values.empty()) arguments.back()["values"] = argument.values;
    }
    return {{"name", spec.name},     {"verb", spec.verb},      {"description", spec.description},
            {"writes", spec.writes}, {"arguments", arguments}, {"examples", spec.examples}};
}

void printSpec(const agent::ToolSpec& spec) {
    std::cout << spec.name << (spec.writes ? " (asks first)" : "") << "\n  " << spec.description << '\n';
    if (!spec.examples.empty()) std::cout << "  for example: " << spec.examples.front() << '\n';
}

ExitCode tools(const std::string& name, bool json, const Global& global) {
    auto host = AgentHost::open(global, false);
    if (!host) return report(host.error());
    const agent::ToolRegistry& registry = (*host)->tools();
    if (!name.empty() && registry.find(name) == nullptr)
        return report(
            {base::ErrorCode::NotFound, "There is no tool of this name; `hearth tools` lists them", name});
    Json list = Json::array();
    for (const agent::ToolSpec* spec : registry.specs()) {
        if (!name.empty() && spec->name != name) continue;
        if (json)
            list.push_back(specJson(*spec));
        else
            printSpec(*spec);
    }
    if (json) std::cout << list.dump(2) << '\n';
    return ExitCode::Ok;
}

std::string localTime(std::int64_t seconds) {
    const std::time_t time = static_cast<std::time_t>(seconds);
    std::tm local = {};
    localtime_r(&time, &local);
    char text[40];
    std::strftime(text, sizeof text, "%Y-%m-%d %H:%M", &local);
    return text;
}

const char* stateName(const AuditEntry& entry) {
    if (entry.undone) return "undone";
    switch (entry.state) {
        case AuditEntry::State::Begun:
            return "begun";
        case AuditEntry::State::Done:
            return "done";
        case AuditEntry::State::Failed:
            return "failed";
        case AuditEntry::State::Lost:
            return "lost";
    }
    return "";
}

bool canBeUndone(const AuditEntry& entry) {
    return entry.state == AuditEntry::State::Done && !entry.undone && !entry.undoToken.empty();
}

Json entryJson(const AuditEntry& entry) {
    const Json arguments = Json::parse(entry.arguments, nullptr, false);
    return {{"id", entry.id},
            {"time", entry.time},
            {"tool", entry.tool},
            {"summary", entry.summary},
            {"arguments", arguments.is_discarded() ? Json(entry.arguments) : arguments},
            {"state", stateName(entry)},
            {"outcome", entry.outcome},
            {"automatic", entry.automatic},
            {"undoable", canBeUndone(entry)}};
}

struct LogArguments {
    int limit = 20;
    std::string tool;
    bool json = false;
};

ExitCode log(const LogArguments& arguments, const Global& global) {
    auto host = AgentHost::open(global, false);
    if (!host) return report(host.error());
    const auto entries = (*host)->audit().list(arguments.limit, 0, arguments.tool);
    if (!entries) return report(entries.error());
    if (arguments.json) {
        Json list = Json::array();
        for (const AuditEntry& entry : *entries) list.push_back(entryJson(entry));
        std::cout << list.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
        return ExitCode::Ok;
    }
    if (entries->empty()) std::cout << "Nothing was done yet.\n";
    for (const AuditEntry& entry : *entries)
        std::cout << entry.id << "  " << localTime(entry.time) << "  " << stateName(entry) << "  "
                  << entry.tool << "  " << entry.summary
                  << (canBeUndone(entry) ? "  (hearth undo " + std::to_string(entry.id) + ")" : "") << '\n';
    return ExitCode::Ok;
}

ExitCode undo(std::int64_t id, const Global& global) {
    auto host = AgentHost::open(global, false);
    if (!host) return report(host.error());
    if (id == 0) {
        const auto entries = (*host)->audit().list(100);
        if (!entries) return report(entries.error());
        for (const AuditEntry& entry : *entries) {
            if (!canBeUndone(entry)) continue;
            id = entry.id;
            break;
        }
        if (id == 0)
            return report({base::ErrorCode::NotFound,
                           "There is nothing to undo; `hearth log` lists what was done", ""});
    }
    const auto undone = (*host)->agent().undo(id);
    if (!undone) return report(undone.error());
    std::cout << *undone << '\n';
    return ExitCode::Ok;
}

}  // namespace

void addActions(Commands& commands) {
    auto name = std::make_shared<std::string>();
    auto json = std::make_shared<bool>(false);
    CLI::App* toolsCommand = commands.add("tools", "List what the assistant can do",
                                          "  hearth tools\n"
                                          "  hearth tools create_event --json");
    toolsCommand->add_option("NAME", *name, "Only this one");
    toolsCommand->add_flag("--json", *json, "With all arguments, as JSON");
    commands.run(toolsCommand, withData([=, &commands] { return tools(*name, *json, commands.global); }));

    auto arguments = std::make_shared<LogArguments>();
    CLI::App* logCommand = commands.add("log", "List what was done, newest first",
                                        "  hearth log --limit 5\n"
                                        "  hearth log --tool create_event --json");
    logCommand->add_option("--limit", arguments->limit, "At most N entries")->check(CLI::Range(1, 100000));
    logCommand->add_option("--tool", arguments->tool, "Only of this tool");
    logCommand->add_flag("--json", arguments->json, "With the exact arguments, as JSON");
    commands.run(logCommand, withData([=, &commands] { return log(*arguments, commands.global); }));

    auto id = std::make_shared<std::int64_t>(0);
    CLI::App* undoCommand =
        commands.add("undo", "Take back the last action, or the one of a number of `hearth log`",
                     "  hearth undo\n"
                     "  hearth undo 12");
    undoCommand->add_option("ID", *id, "Number of `hearth log`")->check(CLI::PositiveNumber);
    commands.run(undoCommand, withData([=, &commands] { return undo(*id, commands.global); }));
}

}  // namespace hearth::app::cli
