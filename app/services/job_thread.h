// A thread that has one thing to itself and works through jobs on it, in the order they were posted. The
// thing is made and destroyed on the thread; the destructor finishes all jobs.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>

namespace hearth::app {

template <typename Thing>
class JobThread {
  public:
    using Job = std::function<void(Thing&)>;

    // `make` runs on the thread. Where it gives null, jobs are dropped.
    explicit JobThread(std::function<std::unique_ptr<Thing>()> make)
        : thread_([this, make = std::move(make)] { run(make); }) {}
    ~JobThread() {
        {
            const std::lock_guard lock(mutex_);
            closing_ = true;
        }
        changed_.notify_one();
        thread_.join();
    }
    JobThread(const JobThread&) = delete;
    JobThread& operator=(const JobThread&) = delete;

    void post(Job job) {  // from any thread
        {
            const std::lock_guard lock(mutex_);
            jobs_.push_back(std::move(job));
        }
        changed_.notify_one();
    }

  private:
    void run(const std::function<std::unique_ptr<Thing>()>& make) {
        const std::unique_ptr<Thing> thing = make();
        for (;;) {
            Job job;
            {
                std::unique_lock lock(mutex_);
                changed_.wait(lock, [this] { return closing_ || !jobs_.empty(); });
                if (jobs_.empty()) return;
                job = std::move(jobs_.front());
                jobs_.pop_front();
            }
            if (thing) job(*thing);
        }
    }

    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Job> jobs_;
    bool closing_ = false;
    std::thread thread_;
};

}  // namespace hearth::app
