// The composition root of the command line: desktop, models and the agent, handed to each other and taken
// down in reverse order. Where a window has the data folder open, its agent is used. Main thread.
#pragma once

#include <memory>
#include <optional>

#include "agent/guest_desk.h"
#include "agent/services.h"
#include "base/result.h"
#include "cli/command.h"
#include "handover/remote_agent.h"
#include "platform/session_desktop.h"
#include "remote/remote_desk.h"

namespace hearth::app::cli {

// What the subcommands that talk have besides the global options.
struct ChatOptions {
    std::vector<std::string> adapters;  // FILE or FILE=SCALE
    bool reasoning = false;
    std::string remote;  // whether a larger model elsewhere may answer; empty: as the settings say
    bool send = false;   // what would be sent there goes without asking
};
void addChatOptions(CLI::App& command, ChatOptions& options);

class AgentHost {
  public:
    // Without models the agent can undo and tell what there is, but not understand requests.
    static base::Result<std::unique_ptr<AgentHost>> open(const Global& global, bool withModels,
                                                         const ChatOptions& options = {});

    agent::Agent& agent();
    // Lets requests be answered from the library. Errors: those of openLibrary(); Conflict beside a window.
    base::Result<void> openDocuments(int threads, const std::string& address);
    const agent::ToolRegistry& tools() const { return services_ ? services_->tools() : tools_; }
    privacy::AuditLog& audit() { return services_ ? services_->audit() : *audit_; }
    // Null where the window's own rings.
    agent::Scheduler* scheduler() { return services_ ? &services_->scheduler() : nullptr; }

  private:
    base::Result<void> openBeside(const std::filesystem::path& folder);
    static base::Result<void> openModels(const Global& global, agent::AgentOptions& options);

    base::Result<void> openRemote(const Global& global);
    void openGuests(const std::filesystem::path& folder);

    SessionDesktop desktop_;
    std::unique_ptr<RemoteDesk> remoteDesk_;          // null where no server is named, and beside a window
    std::unique_ptr<agent::AgentServices> services_;  // null beside a window
    std::unique_ptr<agent::GuestDesk> guests_;        // null where no larger model could use it
    std::unique_ptr<RemoteAgent> remote_;             // null without one
    agent::ToolContext context_;                      // of tools_, which only tell what there is
    agent::ToolRegistry tools_;
    std::optional<privacy::AuditLog> audit_;
};

}  // namespace hearth::app::cli
