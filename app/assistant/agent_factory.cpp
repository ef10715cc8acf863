#include "assistant/agent_factory.h"

#include "demo/fake_agent.h"

namespace hearth::app {

AgentFactory agentFactory(const std::filesystem::path&) {
    return [](const AgentNews&) -> base::Result<MadeAgent> {
        return base::fail(base::ErrorCode::Unsupported, "This build has no model yet; start it with --demo.");
    };
}

AgentFactory demoAgentFactory() {
    return [](const AgentNews&) -> base::Result<MadeAgent> {
        constexpr int kWordDelayMs = 30;
        return MadeAgent{makeFakeAgent(kWordDelayMs), "Built-in model"};
    };
}

}  // namespace hearth::app
