#include "services/agent_worker.h"

#include <algorithm>
#include <utility>

namespace hearth::app {

AgentWorker::AgentWorker(AgentFactory factory, std::function<void(ModelState)> onState,
                         std::function<void(const std::string&)> onNotice)
    : thread_([this, make = std::move(factory), report = std::move(onState), notice = std::move(onNotice)] {
          run(make, report, notice);
      }) {}

AgentWorker::~AgentWorker() {
    {
        const std::lock_guard lock(mutex_);
        closing_ = true;
        jobs_.clear();
        running_.cancel();
    }
    changed_.notify_one();
    thread_.join();
}

void AgentWorker::post(Job job) {
    enqueue(std::move(job), false);
}

void AgentWorker::enqueue(Job job, bool aboutModel) {
    {
        const std::lock_guard lock(mutex_);
        // What is about the model comes before what waits for it.
        const auto at = aboutModel && held_ ? std::find_if(jobs_.begin(), jobs_.end(),
                                                           [](const Waiting& one) { return !one.aboutModel; })
                                            : jobs_.end();
        jobs_.insert(at, {std::move(job), aboutModel});
    }
    changed_.notify_one();
}

void AgentWorker::hold() {
    const std::lock_guard lock(mutex_);
    held_ = true;
}

void AgentWorker::release() {
    {
        const std::lock_guard lock(mutex_);
        held_ = false;
    }
    changed_.notify_one();
}

std::deque<AgentWorker::Waiting>::iterator AgentWorker::next() {
    if (!held_) return jobs_.begin();
    return std::find_if(jobs_.begin(), jobs_.end(), [](const Waiting& one) { return one.aboutModel; });
}

void AgentWorker::stop() {
    {
        const std::lock_guard lock(mutex_);
        running_.cancel();
        held_ = false;
    }
    changed_.notify_one();
}

void AgentWorker::useChatModel(std::shared_ptr<const engine::Model> model,
                               std::function<void(base::Result<void>)> done) {
    enqueue(
        [this, model = std::move(model), done = std::move(done)](agent::Agent*, const base::CancelToken&) {
            if (made_.useChatModel) {
                done(made_.useChatModel(model));
            } else {
                done(base::fail(base::ErrorCode::NotFound,
                                "The built-in model is not open, and it is needed."));
            }
        },
        true);
}

void AgentWorker::useAdapters(std::vector<engine::AdapterFile> adapters,
                              std::function<void(base::Result<void>)> done) {
    enqueue(
        [this, adapters = std::move(adapters), done = std::move(done)](agent::Agent*,
                                                                       const base::CancelToken&) {
            if (made_.useAdapters) {
                done(made_.useAdapters(adapters));
            } else {
                done(
                    base::fail(base::ErrorCode::NotFound, "No model is open that adapters could work with."));
            }
        },
        true);
}

void AgentWorker::useRemote(agent::RemoteServer server, std::function<void(base::Result<void>)> done) {
    enqueue(
        [this, server = std::move(server), done = std::move(done)](agent::Agent*, const base::CancelToken&) {
            done(made_.useRemote ? made_.useRemote(server) : base::Result<void>());
        },
        true);
}

void AgentWorker::watchGuests(GuestNews news) {
    enqueue(
        [this, news = std::move(news)](agent::Agent*, const base::CancelToken&) {
            guestNews_ = news;
            tellGuests();
        },
        true);
}

void AgentWorker::tellGuests() {
    if (made_.guests == nullptr) return;
    made_.guests->take();
    if (guestNews_) guestNews_(made_.guests->servers());
}

void AgentWorker::useGuests(std::function<base::Result<void>(agent::GuestDesk&)> use,
                            std::function<void(base::Result<void>)> done) {
    enqueue(
        [this, use = std::move(use), done = std::move(done)](agent::Agent*, const base::CancelToken&) {
            if (made_.guests == nullptr)
                return done(base::fail(base::ErrorCode::NotFound, "The agent is not there."));
            done(use(*made_.guests));
            tellGuests();
        },
        true);
}

void AgentWorker::answerMcp(std::string line, std::function<void(std::optional<std::string>)> done) {
    post([this, line = std::move(line), done = std::move(done)](agent::Agent*,
                                                                const base::CancelToken& cancel) {
        done(made_.answerMcp ? made_.answerMcp(line, cancel) : std::nullopt);
    });
}

void AgentWorker::speak(std::string language) {
    enqueue(
        [this, language = std::move(language)](agent::Agent*, const base::CancelToken&) {
            if (made_.speak) made_.speak(language);
        },
        true);
}

void AgentWorker::chooseApproval(std::string tool, agent::Approval approval,
                                 std::function<void(base::Result<std::vector<agent::ToolApproval>>)> done) {
    post([this, tool = std::move(tool), approval, done = std::move(done)](agent::Agent*,
                                                                          const base::CancelToken&) {
        if (!made_.setApproval || !made_.approvals)
            return done(base::fail(base::ErrorCode::Unsupported, "Nothing can be chosen for actions here."));
        if (auto kept = made_.setApproval(tool, approval); !kept)
            return done(tl::unexpected<base::Error>(kept.error()));
        done(made_.approvals());
    });
}

void AgentWorker::approvals(std::function<void(std::vector<agent::ToolApproval>)> done) {
    post([this, done = std::move(done)](agent::Agent*, const base::CancelToken&) {
        done(made_.approvals ? made_.approvals() : std::vector<agent::ToolApproval>());
    });
}

void AgentWorker::run(const AgentFactory& factory, const std::function<void(ModelState)>& onState,
                      const std::function<void(const std::string&)>& onNotice) {
    AgentNews news;
    news.loading = [&](double progress) { onState({ModelState::Kind::Loading, {}, {}, progress}); };
    news.notice = onNotice ? onNotice : [](const std::string&) {};
    news.guestsChanged = [this] {
        enqueue([this](agent::Agent*, const base::CancelToken&) { tellGuests(); }, true);
    };
    {
        const std::lock_guard lock(mutex_);
        news.cancel = running_.token();
    }
    onState({ModelState::Kind::Loading, {}, {}, -1});
    auto made = factory(news);
    if (made) {
        made_ = std::move(*made);
        onState({ModelState::Kind::Ready, made_.modelName, {}, 1});
    } else {
        onState({ModelState::Kind::Failed, {}, made.error().text(), -1});
    }
    for (;;) {
        Job job;
        base::CancelToken cancel;
        {
            std::unique_lock lock(mutex_);
            changed_.wait(lock, [this] { return closing_ || next() != jobs_.end(); });
            if (closing_) break;
            const auto first = next();
            job = std::move(first->job);
            jobs_.erase(first);
            running_ = base::CancelSource();
            cancel = running_.token();
        }
        job(made_.agent.get(), cancel);
    }
    made_ = {};  // the agent is destroyed here, on its own thread
}

}  // namespace hearth::app
