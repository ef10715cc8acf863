// What other programs may search through the MCP server: documents and conversations of a data folder, opened
// when the first search comes. The thread of the server.
#pragma once

#include <filesystem>

#include "agent/mcp_server.h"

namespace hearth::app {

agent::McpSearches searchesForOthers(const std::filesystem::path& dataFolder);

}  // namespace hearth::app
