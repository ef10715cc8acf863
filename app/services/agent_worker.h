// The assistant's worker thread. It makes the Agent, runs every call of it, and destroys it; nothing else
// touches the Agent. Jobs run one after the other. Any thread may post and cancel; results leave through the
// callbacks the jobs carry.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "agent/agent.h"
#include "agent/approval.h"
#include "agent/guest_desk.h"
#include "agent/remote_model.h"
#include "engine/logits.h"
#include "engine/model.h"
#include "models/model_state.h"

namespace hearth::app {

struct MadeAgent {
    std::unique_ptr<agent::Agent> agent;
    std::string modelName;
    // Gives the agent a larger model for conversation; null: takes it away. May be empty.
    std::function<base::Result<void>(std::shared_ptr<const engine::Model>)> useChatModel = {};
    // The LoRA adapters that work with that model, in place of those before. May be empty.
    std::function<base::Result<void>(const std::vector<engine::AdapterFile>&)> useAdapters = {};
    // A larger model elsewhere that conversations may be handed to; without an address: none. May be empty.
    std::function<base::Result<void>(const agent::RemoteServer&)> useRemote = {};
    agent::GuestDesk* guests = nullptr;  // the servers of other programs; lives in the agent; may be null
    // Answers a line of a program that uses Hearth's tools by the Model Context Protocol. May be empty.
    std::function<std::optional<std::string>(const std::string&, const base::CancelToken&)> answerMcp = {};
    // Says the rest in another language. May be empty.
    std::function<void(const std::string&)> speak = {};
    // What was chosen for tools, and to choose; holds from the next request on. May be empty.
    std::function<std::vector<agent::ToolApproval>()> approvals = {};
    std::function<base::Result<void>(const std::string& tool, agent::Approval)> setApproval = {};
};

// What an agent may say outside of an answer. Called on the worker thread or another one of the agent's.
struct AgentNews {
    std::function<void(double)> loading;  // share of the model that is read, 0 … 1
    std::function<void(const std::string&)>
        notice;                                   // a reminder that came due, an action that was interrupted
    base::CancelToken cancel;                     // the program closes
    std::function<void()> guestsChanged = [] {};  // a server of another program came or went; any thread
};

// Runs on the worker thread: opening a model takes a while.
using AgentFactory = std::function<base::Result<MadeAgent>(const AgentNews& news)>;

class AgentWorker {
  public:
    // `agent` is null where it could not be made; `cancel` is set by stop() and by closing.
    using Job = std::function<void(agent::Agent* agent, base::CancelToken cancel)>;

    // `onState` is called on the worker thread, `onNotice` on any.
    AgentWorker(AgentFactory factory, std::function<void(ModelState)> onState,
                std::function<void(const std::string&)> onNotice = {});
    ~AgentWorker();  // cancels what runs, drops what waits, joins
    AgentWorker(const AgentWorker&) = delete;
    AgentWorker& operator=(const AgentWorker&) = delete;

    void post(Job job);
    void stop();  // cancels the job that runs, and ends a hold
    // Until release(), only what gives or takes a model runs, and what was posted waits for it.
    void hold();
    void release();
    // Before whatever is posted later. `done` is called on the worker thread.
    void useChatModel(std::shared_ptr<const engine::Model> model,
                      std::function<void(base::Result<void>)> done);
    void useAdapters(std::vector<engine::AdapterFile> adapters, std::function<void(base::Result<void>)> done);
    // As useChatModel(); nothing happens where there is no agent that could be handed over from.
    void useRemote(agent::RemoteServer server, std::function<void(base::Result<void>)> done);
    // Told on the worker thread of the servers of other programs, whenever something about them changes.
    using GuestNews = std::function<void(const std::vector<agent::GuestServer>&)>;
    void watchGuests(GuestNews news);
    void useGuests(std::function<base::Result<void>(agent::GuestDesk&)> use,
                   std::function<void(base::Result<void>)> done);
    // `done` hears the answer to a line, or nothing where it wants none.
    void answerMcp(std::string line, std::function<void(std::optional<std::string>)> done);
    void speak(std::string language);
    // `done` is called on the worker thread with all that is chosen then.
    void chooseApproval(std::string tool, agent::Approval approval,
                        std::function<void(base::Result<std::vector<agent::ToolApproval>>)> done);
    void approvals(std::function<void(std::vector<agent::ToolApproval>)> done);

  private:
    struct Waiting {
        Job job;
        bool aboutModel;
    };
    void enqueue(Job job, bool aboutModel);
    std::deque<Waiting>::iterator next();  // under mutex_; end(): nothing may run now
    void run(const AgentFactory& factory, const std::function<void(ModelState)>& onState,
             const std::function<void(const std::string&)>& onNotice);
    void tellGuests();

    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Waiting> jobs_;
    bool held_ = false;
    base::CancelSource running_;
    bool closing_ = false;
    MadeAgent made_;  // on the worker thread, as is guestNews_
    GuestNews guestNews_;
    std::thread thread_;
};

}  // namespace hearth::app
