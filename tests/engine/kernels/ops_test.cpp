// Element-wise operations and attention of every instruction set there is, against the scalar reference.
#include "kernels/ops.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "isas.h"
#include "tensor/half.h"

namespace hearth::engine {
namespace {

using testing::randomValues;
using testing::reference;

void expectNear(const std::vector<float>& values, const std::vector<float>& expected, double tolerance) {
    ASSERT_EQ(values.size(), expected.size());
    double largest = 0;
    double error = 0;
    for (std::size_t i = 0; i < expected.size(); ++i) {
        largest = std::max(largest, std::fabs(static_cast<double>(expected[i])));
        error = std::max(error, std::fabs(static_cast<double>(values[i]) - expected[i]));
    }
    EXPECT_LE(error, tolerance * largest + 1e-30) << expected.size() << " values";
}

class Ops : public ::testing::TestWithParam<const Kernels*> {
  protected:
    const Kernels& kernels() const { return *GetParam(); }
};

constexpr std::size_t kCounts[] = {1, 7, 8, 15, 16, 17, 31, 64, 100, 2048, 5632};

TEST_P(Ops, QuantizeRowGivesTheReferenceNumbers) {
    for (const int cols : {32, 64, 2048, 5632}) {
        const auto count = static_cast<std::size_t>(cols);
        auto x = randomValues(count, 1);
        for (std::size_t i = 0; i < 32; ++i) x[i] = 0;  // a group of zeros
        std::vector<std::int8_t> numbers[2];
        std::vector<float> scales[2];
        std::vector<std::int32_t> sums[2];
        std::vector<std::int32_t> halfSums[2];
        const Kernels* tables[] = {&reference(), &kernels()};
        for (int k = 0; k < 2; ++k) {
            constexpr std::size_t stride = 3;  // two other rows lie between
            numbers[k].resize(stride * count);
            scales[k].resize(stride * count / kGroup);
            sums[k].resize(stride * count / kGroup);
            halfSums[k].resize(stride * 2 * count / kGroup);
            tables[k]->quantizeRow(
                x.data(), cols,
                {numbers[k].data(), scales[k].data(), sums[k].data(), halfSums[k].data(), stride});
        }
        EXPECT_EQ(numbers[1], numbers[0]);
        EXPECT_EQ(scales[1], scales[0]);
        EXPECT_EQ(sums[1], sums[0]);
        EXPECT_EQ(halfSums[1], halfSums[0]);
    }
}

TEST_P(Ops, RmsNorm) {
    for (const std::size_t count : kCounts) {
        const auto x = randomValues(count, 1);
        const auto weight = randomValues(count, 2);
        std::vector<float> expected(count);
        std::vector<float> out(count);
        reference().rmsNorm(x.data(), weight.data(), expected.data(), static_cast<std::int64_t>(count),
                            1e-5f);
        kernels().rmsNorm(x.data(), weight.data(), out.data(), static_cast<std::int64_t>(count), 1e-5f);
        expectNear(out, expected, 1e-6);
    }
}

TEST_P(Ops, Rope) {
    for (const int pairs : {1, 3, 8, 16, 20, 32, 64}) {
        const auto count = static_cast<std::size_t>(pairs);
        const auto cos = randomValues(count, 1);
        const auto sin = randomValues(count, 2);
        for (const bool neox : {false, true}) {
            auto expected = randomValues(2 * count, 3);
            auto x = expected;
            (neox ? reference().ropeNeox : reference().ropeInterleaved)(expected.data(), cos.data(),
                                                                        sin.data(), pairs);
            (neox ? kernels().ropeNeox : kernels().ropeInterleaved)(x.data(), cos.data(), sin.data(), pairs);
            expectNear(x, expected, 1e-6);
        }
    }
}

TEST_P(Ops, GatedUnits) {
    for (const GatedUnit unit : {GatedUnit::Silu, GatedUnit::Sigmoid, GatedUnit::Gelu, GatedUnit::Relu,
                                 GatedUnit::ReluSquared, GatedUnit::ClampedSwish}) {
        SCOPED_TRACE(static_cast<int>(unit));
        for (const std::size_t count : kCounts) {
            auto gate = randomValues(count, 1, 10);
            gate[0] = -200;  // exp overflows
            const auto up = randomValues(count, 2, 10);
            std::vector<float> expected(count);
            reference().gatedUnit(unit, gate.data(), up.data(), expected.data(),
                                  static_cast<std::int64_t>(count));
            kernels().gatedUnit(unit, gate.data(), up.data(), gate.data(), static_cast<std::int64_t>(count));
            expectNear(gate, expected, 1e-5);
        }
    }
}

TEST_P(Ops, AddAndSoftmax) {
    for (const std::size_t count : kCounts) {
        const auto length = static_cast<std::int64_t>(count);
        const auto x = randomValues(count, 1, 20);
        auto expected = randomValues(count, 2);
        auto y = expected;
        reference().add(expected.data(), x.data(), length);
        kernels().add(y.data(), x.data(), length);
        EXPECT_EQ(y, expected);
        reference().softmax(expected.data(), length);
        kernels().softmax(y.data(), length);
        expectNear(y, expected, 3e-6);
    }
}

TEST_P(Ops, HalfConversions) {
    for (const std::size_t count : kCounts) {
        const auto length = static_cast<std::int64_t>(count);
        const auto x = randomValues(count, 1);
        std::vector<std::uint16_t> expected(count);
        std::vector<std::uint16_t> half(count);
        reference().toHalf(x.data(), expected.data(), length);
        kernels().toHalf(x.data(), half.data(), length);
        EXPECT_EQ(half, expected);
        std::vector<float> back(count);
        std::vector<float> expectedBack(count);
        reference().fromHalf(half.data(), expectedBack.data(), length);
        kernels().fromHalf(half.data(), back.data(), length);
        EXPECT_EQ(back, expectedBack);
    }
}

struct Attend {
    int n, heads, kvHeads, headDim, start, window;
    bool half;
    int valueDim = 0;  // 0: headDim
    int ahead = 0;
    float cap = 0;
    bool sinks = false;
    bool slopes = false;
};

TEST_P(Ops, Attention) {
    constexpr Attend kCases[] = {{1, 4, 4, 64, 0, 0, true},
                                 {1, 32, 4, 64, 300, 0, true},
                                 {2, 6, 2, 64, 17, 0, false},
                                 {3, 8, 1, 32, 5, 0, true},
                                 {7, 8, 2, 80, 61, 0, true},
                                 {33, 8, 4, 64, 10, 0, true},
                                 {65, 4, 2, 128, 130, 0, false},
                                 {20, 4, 1, 24, 0, 8, true},
                                 {1, 4, 2, 64, 100, 16, false},
                                 {150, 9, 3, 64, 0, 0, true},
                                 {40, 2, 2, 8, 3, 0, false},
                                 {70, 4, 4, 256, 33, 40, true},
                                 {9, 4, 2, 20, 3, 0, true, 12},
                                 {33, 6, 2, 10, 40, 5, false},
                                 {40, 4, 2, 64, 5, 0, true, 0, 1000},
                                 {21, 4, 2, 64, 9, 6, true, 0, 5},
                                 {35, 4, 1, 64, 9, 0, true, 0, 0, 2.5f},
                                 {35, 4, 2, 64, 9, 7, true, 0, 0, 0, true},
                                 {1, 8, 2, 36, 70, 0, false, 0, 0, 3, true},
                                 {1, 4, 4, 64, 90, 0, true, 0, 0, 0, false, true},
                                 {37, 6, 3, 20, 33, 0, false, 0, 0, 0, false, true},
                                 {40, 4, 1, 16, 7, 9, true, 0, 0, 2, true, true},
                                 {30, 4, 4, 24, 0, 0, false, 0, 30, 0, false, true}};
    for (const Attend& c : kCases) {
        SCOPED_TRACE("n=" + std::to_string(c.n) + " heads=" + std::to_string(c.heads) + "/" +
                     std::to_string(c.kvHeads) + " dim=" + std::to_string(c.headDim) +
                     " start=" + std::to_string(c.start));
        const auto q = randomValues(static_cast<std::size_t>(c.n * c.heads * c.headDim), 1);
        const int valueDim = c.valueDim > 0 ? c.valueDim : c.headDim;
        const int heads = (c.start + c.n) * c.kvHeads;
        const auto k = randomValues(static_cast<std::size_t>(heads * c.headDim), 2);
        const auto v = randomValues(static_cast<std::size_t>(heads * valueDim), 3);
        const auto sinks = randomValues(static_cast<std::size_t>(c.heads), 4);
        std::vector<float> slopes(static_cast<std::size_t>(c.heads));
        for (std::size_t h = 0; h < slopes.size(); ++h) slopes[h] = std::ldexp(0.7f, -static_cast<int>(h));
        std::vector<std::uint16_t> halfK(k.size());
        std::vector<std::uint16_t> halfV(v.size());
        reference().toHalf(k.data(), halfK.data(), static_cast<std::int64_t>(k.size()));
        reference().toHalf(v.data(), halfV.data(), static_cast<std::int64_t>(v.size()));
        std::vector<float> expected(static_cast<std::size_t>(c.n * c.heads * valueDim));
        std::vector<float> out(expected.size());
        AttentionArgs args;
        args.q = q.data();
        args.k = {c.half ? static_cast<const void*>(halfK.data()) : k.data(), c.kvHeads * c.headDim,
                  c.headDim};
        args.v = {c.half ? static_cast<const void*>(halfV.data()) : v.data(), c.kvHeads * valueDim, valueDim};
        args.half = c.half;
        args.valueDim = valueDim;
        args.ahead = c.ahead;
        args.cap = c.cap;
        args.sinks = c.sinks ? sinks.data() : nullptr;
        args.slopes = c.slopes ? slopes.data() : nullptr;
        args.n = c.n;
        args.heads = c.heads;
        args.kvHeads = c.kvHeads;
        args.headDim = c.headDim;
        args.start = c.start;
        args.window = c.window;
        args.scale = 1 / std::sqrt(static_cast<float>(c.headDim));
        base::ThreadPool pool(2);
        Compute plain(reference(), pool);
        Compute compute(kernels(), pool);
        args.out = expected.data();
        attention(plain, args);
        args.out = out.data();
        attention(compute, args);
        expectNear(out, expected, 3e-6);
    }
}

// Odd sizes, several tokens, with and without the correction.
TEST_P(Ops, Recurrence) {
    const struct {
        int n, keyDim, valueDim;
    } cases[] = {{1, 8, 16}, {5, 7, 16}, {9, 12, 20}, {33, 64, 64}, {2, 1, 1}};
    for (const auto& c : cases) {
        for (const bool corrects : {false, true}) {
            RecurrenceArgs args;
            args.n = c.n;
            args.keyDim = c.keyDim;
            args.valueDim = c.valueDim;
            args.corrects = corrects;
            const auto count = [&](int width) { return static_cast<std::size_t>(c.n * width); };
            const auto q = randomValues(count(c.keyDim), 1, 0.3f);
            const auto k = randomValues(count(c.keyDim), 2, 0.3f);
            const auto v = randomValues(count(c.valueDim), 3);
            std::vector<float> decay(count(1), 0.9f);
            std::vector<float> strength(count(1), 0.6f);
            args.q = q.data();
            args.k = k.data();
            args.v = v.data();
            args.decay = decay.data();
            args.strength = strength.data();
            args.keyStride = c.keyDim;
            args.valueStride = args.outStride = c.valueDim;
            args.gateStride = 1;
            const auto state =
                randomValues(static_cast<std::size_t>(args.blocks() * c.keyDim * kStateColumns), 4);
            std::vector<float> states[] = {state, state};
            std::vector<float> outs[] = {std::vector<float>(v.size()), std::vector<float>(v.size())};
            for (int which = 0; which < 2; ++which) {
                args.state = states[which].data();
                args.out = outs[which].data();
                for (int block = 0; block < args.blocks(); ++block)
                    (which ? kernels() : reference()).recurrence(args, block);
            }
            expectNear(outs[1], outs[0], 1e-5);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Isa, Ops, ::testing::ValuesIn(testing::availableKernels()), testing::isaName);

TEST(RopeTable, HasTheAnglesOfThePositions) {
    const double inverse[] = {1.0, 0.01};
    float cos[4];
    float sin[4];
    ropeTable(inverse, 2, 3, 2, 2.0f, cos, sin);
    EXPECT_FLOAT_EQ(cos[0], 2 * std::cos(3.0f));
    EXPECT_FLOAT_EQ(sin[1], 2 * std::sin(0.03f));
    EXPECT_FLOAT_EQ(sin[2], 2 * std::sin(4.0f));
}

}  // namespace
}  // namespace hearth::engine
