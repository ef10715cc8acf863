// The sessions that requests share: each keeps what it computed last, so that a request whose prompt begins
// like an earlier one's computes only the rest. Sessions are made when they are first needed. Any thread; a
// lease belongs to one thread and must not outlive the pool.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <vector>

#include "base/cancel.h"
#include "base/result.h"
#include "engine/session.h"

namespace hearth::app::server {

class SessionPool {
  public:
    SessionPool(std::shared_ptr<const engine::Model> model, int most, int context)
        : model_(std::move(model)), context_(context), slots_(static_cast<std::size_t>(most)) {}

    class Lease {
      public:
        Lease(SessionPool& pool, std::size_t slot) : pool_(&pool), slot_(slot) {}
        Lease(Lease&& other) noexcept : pool_(other.pool_), slot_(other.slot_) { other.pool_ = nullptr; }
        Lease& operator=(Lease&&) = delete;
        ~Lease() {
            if (pool_ != nullptr) pool_->giveBack(slot_);
        }
        engine::Session& session() { return *pool_->slots_[slot_].session; }
        // What the session holds now.
        void remember(std::vector<engine::TokenId> tokens) {
            pool_->slots_[slot_].tokens = std::move(tokens);
        }

      private:
        SessionPool* pool_;
        std::size_t slot_;
    };

    // A session that nobody uses, with as much of `prompt` in it as there is; waits in line for one. Errors:
    // Cancelled, those of Session::create.
    base::Result<Lease> take(std::span<const engine::TokenId> prompt, const base::CancelToken& cancel);

    int context() const { return context_; }

  private:
    struct Slot {
        std::unique_ptr<engine::Session> session;
        std::vector<engine::TokenId> tokens;
        bool busy = false;
        std::uint64_t used = 0;  // when, by the count of leases
    };
    Slot* choose(std::span<const engine::TokenId> prompt);
    void giveBack(std::size_t slot);

    std::shared_ptr<const engine::Model> model_;
    int context_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<Slot> slots_;
    std::uint64_t last_ = 0;  // tickets given out
    std::uint64_t now_ = 0;   // the ticket that is next to get a session
    std::uint64_t leases_ = 0;
};

}  // namespace hearth::app::server
