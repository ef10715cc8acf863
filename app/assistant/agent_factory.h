// How the window's agent is made: the real one from the models and tools there are, or the made-up one of
// `hearth --demo`. The factories are called once, on the assistant's worker thread.
#pragma once

#include <filesystem>

#include "services/agent_worker.h"

namespace hearth::app {

AgentFactory agentFactory(const std::filesystem::path& dataDir);
AgentFactory demoAgentFactory();

}  // namespace hearth::app
