#include "assistant/agent_factory.h"

#include <utility>

#include "agent/guest_desk.h"
#include "agent/mcp_server.h"
#include "agent/passage_finder.h"
#include "agent/services.h"
#include "demo/fake_agent.h"
#include "engine/model.h"
#include "library/open_library.h"
#include "library/search_for_others.h"
#include "platform/session_desktop.h"
#include "remote/remote_desk.h"
#include "settings/language.h"
#include "storage/data_folder.h"

namespace hearth::app {
namespace {

std::vector<agent::ToolApproval> approvalsOf(agent::AgentServices& services) {
    std::vector<agent::ToolApproval> out;
    for (const auto& [name, approval] : services.approval().chosen())
        if (const agent::Tool* tool = services.tools().find(name))
            out.push_back({name, tool->spec().verb, approval});
    return out;
}

// The agent with all that it stands on, so that one owner on the worker thread takes it down in order.
class WholeAgent final : public agent::Agent {
  public:
    static base::Result<MadeAgent> make(const std::filesystem::path& dataDir, const AgentNews& news) {
        auto whole = std::unique_ptr<WholeAgent>(new WholeAgent);
        agent::AgentOptions options;
        options.dataDir = dataDir;
        options.language = languageTagIn(dataDir);
        options.desktop = &whole->desktop_;
        const auto prompts = assetFile("prompts");
        if (prompts) options.promptsDir = *prompts;
        const auto file = assetFile("models/builtin.gguf");
        if (!file) return tl::unexpected<base::Error>(file.error());
        engine::LoadOptions loading;
        loading.onProgress = news.loading;
        loading.cancel = news.cancel;
        auto model = engine::Model::open(file->string(), loading);
        if (!model) return tl::unexpected<base::Error>(model.error());
        options.actionModel = *model;
        auto services = agent::AgentServices::create(options);
        if (!services) return tl::unexpected<base::Error>(services.error());
        whole->services_ = std::move(*services);
        // Its own on the library's file: the window's indexes meanwhile. Everything else works without it.
        whole->services_->setDocuments(agent::makePassageFinder([dataDir, news] {
            auto library = openLibrary(dataDir, 0, news.cancel);
            if (!library) news.notice(library.error().text());
            return library ? std::move(*library) : nullptr;
        }));
        for (const auto& sentence : whole->services_->recovered()) news.notice(sentence);
        const auto useChatModel = [services = whole->services_.get()](auto larger) {
            return services->setChatModel(std::move(larger));
        };
        const auto useAdapters = [services = whole->services_.get()](const auto& adapters) {
            return services->setChatAdapters(adapters);
        };
        const auto useRemote = [all = whole.get(), dataDir](const auto& server) {
            return all->useRemote(dataDir, server);
        };
        whole->searches_ = searchesForOthers(dataDir);
        whole->invite(dataDir, news);
        const auto answerMcp = [all = whole.get()](const std::string& line, const base::CancelToken& cancel) {
            return all->mcp_.answer(line, cancel);
        };
        const auto speak = [services = whole->services_.get()](const std::string& language) {
            services->speak(language);
        };
        agent::GuestDesk* guests = whole->guests_.get();
        agent::AgentServices& desk = *whole->services_;
        MadeAgent made{std::move(whole), "Built-in model", useChatModel, useAdapters,
                       useRemote,        guests,           answerMcp,    speak};
        made.approvals = [&desk] { return approvalsOf(desk); };
        made.setApproval = [&desk](const std::string& tool, agent::Approval approval) {
            return desk.approval().set(tool, approval);
        };
        return made;
    }

    base::Result<void> ask(const agent::Request& request, const agent::EventSink& sink,
                           base::CancelToken cancel) override {
        return inner().ask(request, sink, std::move(cancel));
    }
    base::Result<agent::ProposedAction> edit(const std::string& id,
                                             const std::vector<agent::Field>& fields) override {
        return inner().edit(id, fields);
    }
    base::Result<agent::ActionDone> confirm(const std::string& id, const std::vector<agent::Field>& fields,
                                            base::CancelToken cancel) override {
        return inner().confirm(id, fields, std::move(cancel));
    }
    void decline(const std::string& id) override { inner().decline(id); }
    base::Result<std::string> suggestTitle(const std::vector<agent::Message>& conversation,
                                           base::CancelToken cancel) override {
        return inner().suggestTitle(conversation, std::move(cancel));
    }
    base::Result<agent::Resumed> resume(const agent::ProposedAction& action) override {
        return inner().resume(action);
    }
    base::Result<std::string> undo(std::int64_t auditId) override { return inner().undo(auditId); }

  private:
    WholeAgent() = default;
    agent::Agent& inner() { return services_->agent(); }

    base::Result<void> useRemote(const std::filesystem::path& dataDir, const agent::RemoteServer& server) {
        services_->setHandOver(nullptr);
        remote_.reset();
        if (server.url.empty()) return {};
        const auto names = assetFile("models/names.tagger");
        if (!names) return tl::unexpected(names.error());
        auto desk = RemoteDesk::open({dataDir, *names, server});
        if (!desk) return tl::unexpected(desk.error());
        remote_ = std::move(*desk);
        services_->setHandOver(&remote_->handOver());
        return {};
    }

    // Servers of other programs start beside everything else; what is wrong with the list is said once.
    void invite(const std::filesystem::path& dataDir, const AgentNews& news) {
        const auto openWay = [dataDir](std::vector<privacy::EgressRule> rules) {
            return openEgress(dataDir, std::move(rules));
        };
        guests_ = std::make_unique<agent::GuestDesk>(dataDir, *services_, openWay, news.guestsChanged);
        if (const auto begun = guests_->refresh(); !begun) news.notice(begun.error().text());
    }
    // Other programs use this folder through the window that has it open.
    base::Result<void> lendDesk(const agent::McpDeskUser& use) {
        use({services_->tools(), services_->approval(), services_->audit(), services_->context(), searches_});
        return {};
    }

    SessionDesktop desktop_;
    std::unique_ptr<RemoteDesk> remote_;  // outlives the services that hand over to it
    std::unique_ptr<agent::AgentServices> services_;
    std::unique_ptr<agent::GuestDesk> guests_;  // before the services it speaks to
    agent::McpSearches searches_;
    agent::McpServer mcp_{[this](const agent::McpDeskUser& use) { return lendDesk(use); }};
};

}  // namespace

AgentFactory agentFactory(const std::filesystem::path& dataDir) {
    return [dataDir](const AgentNews& news) { return WholeAgent::make(dataDir, news); };
}

AgentFactory demoAgentFactory() {
    return [](const AgentNews&) -> base::Result<MadeAgent> {
        constexpr int kWordDelayMs = 30;
        return MadeAgent{makeFakeAgent(kWordDelayMs), "Built-in model"};
    };
}

}  // namespace hearth::app
