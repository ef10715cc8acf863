#include "services/store_thread.h"

#include <future>
#include <utility>

namespace hearth::app {

StoreThread::StoreThread(std::unique_ptr<ConversationStore> store)
    : store_(std::move(store)), thread_([this] { run(); }) {}

StoreThread::~StoreThread() {
    {
        const std::lock_guard lock(mutex_);
        closing_ = true;
    }
    changed_.notify_one();
    thread_.join();
}

void StoreThread::post(Job job) {
    {
        const std::lock_guard lock(mutex_);
        jobs_.push_back(std::move(job));
    }
    changed_.notify_one();
}

void StoreThread::finish() {
    std::promise<void> done;
    post([&done](ConversationStore&) { done.set_value(); });
    done.get_future().wait();
}

void StoreThread::run() {
    for (;;) {
        Job job;
        {
            std::unique_lock lock(mutex_);
            changed_.wait(lock, [this] { return closing_ || !jobs_.empty(); });
            if (jobs_.empty()) return;
            job = std::move(jobs_.front());
            jobs_.pop_front();
        }
        job(*store_);
    }
}

}  // namespace hearth::app
