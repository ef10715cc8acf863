#include "base/thread_pool.h"

#include <algorithm>
#include <chrono>

#include "base/cpu.h"

#if defined(__x86_64__) || defined(__i386__)
#include <immintrin.h>
#endif

namespace hearth::base {
namespace {

// Long enough to bridge the serial part between two loops of one token, short enough not to be seen in `top`.
constexpr std::chrono::microseconds kSpin{50};
// Looking at the clock costs more than a pause, so it is read once in a while only.
constexpr int kPausesPerLook = 32;

constexpr int kLoopShift = 32;
constexpr std::uint64_t kOpen = std::uint64_t{1} << 31;
constexpr std::uint64_t kInside = kOpen - 1;

void pauseBriefly() {
#if defined(__x86_64__) || defined(__i386__)
    _mm_pause();
#else
    std::this_thread::yield();
#endif
}

// Waits for done() for up to kSpin; false if it did not come.
template <typename Done>
bool spinUntil(Done done) {
    const auto end = std::chrono::steady_clock::now() + kSpin;
    do {
        for (int i = 0; i < kPausesPerLook; ++i) {
            if (done()) return true;
            pauseBriefly();
        }
    } while (std::chrono::steady_clock::now() < end);
    return done();
}

}  // namespace

ThreadPool::ThreadPool(int threads) {
    if (threads <= 0) threads = cpuInfo().physicalCores;
    workers_.reserve(static_cast<std::size_t>(std::max(0, threads - 1)));
    for (int i = 1; i < threads; ++i) workers_.emplace_back([this, i] { work(i); });
}

ThreadPool::~ThreadPool() {
    {
        const std::lock_guard lock(sleep_);
        stop_.store(true, std::memory_order_seq_cst);
    }
    wake_.notify_all();
    for (std::thread& worker : workers_) worker.join();
}

void ThreadPool::takeRanges(int thread) {
    for (;;) {
        const std::int64_t begin = next_.fetch_add(grain_, std::memory_order_relaxed);
        if (begin >= count_) return;
        function_(context_, begin, std::min(begin + grain_, count_), thread);
    }
}

void ThreadPool::run(std::int64_t count, std::int64_t grain, Function function, void* context) {
    if (count <= 0) return;
    grain = std::max<std::int64_t>(1, grain);
    if (workers_.empty() || count <= grain) {
        const std::lock_guard lock(callers_);
        for (std::int64_t begin = 0; begin < count; begin += grain) {
            function(context, begin, std::min(begin + grain, count), 0);
        }
        return;
    }
    const std::lock_guard lock(callers_);
    function_ = function;
    context_ = context;
    count_ = count;
    grain_ = grain;
    next_.store(0, std::memory_order_relaxed);
    const std::uint64_t loop = (door_.load(std::memory_order_relaxed) >> kLoopShift) + 1;
    door_.store((loop << kLoopShift) | kOpen, std::memory_order_seq_cst);
    // A worker announces itself in sleepers_ before it looks at the door for the last time, so either it sees
    // the new loop or it is seen here.
    if (sleepers_.load(std::memory_order_seq_cst) > 0) {
        { const std::lock_guard sleeping(sleep_); }
        wake_.notify_all();
    }
    takeRanges(0);
    door_.fetch_and(~kOpen, std::memory_order_acq_rel);
    const auto empty = [this] { return (door_.load(std::memory_order_acquire) & kInside) == 0; };
    // The last ranges may take long where the machine is busy with something else: give the core away then.
    while (!spinUntil(empty)) std::this_thread::yield();
}

// Goes in if a loop other than `seen` is open.
bool ThreadPool::enter(std::uint32_t seen) {
    std::uint64_t door = door_.load(std::memory_order_seq_cst);
    while ((door & kOpen) != 0 && static_cast<std::uint32_t>(door >> kLoopShift) != seen) {
        if (door_.compare_exchange_weak(door, door + 1, std::memory_order_seq_cst)) return true;
    }
    return false;
}

// False when the pool ends.
bool ThreadPool::waitToEnter(std::uint32_t seen) {
    bool entered = false;
    const auto ready = [this, seen, &entered] {
        entered = enter(seen);
        return entered || stop_.load(std::memory_order_seq_cst);
    };
    if (!spinUntil(ready)) {
        std::unique_lock lock(sleep_);
        sleepers_.fetch_add(1, std::memory_order_seq_cst);
        wake_.wait(lock, ready);
        sleepers_.fetch_sub(1, std::memory_order_relaxed);
    }
    return entered;
}

void ThreadPool::work(int thread) {
    std::uint32_t seen = 0;
    while (waitToEnter(seen)) {
        // Nobody starts another loop while this worker is inside, so the number is that of the loop entered.
        seen = static_cast<std::uint32_t>(door_.load(std::memory_order_relaxed) >> kLoopShift);
        takeRanges(thread);
        door_.fetch_sub(1, std::memory_order_release);
    }
}

}  // namespace hearth::base
