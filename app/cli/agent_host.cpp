#include "cli/agent_host.h"

#include <iostream>

#include "cli/library.h"
#include "cli/models.h"
#include "cli/offers.h"
#include "settings/language.h"
#include "storage/data_folder.h"

namespace hearth::app::cli {

agent::Agent& AgentHost::agent() {
    if (remote_) return *remote_;
    return services_->agent();
}

base::Result<void> AgentHost::openDocuments(int threads, const std::string& address) {
    if (remote_)
        return base::fail(base::ErrorCode::Conflict,
                          "Hearth's window is open: ask there, or close it and ask here again");
    auto library = openLibrary(threads, address);
    if (!library) return tl::unexpected(library.error());
    services_->setDocuments(agent::makePassageFinder(std::move(*library)));
    return {};
}

// The window works with the folder: the log is read beside it, everything else is asked there.
base::Result<void> AgentHost::openBeside(const std::filesystem::path& folder) {
    auto audit = privacy::AuditLog::open(folder / "hearth.db");
    if (!audit) return tl::unexpected(audit.error());
    audit_ = std::move(*audit);
    context_ = agent::ToolContext::below(folder);
    context_.phrases = agent::Phrases::of(languageTagIn(folder));
    context_.desktop = &desktop_;
    tools_ = agent::ToolRegistry::withAllTools(context_);
    return {};
}

// Where a server is named, conversations may be handed to it.
base::Result<void> AgentHost::openRemote(const Global& global) {
    const auto setup = remoteSetup(global);
    if (!setup) return tl::unexpected(setup.error());
    if (setup->server.url.empty()) return {};
    auto desk = RemoteDesk::open(*setup);
    if (!desk) return tl::unexpected(desk.error());
    remoteDesk_ = std::move(*desk);
    services_->setHandOver(&remoteDesk_->handOver());
    return {};
}

// Servers of other programs that may be used; what is wrong with one is said, and the others go on.
void AgentHost::openGuests(const std::filesystem::path& folder) {
    guests_ = std::make_unique<agent::GuestDesk>(
        folder, *services_,
        [folder](std::vector<privacy::EgressRule> rules) { return openEgress(folder, std::move(rules)); },
        [] {});
    if (const auto begun = guests_->refresh(); !begun)
        std::cerr << "hearth: " << begun.error().text() << '\n';
    guests_->settle();
    guests_->take();
    for (const auto& server : guests_->servers())
        if (!server.status.problem.empty()) std::cerr << "hearth: " << server.status.problem << '\n';
}

void addChatOptions(CLI::App& command, ChatOptions& options) {
    addAdapterOption(command, options.adapters);
    command.add_flag("--think", options.reasoning,
                     "Let a larger model that can think before it answers; shown on the error output");
    command
        .add_option("--remote", options.remote,
                    "Whether a larger model elsewhere may answer (default: setting remote.use)")
        ->type_name("never|ask|automatic");
    command.add_flag("--send", options.send, "Send what would go there without asking");
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
    options.language = languageTagIn(*folder);
    options.desktop = &host->desktop_;
    if (auto prompts = assetFile("prompts")) options.promptsDir = *prompts;
    if (withModels)
        if (auto opened = openModels(global, options); !opened) return tl::unexpected(opened.error());
    auto services = agent::AgentServices::create(options);
    if (!services) return tl::unexpected(services.error());
    host->services_ = std::move(*services);
    if (auto used = host->services_->setChatAdapters(*adapters); !used) return tl::unexpected(used.error());
    if (withModels)
        if (auto opened = host->openRemote(global); !opened) return tl::unexpected(opened.error());
    if (options.chatModel) host->openGuests(*folder);
    for (const std::string& line : host->services_->recovered()) std::cerr << "hearth: " << line << '\n';
    return host;
}

}  // namespace hearth::app::cli
