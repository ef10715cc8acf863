// The composition root of the command line: desktop, models and the agent, handed to each other and taken
// down in reverse order. Main thread.
#pragma once

#include <memory>

#include "agent/services.h"
#include "base/result.h"
#include "cli/command.h"
#include "platform/session_desktop.h"

namespace hearth::app::cli {

class AgentHost {
  public:
    // Without models the agent can undo and tell what there is, but not understand requests.
    static base::Result<std::unique_ptr<AgentHost>> open(const Global& global, bool withModels);

    agent::AgentServices& services() { return *services_; }
    agent::Agent& agent() { return services_->agent(); }

  private:
    SessionDesktop desktop_;
    std::unique_ptr<agent::AgentServices> services_;
};

}  // namespace hearth::app::cli
