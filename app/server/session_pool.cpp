#include "server/session_pool.h"

#include <algorithm>
#include <chrono>

namespace hearth::app::server {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

std::size_t commonLength(std::span<const engine::TokenId> a, std::span<const engine::TokenId> b) {
    return static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
}

}  // namespace

// The free session that holds most of the prompt. One that would lose more than half of what it holds is
// left alone while there is another that holds nothing; else the one that was not used for longest goes.
SessionPool::Slot* SessionPool::choose(std::span<const engine::TokenId> prompt) {
    Slot* best = nullptr;
    std::size_t bestCommon = 0;
    for (Slot& slot : slots_) {
        const std::size_t common = commonLength(prompt, slot.tokens);
        if (slot.busy || 2 * common < slot.tokens.size()) continue;
        if (best == nullptr || common > bestCommon) {
            best = &slot;
            bestCommon = common;
        }
    }
    if (best != nullptr) return best;
    for (Slot& slot : slots_)
        if (!slot.busy && (best == nullptr || slot.used < best->used)) best = &slot;
    return best;
}

Result<SessionPool::Lease> SessionPool::take(std::span<const engine::TokenId> prompt,
                                             const base::CancelToken& cancel) {
    constexpr auto kPoll = std::chrono::milliseconds(50);
    std::unique_lock lock(mutex_);
    const std::uint64_t mine = last_++;
    Slot* slot = nullptr;
    while (now_ != mine || (slot = choose(prompt)) == nullptr) {
        // Who gave up keeps its place in line until it is reached, so that the order stays.
        if (now_ == mine && cancel.cancelled()) break;
        changed_.wait_for(lock, kPoll);
    }
    ++now_;
    changed_.notify_all();
    if (slot == nullptr) return fail(ErrorCode::Cancelled, "Stopped.");
    if (!slot->session) {
        auto made = engine::Session::create(model_, {.context = context_});
        if (!made) return tl::unexpected(made.error());
        slot->session = std::move(*made);
    }
    slot->busy = true;
    slot->used = ++leases_;
    return Lease(*this, static_cast<std::size_t>(slot - slots_.data()));
}

void SessionPool::giveBack(std::size_t slot) {
    {
        const std::lock_guard lock(mutex_);
        slots_[slot].busy = false;
    }
    changed_.notify_all();
}

}  // namespace hearth::app::server
