// The MCP servers that the user has named, in mcp.json of the data folder, in the form that other programs
// use:
// {"mcpServers": {"files": {"command": "npx", "args": [...], "env": {...}}, "web": {"url": "https://…",
// "headers": {...}}}}. Values; any thread.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "agent/mcp_transport.h"
#include "base/result.h"

namespace hearth::agent {

struct McpEntry {
    std::string name;
    McpProgram program;  // where `url` is empty
    std::string url;
    std::map<std::string, std::string> headers;
};

// A missing file is an empty list. InvalidInput names what is wrong.
base::Result<std::vector<McpEntry>> readMcpList(const std::filesystem::path& file);

// Adds an entry, or replaces the one of its name; what else the file says stays. Errors: InvalidInput where
// the entry or the file is none, Io.
base::Result<void> putMcpEntry(const std::filesystem::path& file, const McpEntry& entry);
// NotFound where there is none of that name.
base::Result<void> removeMcpEntry(const std::filesystem::path& file, const std::string& name);

// Rules by which egress lets the servers with addresses be reached.
std::vector<privacy::EgressRule> mcpRules(const std::vector<McpEntry>& entries);

// `egress` is asked for servers with addresses; it must outlive the transport.
base::Result<std::unique_ptr<McpTransport>> openMcpTransport(const McpEntry& entry, privacy::Egress& egress);

}  // namespace hearth::agent
