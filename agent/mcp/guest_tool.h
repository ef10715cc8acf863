// A tool of a server of the Model Context Protocol as a tool of the agent: it always waits for the user's yes
// unless the user has allowed this one, and what it answers is marked as a stranger's.
#pragma once

#include <memory>
#include <string>

#include "agent/mcp_servers.h"
#include "agent/tool.h"

namespace hearth::agent::mcp {

// `servers` must outlive it.
std::unique_ptr<Tool> makeGuestTool(McpServers& servers, const std::string& server, const McpTool& tool);

// A text of a stranger as it may be shown and given to a model: valid UTF-8, no control characters, not
// longer than `most` bytes.
std::string cleaned(const std::string& text, std::size_t most);

}  // namespace hearth::agent::mcp
