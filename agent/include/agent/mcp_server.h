// Hearth's own search, calendar and notes for other programs, as a server of the Model Context Protocol over
// lines of text. Looking into calendar and notes runs at once; what changes something, and searching
// documents and conversations, runs only where its user has allowed that tool for other programs. Changes are
// written to the audit log like any other action. One thread.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "agent/approval.h"
#include "agent/tool_context.h"
#include "agent/tool_registry.h"
#include "base/cancel.h"
#include "base/result.h"
#include "privacy/audit_log.h"

namespace hearth::agent {

// Finds words: what was found, to be read.
using McpSearch =
    std::function<base::Result<std::string>(const std::string& words, const base::CancelToken&)>;
struct McpSearches {
    McpSearch documents;  // empty: is not offered
    McpSearch conversations;
};

// What a call needs while it runs.
struct McpDesk {
    const ToolRegistry& tools;
    const ApprovalPolicy& approval;
    privacy::AuditLog& audit;
    const ToolContext& context;
    McpSearches searches = {};
};
// Opens the data folder, lends it to the function, and closes it again, so that others may use it between
// calls. Its errors are told to the client.
using McpDeskUser = std::function<void(const McpDesk&)>;
using McpDeskOpener = std::function<base::Result<void>(const McpDeskUser&)>;

// The tools that are offered, by name; searches last.
const std::vector<std::string>& offeredMcpTools();
// Under which one that writes or searches must be allowed.
std::string mcpServerApprovalName(const std::string& tool);

class McpServer {
  public:
    explicit McpServer(McpDeskOpener open) : open_(std::move(open)) {}

    // The answer to one line, without its end; nothing where it wants none.
    std::optional<std::string> answer(const std::string& line, const base::CancelToken& cancel);

  private:
    McpDeskOpener open_;
};

}  // namespace hearth::agent
