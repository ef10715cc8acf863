// Products of every weight type on every instruction set there is, against the scalar reference; and the
// reference against products in double precision.
#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <vector>

#include "isas.h"
#include "kernels/weights.h"
#include "tensor/rows.h"

namespace hearth::engine {
namespace {

using testing::randomValues;

constexpr DType kTypes[] = {DType::F32,   DType::F16,   DType::BF16,  DType::Q4_0,   DType::Q4_1,
                            DType::Q5_0,  DType::Q5_1,  DType::Q8_0,  DType::Q2_K,   DType::Q3_K,
                            DType::Q4_K,  DType::Q5_K,  DType::Q6_K,  DType::IQ4_NL, DType::IQ4_XS,
                            DType::TQ1_0, DType::TQ2_0, DType::MXFP4, DType::NVFP4};

struct Shape {
    int rows;
    int cols;
    int n;
};
constexpr Shape kShapes[] = {{1, 256, 1},   {15, 256, 2},  {16, 512, 3},   {17, 768, 7},  {50, 256, 8},
                             {33, 512, 33}, {130, 768, 5}, {70, 256, 512}, {48, 5632, 1}, {96, 1024, 13}};
// For the types whose blocks are short: an odd number of groups.
constexpr Shape kOddShapes[] = {{20, 96, 1}, {16, 32, 19}};

std::vector<std::byte> randomWeights(DType type, int rows, int cols, unsigned seed) {
    const std::vector<float> values = randomValues(static_cast<std::size_t>(rows) * cols, seed, 0.05f);
    std::vector<std::byte> bytes(bytesOf(type, values.size()));
    if (!canQuantize(type)) {  // any bytes are weights
        std::mt19937 random(seed);
        for (std::byte& byte : bytes) byte = static_cast<std::byte>(random());
        return bytes;
    }
    quantizeRow(type, values.data(), bytes.data(), static_cast<std::int64_t>(values.size()));
    return bytes;
}

std::vector<float> product(const Kernels& kernels, base::ThreadPool& pool, DType type, const Shape& shape,
                           const std::vector<std::byte>& weights, const std::vector<float>& x,
                           bool exact = false) {
    const auto matrix =
        WeightMatrix::create(kernels, pool, type, shape.rows, shape.cols, weights.data(), exact);
    if (!matrix) {
        ADD_FAILURE() << matrix.error().text();
        return {};
    }
    Compute compute(kernels, pool);
    std::vector<float> y(static_cast<std::size_t>(shape.n) * shape.rows, NAN);
    matmul(compute, *matrix, x.data(), y.data(), shape.n);
    return y;
}

double nmse(const std::vector<float>& values, const std::vector<float>& expected) {
    double error = 0;
    double power = 0;
    for (std::size_t i = 0; i < expected.size(); ++i) {
        error += std::pow(static_cast<double>(values[i]) - expected[i], 2);
        power += std::pow(static_cast<double>(expected[i]), 2);
    }
    return error / power;
}

std::vector<float> inDouble(DType type, const Shape& shape, const std::vector<std::byte>& weights,
                            const std::vector<float>& x) {
    std::vector<float> dense(static_cast<std::size_t>(shape.rows) * shape.cols);
    dequantizeRow(type, weights.data(), dense.data(), static_cast<std::int64_t>(dense.size()));
    std::vector<float> y;
    for (int t = 0; t < shape.n; ++t) {
        for (int r = 0; r < shape.rows; ++r) {
            double sum = 0;
            for (int c = 0; c < shape.cols; ++c) {
                sum += static_cast<double>(dense[static_cast<std::size_t>(r) * shape.cols + c]) *
                       x[static_cast<std::size_t>(t) * shape.cols + c];
            }
            y.push_back(static_cast<float>(sum));
        }
    }
    return y;
}

class Matmul : public ::testing::TestWithParam<const Kernels*> {};

TEST_P(Matmul, AgreesWithTheReference) {
    base::ThreadPool pool(2);
    for (const DType type : kTypes) {
        std::vector<Shape> shapes(std::begin(kShapes), std::end(kShapes));
        if (info(type).blockSize == 32 || info(type).blockSize == 1)
            shapes.insert(shapes.end(), std::begin(kOddShapes), std::end(kOddShapes));
        for (const Shape& shape : shapes) {
            SCOPED_TRACE(std::string(name(type)) + " " + std::to_string(shape.rows) + "x" +
                         std::to_string(shape.cols) + " n=" + std::to_string(shape.n));
            const auto weights = randomWeights(type, shape.rows, shape.cols, 1);
            const auto x = randomValues(static_cast<std::size_t>(shape.n) * shape.cols, 2);
            const auto expected = product(testing::reference(), pool, type, shape, weights, x);
            const auto y = product(*GetParam(), pool, type, shape, weights, x);
            ASSERT_EQ(y.size(), expected.size());
            EXPECT_LE(nmse(y, expected), 1e-11);  // the same numbers, added up in another order
        }
    }
}

TEST_P(Matmul, ExactModeIsExactAndQuantizedInputIsClose) {
    base::ThreadPool pool(2);
    const Shape shape{40, 1024, 9};
    for (const DType type : kTypes) {
        SCOPED_TRACE(name(type));
        const auto weights = randomWeights(type, shape.rows, shape.cols, 3);
        const auto x = randomValues(static_cast<std::size_t>(shape.n) * shape.cols, 4);
        const auto expected = inDouble(type, shape, weights, x);
        EXPECT_LE(nmse(product(*GetParam(), pool, type, shape, weights, x, true), expected), 1e-11);
        EXPECT_LE(nmse(product(*GetParam(), pool, type, shape, weights, x), expected), 1e-4);
    }
}

TEST_P(Matmul, GroupGivesWhatSingleProductsGive) {
    base::ThreadPool pool(2);
    Compute compute(*GetParam(), pool);
    const int cols = 512;
    const int n = 4;
    const auto x = randomValues(static_cast<std::size_t>(n) * cols, 5);
    const DType types[] = {DType::Q4_0, DType::Q6_K, DType::F16};
    const int rows[] = {100, 17, 64};
    std::vector<std::vector<std::byte>> bytes;
    std::vector<WeightMatrix> matrices;
    std::vector<std::vector<float>> y;
    std::vector<Product> products;
    for (int i = 0; i < 3; ++i) bytes.push_back(randomWeights(types[i], rows[i], cols, 6));
    for (int i = 0; i < 3; ++i) {
        const auto k = static_cast<std::size_t>(i);
        matrices.push_back(
            WeightMatrix::create(*GetParam(), pool, types[i], rows[i], cols, bytes[k].data()).value());
        y.emplace_back(static_cast<std::size_t>(n) * static_cast<std::size_t>(rows[i]));
    }
    for (std::size_t i = 0; i < 3; ++i) products.push_back({&matrices[i], y[i].data()});
    matmulGroup(compute, products, x.data(), n);
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_EQ(y[i], product(*GetParam(), pool, types[i], {rows[i], cols, n}, bytes[i], x));
    }
}

TEST_P(Matmul, RowsOfAPackedMatrixAreStillReadable) {
    base::ThreadPool pool(1);
    const auto weights = randomWeights(DType::Q4_0, 20, 64, 7);
    const auto matrix = WeightMatrix::create(*GetParam(), pool, DType::Q4_0, 20, 64, weights.data()).value();
    std::vector<float> all(20 * 64);
    dequantizeRow(DType::Q4_0, weights.data(), all.data(), 20 * 64);
    std::vector<float> row(64);
    matrix.row(13, row.data());
    EXPECT_EQ(row, std::vector<float>(all.begin() + 13 * 64, all.begin() + 14 * 64));
}

INSTANTIATE_TEST_SUITE_P(Isa, Matmul, ::testing::ValuesIn(testing::availableKernels()), testing::isaName);

TEST(WeightMatrixErrors, AreClear) {
    base::ThreadPool pool(1);
    const std::byte nothing[64]{};
    const auto odd = WeightMatrix::create(testing::reference(), pool, DType::Q4_0, 1, 33, nothing);
    ASSERT_FALSE(odd);
    EXPECT_EQ(odd.error().code, base::ErrorCode::InvalidInput);
    const auto unknown = WeightMatrix::create(testing::reference(), pool, DType::IQ1_S, 1, 256, nothing);
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error().code, base::ErrorCode::Unsupported);
}

TEST(SelectKernels, RefusesUnknownNames) {
    const auto result = selectKernels("sse9");
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, base::ErrorCode::InvalidInput);
    EXPECT_NE(result.error().message.find("avx512"), std::string::npos);
    EXPECT_EQ(result.error().where, "HEARTH_ISA");
    EXPECT_TRUE(selectKernels(""));
}

}  // namespace
}  // namespace hearth::engine
