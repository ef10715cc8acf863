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
#include <string>
#include <thread>

#include "agent/agent.h"
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
};

// What an agent may say outside of an answer. Called on the worker thread or another one of the agent's.
struct AgentNews {
    std::function<void(double)> loading;  // share of the model that is read, 0 … 1
    std::function<void(const std::string&)>
        notice;                // a reminder that came due, an action that was interrupted
    base::CancelToken cancel;  // the program closes
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

  private:
    struct Waiting {
        Job job;
        bool aboutModel;
    };
    void enqueue(Job job, bool aboutModel);
    std::deque<Waiting>::iterator next();  // under mutex_; end(): nothing may run now
    void run(const AgentFactory& factory, const std::function<void(ModelState)>& onState,
             const std::function<void(const std::string&)>& onNotice);

    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Waiting> jobs_;
    bool held_ = false;
    base::CancelSource running_;
    bool closing_ = false;
    MadeAgent made_;  // on the worker thread
    std::thread thread_;
};

}  // namespace hearth::app
