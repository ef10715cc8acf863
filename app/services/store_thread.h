// The one thread that reads and writes conversations, so that the window never waits for a disk. Jobs run in
// the order they were posted; the destructor finishes all of them. It owns its store.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

#include "store/conversation_store.h"

namespace hearth::app {

class StoreThread {
  public:
    using Job = std::function<void(ConversationStore&)>;

    explicit StoreThread(std::unique_ptr<ConversationStore> store);
    ~StoreThread();
    StoreThread(const StoreThread&) = delete;
    StoreThread& operator=(const StoreThread&) = delete;

    void post(Job job);  // from any thread
    void finish();       // waits until all that was posted is done; not on its own thread

  private:
    void run();

    std::unique_ptr<ConversationStore> store_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Job> jobs_;
    bool closing_ = false;
    std::thread thread_;
};

}  // namespace hearth::app
