// Who may compute: one request at a time, in the order of asking. A request that gives way after each token
// goes to the end of the line, so that all that run get tokens in turn. Any thread.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <mutex>

namespace hearth::app::server {

class Turns {
  public:
    // Holds the turn while it lives, except in outside().
    class Turn {
      public:
        explicit Turn(Turns& turns) : turns_(turns) { turns_.take(); }
        ~Turn() { turns_.pass(); }
        Turn(const Turn&) = delete;
        Turn& operator=(const Turn&) = delete;

        // Lets the next one compute while `work` (which computes nothing) runs, then gets in line again.
        template <typename Work>
        void outside(Work&& work) {
            turns_.pass();
            const Again again{turns_};
            work();
        }
        // Goes to the end of the line; nothing happens where nobody waits.
        void giveWay() { turns_.giveWay(); }

      private:
        struct Again {  // also where `work` throws
            Turns& turns;
            ~Again() { turns.take(); }
        };
        Turns& turns_;
    };

  private:
    void take() {
        std::unique_lock lock(mutex_);
        waitFor(last_++, lock);
    }
    void giveWay() {
        std::unique_lock lock(mutex_);
        const std::uint64_t mine = last_++;
        ++now_;
        changed_.notify_all();
        waitFor(mine, lock);
    }
    void waitFor(std::uint64_t ticket, std::unique_lock<std::mutex>& lock) {
        changed_.wait(lock, [&] { return now_ == ticket; });
    }
    void pass() {
        {
            const std::lock_guard lock(mutex_);
            ++now_;
        }
        changed_.notify_all();
    }

    std::mutex mutex_;
    std::condition_variable changed_;
    std::uint64_t last_ = 0;  // tickets given out
    std::uint64_t now_ = 0;   // the ticket whose turn it is
};

}  // namespace hearth::app::server
