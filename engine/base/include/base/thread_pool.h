// Threads that share out loops. Workers live as long as the pool; after a loop they look for the next one for
// some tens of microseconds, then sleep in the kernel, so an idle pool uses no processor time.
// Any thread may call parallelFor; loops from several threads run one after the other. A loop body must not
// call parallelFor of the same pool and must not throw.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <thread>
#include <type_traits>
#include <vector>

namespace hearth::base {

class ThreadPool {
  public:
    // `threads` counts the calling thread too; 0 means one per physical core.
    explicit ThreadPool(int threads = 0);
    ~ThreadPool();
    ThreadPool(const ThreadPool&) = delete;
    ThreadPool& operator=(const ThreadPool&) = delete;

    int threads() const { return static_cast<int>(workers_.size()) + 1; }

    // Calls body(begin, end, thread) for ranges that together cover [0, count) once. Ranges are at most
    // `grain` long (at least 1) and are taken by whichever thread is free; `thread` is in [0, threads()), and
    // no two calls with the same `thread` run at once. Returns when all ranges are done.
    template <typename Body>
    void parallelFor(std::int64_t count, std::int64_t grain, Body&& body) {
        using Plain = std::remove_reference_t<Body>;
        run(
            count, grain,
            [](void* context, std::int64_t begin, std::int64_t end, int thread) {
                (*static_cast<Plain*>(context))(begin, end, thread);
            },
            const_cast<void*>(static_cast<const void*>(&body)));
    }

  private:
    using Function = void (*)(void* context, std::int64_t begin, std::int64_t end, int thread);

    void run(std::int64_t count, std::int64_t grain, Function function, void* context);
    void work(int thread);
    void takeRanges(int thread);
    bool enter(std::uint32_t seen);
    bool waitToEnter(std::uint32_t seen);

    std::vector<std::thread> workers_;
    std::mutex callers_;  // one loop at a time

    // The loop in progress: written while no worker is inside, read by workers that entered.
    Function function_ = nullptr;
    void* context_ = nullptr;
    std::int64_t count_ = 0;
    std::int64_t grain_ = 1;
    alignas(64) std::atomic<std::int64_t> next_{0};
    // Number of the loop (upper half), whether it may be entered (kOpen), and how many workers are inside
    // (the rest): one word, so that a worker that wakes late finds the door closed and delays nobody.
    alignas(64) std::atomic<std::uint64_t> door_{0};

    std::mutex sleep_;
    std::condition_variable wake_;
    std::atomic<int> sleepers_{0};
    std::atomic<bool> stop_{false};
};

}  // namespace hearth::base
