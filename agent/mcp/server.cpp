#include <algorithm>

#include "agent/file_changes.h"
#include "agent/mcp_server.h"
#include "loop/action_runner.h"
#include "mcp/json_rpc.h"

namespace hearth::agent {

using base::Result;
using mcp::Json;
using mcp::objectField;
using mcp::textField;

namespace {

Json textResult(const std::string& text, bool failed) {
    return {{"content", Json::array({{{"type", "text"}, {"text", text}}})}, {"isError", failed}};
}

Json schemaOf(const ToolSpec& spec) {
    Json properties = Json::object();
    Json required = Json::array();
    for (const ArgumentSpec& argument : spec.arguments) {
        Json property{{"type", "string"}, {"description", argument.label}};
        if (!argument.values.empty()) property["enum"] = argument.values;
        properties[argument.name] = property;
        if (argument.required) required.push_back(argument.name);
    }
    return {{"type", "object"}, {"properties", properties}, {"required", required}};
}

Json toolJson(const ToolSpec& spec) {
    return {{"name", spec.name},
            {"title", spec.verb},
            {"description", spec.description + " Times and dates are given in plain words."},
            {"inputSchema", schemaOf(spec)},
            {"annotations", {{"readOnlyHint", !spec.writes}, {"openWorldHint", false}}}};
}

// A search is a tool of its own: no functional token stands for it.
struct Search {
    const char* name;
    const char* title;
    const char* description;
    McpSearch McpSearches::*run;
};
constexpr Search kSearches[] = {
    {"search_documents", "Search documents",
     "Finds passages in the user's documents that have to do with the words.", &McpSearches::documents},
    {"search_conversations", "Search conversations", "Finds words in what the user and the assistant said.",
     &McpSearches::conversations}};

Json searchJson(const Search& search) {
    return {{"name", search.name},
            {"title", search.title},
            {"description", search.description},
            {"inputSchema",
             {{"type", "object"},
              {"properties", {{"words", {{"type", "string"}, {"description", "What to look for"}}}}},
              {"required", Json::array({"words"})}}},
            {"annotations", {{"readOnlyHint", true}, {"openWorldHint", false}}}};
}

bool isAllowed(const McpDesk& desk, const std::string& name) {
    return desk.approval.of(mcpServerApprovalName(name)) == Approval::AlwaysAllow;
}

Json needsLeave(const std::string& what, const std::string& name) {
    return textResult(
        "Hearth did not do this: “" + what +
            "” needs the user's leave. The user can give it for other programs with: hearth mcp "
            "allow " +
            name,
        true);
}

Json runSearch(const McpDesk& desk, const Search& search, const Json& arguments,
               const base::CancelToken& cancel) {
    const std::string words = textField(arguments, "words");
    if (words.find_first_not_of(" \t\n") == std::string::npos)
        return textResult("“words” must say what to look for", true);
    if (!isAllowed(desk, search.name)) return needsLeave(search.title, search.name);
    const auto found = (desk.searches.*search.run)(words, cancel);
    if (!found) return textResult(found.error().text(), true);
    return textResult(found->empty() ? "Nothing was found." : *found, false);
}

bool isOffered(const std::string& tool) {
    const auto& offered = offeredMcpTools();
    return std::find(offered.begin(), offered.end(), tool) != offered.end();
}

// The call, or what is wrong with its arguments. A list stands for an argument that occurs several times.
Result<Call> readCall(const ToolSpec& spec, const Json& arguments) {
    Call call{spec.name, {}};
    for (const auto& [name, value] : arguments.items()) {
        const auto known = std::find_if(spec.arguments.begin(), spec.arguments.end(),
                                        [&wanted = name](const ArgumentSpec& a) { return a.name == wanted; });
        if (known == spec.arguments.end())
            return base::fail(base::ErrorCode::InvalidInput, "There is no argument “" + name + "”");
        for (const Json& one : value.is_array() ? value : Json::array({value})) {
            if (!one.is_string() && !one.is_number())
                return base::fail(base::ErrorCode::InvalidInput, "“" + name + "” must be a text");
            call.arguments.emplace_back(name, one.is_string() ? one.get<std::string>() : one.dump());
        }
    }
    return call;
}

// Runs one call at the desk; what came of it, in words.
Json runCall(const McpDesk& desk, const std::string& name, const Json& arguments,
             const base::CancelToken& cancel) {
    for (const Search& search : kSearches)
        if (name == search.name && desk.searches.*search.run)
            return runSearch(desk, search, arguments, cancel);
    Tool* tool = desk.tools.find(name);
    if (tool == nullptr) return textResult("There is no such tool here", true);
    const ToolSpec& spec = tool->spec();
    const auto call = readCall(spec, arguments);
    if (!call) return textResult(call.error().text(), true);
    auto prepared = tool->prepare(*call);
    if (!prepared) return textResult(prepared.error().text(), true);
    if (!prepared->question.empty()) return textResult(prepared->question, true);
    const bool waits = prepared->waits.value_or(spec.writes);
    if (waits && !isAllowed(desk, name)) return needsLeave(prepared->summary, name);
    loop::ActionRunner runner(desk.tools, desk.audit, desk.context);
    const ProposedAction action{FileChanges::newId(), spec.name, spec.verb, spec.icon,
                                std::move(*prepared), 0};
    const auto done = runner.run(action, waits, true, cancel);
    if (!done) return textResult(done.error().text(), true);
    Json result = textResult(done->text, !done->ok);
    const Json items = Json::parse(done->items, nullptr, false);
    if (items.is_array()) result["structuredContent"] = {{"items", items}};
    return result;
}

Json initialized(const Json& params) {
    const std::string wanted = textField(params, "protocolVersion");
    return {{"protocolVersion", mcp::isKnownVersion(wanted) ? wanted : mcp::kProtocolVersions[0]},
            {"capabilities", {{"tools", Json::object()}}},
            {"serverInfo", {{"name", "hearth"}, {"title", "Hearth"}, {"version", "1"}}},
            {"instructions",
             "The user's calendar, reminders, notes, lists, contacts, documents and conversations on this "
             "computer."}};
}

}  // namespace

const std::vector<std::string>& offeredMcpTools() {
    static const std::vector<std::string> kTools{
        "list_events",  "create_event", "list_reminders",  "set_reminder",   "search_notes",
        "create_note",  "show_list",    "add_list_item",   "find_contact",   "find_file",
        "get_datetime", "list_alarms",  kSearches[0].name, kSearches[1].name};
    return kTools;
}

std::string mcpServerApprovalName(const std::string& tool) {
    return "mcp-server:" + tool;
}

std::optional<std::string> McpServer::answer(const std::string& line, const base::CancelToken& cancel) {
    const auto message = mcp::parseMessage(line);
    if (!message) return mcp::lineOf(mcp::rpcError(nullptr, mcp::kParseError, "This is no JSON object"));
    const Json id = message->value("id", Json());
    const std::string method = textField(*message, "method");
    if (method.empty()) {
        if (message->contains("result") || message->contains("error")) return std::nullopt;
        return mcp::lineOf(mcp::rpcError(id, mcp::kInvalidRequest, "There is no “method”"));
    }
    if (!message->contains("id")) return std::nullopt;  // a notification
    const Json params = objectField(*message, "params");
    const auto result = [&](const Json& value) { return mcp::lineOf(mcp::rpcResult(id, value)); };
    if (method == "initialize") return result(initialized(params));
    if (method == "ping") return result(Json::object());
    if (method != "tools/list" && method != "tools/call")
        return mcp::lineOf(mcp::rpcError(id, mcp::kMethodNotFound, "There is no method “" + method + "”"));
    const std::string name = textField(params, "name");
    if (method == "tools/call" && !isOffered(name))
        return mcp::lineOf(mcp::rpcError(id, mcp::kInvalidParams, "There is no tool “" + name + "”"));
    Json out;
    const auto opened = open_([&](const McpDesk& desk) {
        if (method == "tools/call") {
            out = runCall(desk, name, objectField(params, "arguments"), cancel);
            return;
        }
        out = {{"tools", Json::array()}};
        for (const std::string& offered : offeredMcpTools())
            if (const Tool* tool = desk.tools.find(offered)) out["tools"].push_back(toolJson(tool->spec()));
        for (const Search& search : kSearches)
            if (desk.searches.*search.run) out["tools"].push_back(searchJson(search));
    });
    return result(opened ? out : textResult(opened.error().text(), true));
}

}  // namespace hearth::agent
