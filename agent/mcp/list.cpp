#include "agent/file_changes.h"
#include "agent/mcp_list.h"
#include "mcp/json_rpc.h"
#include "privacy/url_host.h"

namespace hearth::agent {

using base::ErrorCode;
using base::fail;
using base::Result;
using mcp::Json;

namespace {

// The texts of an object; false where one of its values is no text.
bool readTexts(const Json& object, std::map<std::string, std::string>& out) {
    for (const auto& [name, value] : object.items()) {
        if (!value.is_string()) return false;
        out[name] = value.get<std::string>();
    }
    return true;
}

// What is wrong; "" where it was read.
std::string readEntry(const Json& json, McpEntry& entry) {
    if (!json.is_object()) return "it is no object";
    entry.url = mcp::textField(json, "url");
    entry.program.command = mcp::textField(json, "command");
    if (entry.url.empty() == entry.program.command.empty()) return "it needs a “command” or a “url”";
    for (const Json& argument : mcp::listField(json, "args")) {
        if (!argument.is_string()) return "“args” must be texts";
        entry.program.arguments.push_back(argument.get<std::string>());
    }
    const bool fine = readTexts(mcp::objectField(json, "env"), entry.program.environment) &&
                      readTexts(mcp::objectField(json, "headers"), entry.headers);
    return fine ? "" : "“env” and “headers” must hold texts";
}

}  // namespace

Result<std::vector<McpEntry>> readMcpList(const std::filesystem::path& file) {
    const auto text = readFile(file);
    if (!text && text.error().code == ErrorCode::NotFound) return std::vector<McpEntry>{};
    if (!text) return tl::unexpected(text.error());
    const auto json = mcp::parseMessage(*text);
    if (!json || !json->contains("mcpServers"))
        return fail(ErrorCode::InvalidInput, "The list of MCP servers is no JSON object", file.string());
    std::vector<McpEntry> out;
    const Json servers = mcp::objectField(*json, "mcpServers");
    for (const auto& [name, server] : servers.items()) {
        McpEntry entry;
        entry.name = name;
        if (const std::string wrong = readEntry(server, entry); !wrong.empty())
            return fail(ErrorCode::InvalidInput, "MCP server “" + name + "” cannot be used: " + wrong,
                        file.string());
        out.push_back(std::move(entry));
    }
    return out;
}

namespace {

// The file as it is, with its list; an empty one where there is no file.
Result<Json> readWhole(const std::filesystem::path& file) {
    if (const auto known = readMcpList(file); !known) return tl::unexpected(known.error());
    const auto text = readFile(file);
    if (!text) return Json{{"mcpServers", Json::object()}};
    return *mcp::parseMessage(*text);
}

}  // namespace

Result<void> putMcpEntry(const std::filesystem::path& file, const McpEntry& entry) {
    if (entry.name.empty()) return fail(ErrorCode::InvalidInput, "The server needs a name", file.string());
    if (entry.url.empty() == entry.program.command.empty())
        return fail(ErrorCode::InvalidInput, "The server needs a command or an address", entry.name);
    auto whole = readWhole(file);
    if (!whole) return tl::unexpected(whole.error());
    Json server = Json::object();
    if (entry.url.empty()) {
        server["command"] = entry.program.command;
        server["args"] = entry.program.arguments;
        if (!entry.program.environment.empty()) server["env"] = entry.program.environment;
    } else {
        if (const auto host = privacy::hostOf(entry.url); !host) return tl::unexpected(host.error());
        server["url"] = entry.url;
        if (!entry.headers.empty()) server["headers"] = entry.headers;
    }
    (*whole)["mcpServers"][entry.name] = server;
    return writeFileAtomically(file, whole->dump(2) + "\n");
}

Result<void> removeMcpEntry(const std::filesystem::path& file, const std::string& name) {
    auto whole = readWhole(file);
    if (!whole) return tl::unexpected(whole.error());
    if ((*whole)["mcpServers"].erase(name) == 0)
        return fail(ErrorCode::NotFound, "There is no MCP server of this name", name);
    return writeFileAtomically(file, whole->dump(2) + "\n");
}

std::vector<privacy::EgressRule> mcpRules(const std::vector<McpEntry>& entries) {
    std::vector<privacy::EgressRule> rules;
    for (const McpEntry& entry : entries)
        if (const auto host = privacy::hostOf(entry.url)) rules.push_back({kMcpPurpose, *host, true});
    return rules;
}

Result<std::unique_ptr<McpTransport>> openMcpTransport(const McpEntry& entry, privacy::Egress& egress) {
    if (entry.url.empty()) return startMcpProgram(entry.program);
    return connectMcpAddress(egress, entry.url, entry.headers);
}

}  // namespace hearth::agent
