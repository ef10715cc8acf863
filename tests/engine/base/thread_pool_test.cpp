#include "base/thread_pool.h"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <atomic>
#include <chrono>
#include <numeric>
#include <thread>
#include <vector>

namespace hearth::base {
namespace {

struct Case {
    int threads;
    std::int64_t count;
    std::int64_t grain;
};

class ThreadPoolLoop : public testing::TestWithParam<Case> {};

TEST_P(ThreadPoolLoop, CoversEachIndexOnceInRangesOfAtMostTheGrain) {
    const Case& c = GetParam();
    ThreadPool pool(c.threads);
    ASSERT_EQ(pool.threads(), c.threads);
    std::vector<int> hits(static_cast<std::size_t>(c.count), 0);
    std::vector<std::atomic<int>> inside(static_cast<std::size_t>(c.threads));
    std::atomic<bool> broken{false};
    for (int repeat = 0; repeat < 50; ++repeat) {
        pool.parallelFor(c.count, c.grain, [&](std::int64_t begin, std::int64_t end, int thread) {
            if (thread < 0 || thread >= c.threads || end - begin > c.grain || end <= begin) broken = true;
            if (inside[static_cast<std::size_t>(thread)].fetch_add(1) != 0) broken = true;
            for (std::int64_t i = begin; i < end; ++i) ++hits[static_cast<std::size_t>(i)];
            inside[static_cast<std::size_t>(thread)].fetch_sub(1);
        });
    }
    EXPECT_FALSE(broken);
    for (const int hit : hits) EXPECT_EQ(hit, 50);
}

INSTANTIATE_TEST_SUITE_P(Shapes, ThreadPoolLoop,
                         testing::Values(Case{1, 10, 3}, Case{2, 1, 1}, Case{2, 1000, 1}, Case{2, 1000, 7},
                                         Case{3, 100, 100}, Case{4, 1001, 10}, Case{8, 64, 1}));

TEST(ThreadPool, DoesNothingForAnEmptyLoop) {
    ThreadPool pool(2);
    bool called = false;
    pool.parallelFor(0, 1, [&](std::int64_t, std::int64_t, int) { called = true; });
    EXPECT_FALSE(called);
}

TEST(ThreadPool, RunsLoopsOfSeveralCallersOneAfterTheOther) {
    ThreadPool pool(3);
    std::atomic<std::int64_t> total{0};
    std::vector<std::thread> callers;
    for (int caller = 0; caller < 4; ++caller) {
        callers.emplace_back([&] {
            for (int repeat = 0; repeat < 100; ++repeat) {
                pool.parallelFor(32, 3,
                                 [&](std::int64_t begin, std::int64_t end, int) { total += end - begin; });
            }
        });
    }
    for (std::thread& caller : callers) caller.join();
    EXPECT_EQ(total, 4 * 100 * 32);
}

TEST(ThreadPool, WakesWorkersThatFellAsleep) {
    ThreadPool pool(2);
    for (int repeat = 0; repeat < 5; ++repeat) {
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
        // Both ranges run only if a second thread takes one: the first that comes waits for the other.
        std::atomic<int> arrived{0};
        pool.parallelFor(2, 1, [&](std::int64_t, std::int64_t, int) {
            ++arrived;
            while (arrived < 2) std::this_thread::yield();
        });
        EXPECT_EQ(arrived, 2);
    }
}

TEST(ThreadPool, UsesNoProcessorTimeWhileIdle) {
    ThreadPool pool(4);
    pool.parallelFor(64, 1, [](std::int64_t, std::int64_t, int) {});
    const auto used = [] {
        rusage usage{};
        getrusage(RUSAGE_SELF, &usage);
        return static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
               1e-6 * static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec);
    };
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    const double before = used();
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    EXPECT_LT(used() - before, 0.05);  // spinning workers would use all of the 0.2 s, each
}

}  // namespace
}  // namespace hearth::base
