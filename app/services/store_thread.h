// The one thread that reads and writes conversations, so that the window never waits for a disk. Jobs run in
// the order they were posted; the destructor finishes all of them. It owns its store.
#pragma once

#include <functional>
#include <future>
#include <memory>

#include "services/job_thread.h"
#include "store/conversation_store.h"

namespace hearth::app {

class StoreThread {
  public:
    using Job = JobThread<ConversationStore>::Job;

    explicit StoreThread(std::unique_ptr<ConversationStore> store)
        : waiting_(std::move(store)), thread_([this] { return std::move(waiting_); }) {}

    void post(Job job) { thread_.post(std::move(job)); }  // from any thread
    // Waits until all that was posted is done; not on its own thread.
    void finish() {
        std::promise<void> done;
        post([&done](ConversationStore&) { done.set_value(); });
        done.get_future().wait();
    }

  private:
    std::unique_ptr<ConversationStore> waiting_;  // until the thread takes it
    JobThread<ConversationStore> thread_;
};

}  // namespace hearth::app
