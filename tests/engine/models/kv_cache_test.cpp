#include "models/kv_cache.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "kernels/ops.h"

namespace hearth::engine {
namespace {

constexpr int kHeads = 2;
constexpr int kDim = 8;
constexpr int kWindow = 8;

class KvCacheTest : public testing::TestWithParam<CacheType> {
  protected:
    KvCache cache(int positions, int window) {
        const KvShape shape{kHeads, kDim, kDim, positions, window};
        memory_ = AlignedBytes(KvCache::bytes(shape, GetParam()));
        return {shape, GetParam(), memory_.data()};
    }
    // Keys are zero, so every position weighs the same: what the queries at start … start + n - 1 get, one of
    // a head, is the mean of the values they see: `base` + the position + 10 for the second head.
    std::vector<float> means(KvCache& cache, int start, int n, float base, int head) {
        const std::vector<float> keys(static_cast<std::size_t>(n * kHeads * kDim), 0.0f);
        std::vector<float> values;
        for (int t = 0; t < n; ++t)
            for (int h = 0; h < kHeads; ++h)
                values.insert(values.end(), kDim, base + static_cast<float>(start + t + 10 * h));
        const std::vector<float> q(keys.size(), 1.0f);
        std::vector<float> out(keys.size());
        AttentionArgs args = cache.append(compute_, scratch_, keys.data(), values.data(), start, n);
        args.q = q.data();
        args.out = out.data();
        args.n = n;
        args.heads = kHeads;
        attention(compute_, args);
        std::vector<float> of;
        for (int t = 0; t < n; ++t)
            of.push_back(out[static_cast<std::size_t>((t * kHeads + head) * kDim + 3)]);
        return of;
    }
    base::ThreadPool pool_{2};
    Compute compute_{**selectKernels(""), pool_};
    AlignedBytes memory_;
    std::vector<std::byte> scratch_;
};

TEST_P(KvCacheTest, AttentionSeesWhatWasWritten) {
    KvCache all = cache(40, 0);
    EXPECT_EQ(memory_.size(), 2u * kHeads * kDim * 40u * (GetParam() == CacheType::F16 ? 2u : 4u));
    EXPECT_NEAR(means(all, 0, 35, 0, 0)[34], 17, 0.02);
    EXPECT_NEAR(means(all, 35, 1, 0, 1)[0], 27.5, 0.02);
    EXPECT_NEAR(means(all, 3, 2, 100, 0)[1], (0 + 1 + 2 + 103 + 104) / 5.0, 0.1);  // after stepping back
    EXPECT_TRUE(all.canReturnTo(17));
    EXPECT_TRUE(all.snapshot().empty());
}

// Whatever the pieces in which tokens come, a query sees the latest kWindow positions.
TEST_P(KvCacheTest, RingKeepsTheWindow) {
    for (const std::vector<int>& pieces :
         std::vector<std::vector<int>>{{30},
                                       {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1},
                                       {5, 1, 7, 2, 9, 1, 1, 20},
                                       {8, 8, 1},
                                       {7, 2, 3}}) {
        KvCache ring = cache(100, kWindow);
        EXPECT_EQ(memory_.size(), 2u * kHeads * kDim * kWindow * (GetParam() == CacheType::F16 ? 2u : 4u));
        int start = 0;
        for (const int n : pieces) {
            const auto got = means(ring, start, n, 0, 0);
            for (int t = 0; t < n; ++t, ++start) {
                const double expected = (std::max(0, start - kWindow + 1) + start) / 2.0;
                EXPECT_NEAR(got[static_cast<std::size_t>(t)], expected, 0.03) << "position " << start;
            }
        }
    }
}

TEST_P(KvCacheTest, RingKnowsHowFarItCanGoBack) {
    KvCache ring = cache(100, kWindow);
    means(ring, 0, 6, 0, 0);
    EXPECT_TRUE(ring.canReturnTo(2));
    means(ring, 6, 6, 0, 0);
    EXPECT_TRUE(ring.canReturnTo(12));
    EXPECT_TRUE(ring.canReturnTo(11));
    EXPECT_FALSE(ring.canReturnTo(10));
    EXPECT_FALSE(ring.canReturnTo(2));
    EXPECT_TRUE(ring.canReturnTo(0));
    const auto kept = ring.snapshot();
    means(ring, 12, 20, 50, 0);
    EXPECT_FALSE(ring.canReturnTo(12));
    ring.restore(kept);
    EXPECT_TRUE(ring.canReturnTo(12));
    EXPECT_NEAR(means(ring, 12, 1, 0, 0)[0], (5 + 12) / 2.0, 0.02);
    ring.returnTo(0);
    EXPECT_TRUE(ring.canReturnTo(5));
}

INSTANTIATE_TEST_SUITE_P(Types, KvCacheTest, testing::Values(CacheType::F16, CacheType::F32));

}  // namespace
}  // namespace hearth::engine
