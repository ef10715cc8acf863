#include "cli/agent_host.h"

#include <iostream>

#include "assistant/data_folder.h"
#include "cli/models.h"

namespace hearth::app::cli {

base::Result<std::unique_ptr<AgentHost>> AgentHost::open(const Global& global, bool withModels) {
    auto folder = dataFolder();
    if (!folder) return tl::unexpected(folder.error());
    auto host = std::make_unique<AgentHost>();
    agent::AgentOptions options;
    options.dataDir = *folder;
    options.desktop = &host->desktop_;
    if (auto prompts = assetFile("prompts")) options.promptsDir = *prompts;
    if (withModels) {
        auto model = openActionModel(global);
        if (!model) return tl::unexpected(model.error());
        options.actionModel = std::move(*model);
    }
    if (withModels && !global.chatModel.empty()) {
        auto model = openModel(global.chatModel, global.threads);
        if (!model) return tl::unexpected(model.error());
        options.chatModel = std::move(*model);
    }
    auto services = agent::AgentServices::create(options);
    if (!services) return tl::unexpected(services.error());
    host->services_ = std::move(*services);
    for (const std::string& line : host->services_->recovered()) std::cerr << "hearth: " << line << '\n';
    return host;
}

}  // namespace hearth::app::cli
