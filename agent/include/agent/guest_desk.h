// The servers of other programs together with what the user allows them: whether one may be used at all, and
// which of its tools may run without asking. Gives their tools to the agent. Worker thread only; the services
// must outlive it.
#pragma once

#include <filesystem>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "agent/mcp_servers.h"
#include "agent/services.h"

namespace hearth::agent {

struct GuestServer {
    McpServerStatus status;
    bool allowed = false;           // it may be used
    std::set<std::string> unasked;  // its tools that may run without asking
};

class GuestDesk {
  public:
    // `onChange` is called on any thread when a server starts, ends or fails: then take() is due.
    GuestDesk(std::filesystem::path dataDir, AgentServices& services, McpServers::OpenEgress openEgress,
              std::function<void()> onChange);
    ~GuestDesk();

    // Reads mcp.json anew and starts what may be used, in the background.
    base::Result<void> refresh();
    void settle() { servers_.settle(); }
    // Gives the agent the tools of the servers that run now.
    void take();
    std::vector<GuestServer> servers() const;

    // Named and allowed in one step: the user did so. Errors as putMcpEntry().
    base::Result<void> add(const McpEntry& entry);
    base::Result<void> remove(const std::string& server);
    base::Result<void> allow(const std::string& server, bool allowed);
    // As McpServers::read() and prompt(): the user asked for it.
    base::Result<std::string> read(const std::string& server, const std::string& uri,
                                   const base::CancelToken& cancel);
    base::Result<std::string> prompt(const std::string& server, const std::string& prompt,
                                     const std::vector<std::pair<std::string, std::string>>& arguments,
                                     const base::CancelToken& cancel);
    base::Result<void> allowUnasked(const std::string& server, const std::string& tool, bool unasked);

  private:
    base::Result<void> set(const std::string& name, bool allowed);

    std::filesystem::path list_;
    AgentServices& services_;
    McpServers servers_;
};

// A line as a person types it: an address, or a command with its arguments, quoted where they have blanks.
// InvalidInput where a quote does not end.
base::Result<McpEntry> mcpEntryOf(const std::string& name, const std::string& line);

}  // namespace hearth::agent
