// Forgetting a server of the Model Context Protocol: its line in the list, and all that was allowed to it,
// for a later server of the same name is another one. The thread of the ApprovalPolicy.
#pragma once

#include <filesystem>
#include <string>

#include "agent/approval.h"
#include "base/result.h"

namespace hearth::agent {

// `list`: mcp.json. Errors: NotFound where there is none of that name; those of writing the two files.
base::Result<void> forgetMcpServer(const std::filesystem::path& list, ApprovalPolicy& approval,
                                   const std::string& server);

}  // namespace hearth::agent
