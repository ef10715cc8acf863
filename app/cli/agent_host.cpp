#include "cli/agent_host.h"

#include <iostream>

#include "assistant/data_folder.h"
#include "cli/models.h"

namespace hearth::app::cli {

agent::Agent& AgentHost::agent() {
    if (remote_) return *remote_;
    return services_->agent();
}

// The window works with the folder: the log is read beside it, everything else is asked there.
base::Result<void> AgentHost::openBeside(const std::filesystem::path& folder) {
    auto audit = privacy::AuditLog::open(folder / "hearth.db");
    if (!audit) return tl::unexpected(audit.error());
    audit_ = std::move(*audit);
    context_ = agent::ToolContext::below(folder);
    context_.desktop = &desktop_;
    tools_ = agent::ToolRegistry::withAllTools(context_);
    return {};
}

void addChatOptions(CLI::App& command, ChatOptions& options) {
    addAdapterOption(command, options.adapters);
    command.add_flag("--think", options.reasoning,
                     "Let a larger model that can think before it answers; shown on the error output");
}

// --model may be either kind: one that calls functions, or one that converses, beside the built-in one.
base::Result<void> AgentHost::openModels(const Global& global, agent::AgentOptions& options) {
    Global rest = global;
    auto model = openActionModel(rest);
    if (!model) return tl::unexpected(model.error());
    if (!rest.model.empty() && !agent::callsFunctions(**model)) {
        if (!rest.chatModel.empty())
            return base::fail(base::ErrorCode::InvalidInput,
                              "Two models for conversation are given: leave out --model or --chat-model",
                              rest.model);
        options.chatModel = std::move(*model);
        rest.model.clear();
        model = openActionModel(rest);
        if (!model) return tl::unexpected(model.error());
    }
    options.actionModel = std::move(*model);
    if (rest.chatModel.empty()) return {};
    auto larger = openModel(rest.chatModel, rest.threads);
    if (!larger) return tl::unexpected(larger.error());
    options.chatModel = std::move(*larger);
    return {};
}

base::Result<std::unique_ptr<AgentHost>> AgentHost::open(const Global& global, bool withModels,
                                                         const ChatOptions& chatOptions) {
    auto adapters = readAdapters(chatOptions.adapters);
    if (!adapters) return tl::unexpected(adapters.error());
    auto folder = dataFolder();
    if (!folder) return tl::unexpected(folder.error());
    auto host = std::make_unique<AgentHost>();
    auto remote = RemoteAgent::reach(*folder);
    if (!remote) return tl::unexpected(remote.error());
    if (*remote) {
        host->remote_ = std::move(*remote);
        if (!global.model.empty() || !global.chatModel.empty() || !adapters->empty())
            std::cerr << "hearth: the window is open, so its models answer, not the ones named here\n";
        if (auto opened = host->openBeside(*folder); !opened) return tl::unexpected(opened.error());
        return host;
    }
    agent::AgentOptions options;
    options.dataDir = *folder;
    options.desktop = &host->desktop_;
    if (auto prompts = assetFile("prompts")) options.promptsDir = *prompts;
    if (withModels)
        if (auto opened = openModels(global, options); !opened) return tl::unexpected(opened.error());
    auto services = agent::AgentServices::create(options);
    if (!services) return tl::unexpected(services.error());
    host->services_ = std::move(*services);
    if (auto used = host->services_->setChatAdapters(*adapters); !used) return tl::unexpected(used.error());
    for (const std::string& line : host->services_->recovered()) std::cerr << "hearth: " << line << '\n';
    return host;
}

}  // namespace hearth::app::cli
