// The product of byte vectors of every instruction set there is, against the scalar reference.
#include "engine/vectors.h"

#include <gtest/gtest.h>

#include <random>

#include "isas.h"
#include "kernels/distance.h"

namespace hearth::engine {
namespace {

class Distance : public ::testing::TestWithParam<const Kernels*> {};

TEST_P(Distance, DotOfBytesIsExact) {
    std::mt19937 random(3);
    for (const std::int64_t count : {1, 15, 16, 63, 64, 65, 256, 384, 1000, 65536}) {
        std::vector<std::int8_t> a(static_cast<std::size_t>(count));
        std::vector<std::int8_t> b(a.size());
        for (std::int8_t& x : a) x = static_cast<std::int8_t>(random() % 256 - 128);
        for (std::int8_t& x : b) x = static_cast<std::int8_t>(random() % 256 - 128);
        EXPECT_EQ(dotInt8For(GetParam()->isa)(a.data(), b.data(), count),
                  dotInt8For(Isa::Reference)(a.data(), b.data(), count))
            << count;
        a.assign(a.size(), -128);
        EXPECT_EQ(dotInt8For(GetParam()->isa)(a.data(), a.data(), count), count * 16384) << count;
    }
}

INSTANTIATE_TEST_SUITE_P(Isas, Distance, ::testing::ValuesIn(testing::availableKernels()), testing::isaName);

TEST(VectorKernels, AreThere) {
    const std::int8_t a[] = {1, 2, 3};
    EXPECT_EQ(vectorKernels().dotInt8(a, a, 3), 14);
}

}  // namespace
}  // namespace hearth::engine
