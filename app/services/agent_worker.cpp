#include "services/agent_worker.h"

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
    {
        const std::lock_guard lock(mutex_);
        jobs_.push_back(std::move(job));
    }
    changed_.notify_one();
}

void AgentWorker::stop() {
    const std::lock_guard lock(mutex_);
    running_.cancel();
}

void AgentWorker::useChatModel(std::shared_ptr<const engine::Model> model,
                               std::function<void(base::Result<void>)> done) {
    post([this, model = std::move(model), done = std::move(done)](agent::Agent*, const base::CancelToken&) {
        if (made_.useChatModel) {
            done(made_.useChatModel(model));
        } else {
            done(base::fail(base::ErrorCode::NotFound, "The built-in model is not open, and it is needed."));
        }
    });
}

void AgentWorker::useAdapters(std::vector<engine::AdapterFile> adapters,
                              std::function<void(base::Result<void>)> done) {
    post([this, adapters = std::move(adapters), done = std::move(done)](agent::Agent*,
                                                                        const base::CancelToken&) {
        if (made_.useAdapters) {
            done(made_.useAdapters(adapters));
        } else {
            done(base::fail(base::ErrorCode::NotFound, "No model is open that adapters could work with."));
        }
    });
}

void AgentWorker::run(const AgentFactory& factory, const std::function<void(ModelState)>& onState,
                      const std::function<void(const std::string&)>& onNotice) {
    AgentNews news;
    news.loading = [&](double progress) { onState({ModelState::Kind::Loading, {}, {}, progress}); };
    news.notice = onNotice ? onNotice : [](const std::string&) {};
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
            changed_.wait(lock, [this] { return closing_ || !jobs_.empty(); });
            if (closing_) break;
            job = std::move(jobs_.front());
            jobs_.pop_front();
            running_ = base::CancelSource();
            cancel = running_.token();
        }
        job(made_.agent.get(), cancel);
    }
    made_ = {};  // the agent is destroyed here, on its own thread
}

}  // namespace hearth::app
