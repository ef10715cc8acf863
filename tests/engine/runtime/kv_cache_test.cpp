#include "runtime/kv_cache.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "kernels/ops.h"

namespace hearth::engine {
namespace {

constexpr int kLayers = 2;
constexpr int kHeads = 2;
constexpr int kDim = 8;

class KvCacheTest : public testing::TestWithParam<CacheType> {};

// With keys of zero every position weighs the same: attention gives the mean of the values that are there.
TEST_P(KvCacheTest, AttentionSeesWhatWasWritten) {
    base::ThreadPool pool(2);
    const Kernels& kernels = **selectKernels("");
    Compute compute(kernels, pool);
    auto cache = KvCache::create({kLayers, kHeads, kDim}, 40, GetParam());
    ASSERT_TRUE(cache);
    EXPECT_EQ(cache->bytes(), 2u * kLayers * kHeads * kDim * 40u * (GetParam() == CacheType::F16 ? 2u : 4u));
    const auto write = [&](int layer, int start, int n, float base) {
        const std::vector<float> keys(static_cast<std::size_t>(n * kHeads * kDim), 0.0f);
        std::vector<float> values;
        for (int t = 0; t < n; ++t)
            for (int head = 0; head < kHeads; ++head)
                for (int d = 0; d < kDim; ++d)
                    values.push_back(base + static_cast<float>(start + t + 10 * head));
        cache->write(compute, layer, keys.data(), values.data(), start, n);
    };
    write(0, 0, 35, 0);
    write(1, 0, 35, 100);
    write(1, 3, 1, 100 + 35);  // overwritten after stepping back

    const std::vector<float> q(kHeads * kDim, 1.0f);
    std::vector<float> out(kHeads * kDim);
    const auto mean = [&](int layer, int positions, int head) {
        AttentionArgs args;
        cache->describe(layer, args);
        args.q = q.data();
        args.out = out.data();
        args.n = 1;
        args.heads = kHeads;
        args.start = positions - 1;
        attention(compute, args);
        return out[static_cast<std::size_t>(head * kDim + 3)];
    };
    EXPECT_NEAR(mean(0, 35, 0), 17, 0.02);
    EXPECT_NEAR(mean(0, 35, 1), 27, 0.02);
    EXPECT_NEAR(mean(0, 5, 0), 2, 0.01);
    EXPECT_NEAR(mean(1, 35, 0), 117 + 1, 0.1);
}

INSTANTIATE_TEST_SUITE_P(Types, KvCacheTest, testing::Values(CacheType::F16, CacheType::F32));

TEST(KvCache, SaysWhenThereIsNotEnoughMemory) {
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define HEARTH_ASAN
#endif
#endif
#if defined(HEARTH_ASAN) || defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    GTEST_SKIP() << "sanitizers end the program instead";
#endif
    const auto cache = KvCache::create({4096, 4096, 4096}, 1 << 22, CacheType::F32);
    ASSERT_FALSE(cache);
    EXPECT_EQ(cache.error().code, base::ErrorCode::OutOfMemory);
}

}  // namespace
}  // namespace hearth::engine
