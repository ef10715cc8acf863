#include "tensor/rows.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <vector>

namespace hearth::engine {
namespace {

struct Case {
    DType type;
    double nmse;  // bound for normally distributed weights
};

class RowCodecs : public testing::TestWithParam<Case> {};

std::vector<float> randomRow(int count, float spread, unsigned seed) {
    std::mt19937 random(seed);
    std::normal_distribution<float> normal(0, spread);
    std::vector<float> row(static_cast<std::size_t>(count));
    for (float& value : row) value = normal(random);
    return row;
}

std::vector<float> throughType(DType type, const std::vector<float>& row) {
    std::vector<std::byte> bytes(bytesOf(type, row.size()));
    std::vector<float> back(row.size());
    quantizeRow(type, row.data(), bytes.data(), static_cast<std::int64_t>(row.size()));
    dequantizeRow(type, bytes.data(), back.data(), static_cast<std::int64_t>(row.size()));
    return back;
}

TEST_P(RowCodecs, StaysNearTheWeights) {
    const std::vector<float> row = randomRow(256 * 40, 0.02f, 1);
    const std::vector<float> back = throughType(GetParam().type, row);
    double error = 0;
    double power = 0;
    for (std::size_t i = 0; i < row.size(); ++i) {
        error += std::pow(static_cast<double>(row[i]) - back[i], 2);
        power += std::pow(static_cast<double>(row[i]), 2);
    }
    EXPECT_LE(error / power, GetParam().nmse);
}

TEST_P(RowCodecs, KeepsZerosAndConstants) {
    for (const float value : {0.0f, 0.5f, -0.25f}) {
        const std::vector<float> row(512, value);
        for (const float back : throughType(GetParam().type, row)) {
            EXPECT_NEAR(back, value, std::fabs(value) * 0.01f);
        }
    }
}

TEST_P(RowCodecs, GivesFiniteNumbersForExtremeWeights) {
    std::vector<float> row = randomRow(512, 1e-12f, 2);
    row[3] = 1000;
    row[300] = -1000;
    for (const float back : throughType(GetParam().type, row)) EXPECT_TRUE(std::isfinite(back));
}

INSTANTIATE_TEST_SUITE_P(
    Types, RowCodecs,
    testing::Values(Case{DType::F32, 0}, Case{DType::F16, 1e-7}, Case{DType::BF16, 1e-5},
                    Case{DType::Q8_0, 5e-5}, Case{DType::Q6_K, 5e-4}, Case{DType::Q4_0, 9e-3},
                    Case{DType::Q4_K, 7e-3}, Case{DType::Q4_1, 8e-3}, Case{DType::Q5_0, 3e-3},
                    Case{DType::Q5_1, 2e-3}, Case{DType::Q2_K, 0.12}, Case{DType::Q3_K, 0.04},
                    Case{DType::Q5_K, 2e-3}, Case{DType::IQ4_NL, 7e-3}, Case{DType::IQ4_XS, 7e-3},
                    Case{DType::TQ1_0, 0.2}, Case{DType::TQ2_0, 0.2}, Case{DType::MXFP4, 0.016}),
    [](const auto& test) { return std::string(name(test.param.type)); });

// Bytes by hand, for the types that no file of the fixtures has: 2^(exponent - 127) times numbers of E2M1.
TEST(RowCodecsLayout, Mxfp4) {
    std::byte block[17]{};
    block[0] = std::byte{128};
    block[1] = std::byte{0x72};   // weight 0: code 2, weight 16: code 7
    block[16] = std::byte{0x9F};  // weight 15: code 15, weight 31: code 9
    float row[32];
    dequantizeRow(DType::MXFP4, block, row, 32);
    EXPECT_EQ(row[0], 2 * 1.0f);
    EXPECT_EQ(row[16], 2 * 6.0f);
    EXPECT_EQ(row[15], 2 * -6.0f);
    EXPECT_EQ(row[31], 2 * -0.5f);
    EXPECT_EQ(row[1], 0.0f);
    block[0] = std::byte{0};
    dequantizeRow(DType::MXFP4, block, row, 32);
    EXPECT_EQ(row[0], 0x1p-127f);
}

TEST(RowCodecsLayout, Nvfp4) {
    std::byte block[36]{};
    block[0] = std::byte{0x38};   // 1
    block[1] = std::byte{0x7E};   // 448, the largest
    block[2] = std::byte{0x03};   // 3 * 2^-9: an exponent of zero
    block[3] = std::byte{0x7F};   // no number
    block[4] = std::byte{0x72};   // weight 0: code 2, weight 8: code 7
    block[19] = std::byte{0x9F};  // weight 23: code 15, weight 31: code 9
    block[20] = std::byte{0x02};  // weight 32: code 2
    block[28] = std::byte{0x77};  // weights 48 and 56
    float row[64];
    dequantizeRow(DType::NVFP4, block, row, 64);
    EXPECT_EQ(row[0], 1.0f);
    EXPECT_EQ(row[8], 6.0f);
    EXPECT_EQ(row[1], 0.0f);
    EXPECT_EQ(row[23], 448 * -6.0f);
    EXPECT_EQ(row[31], 448 * -0.5f);
    EXPECT_EQ(row[32], 3 * 0x1p-9f);
    EXPECT_EQ(row[48], 0.0f);
    EXPECT_FALSE(canQuantize(DType::NVFP4));
}

TEST(RowCodecsLayout, TernaryWeightsStayExactly) {
    std::vector<float> row(512);
    for (std::size_t i = 0; i < row.size(); ++i) row[i] = 0.75f * (static_cast<float>(i * 7 % 3) - 1);
    EXPECT_EQ(throughType(DType::TQ1_0, row), row);
    EXPECT_EQ(throughType(DType::TQ2_0, row), row);
}

TEST(RowImportance, ErrorsCountWhereItSays) {
    const std::vector<float> row = randomRow(256 * 20, 0.02f, 5);
    std::vector<float> importance(row.size(), 0.01f);
    for (std::size_t i = 0; i < row.size(); i += 4) importance[i] = 1;
    const auto errorOf = [&](DType type, const float* weights) {
        std::vector<std::byte> bytes(bytesOf(type, row.size()));
        std::vector<float> back(row.size());
        quantizeRow(type, row.data(), bytes.data(), static_cast<std::int64_t>(row.size()), weights);
        dequantizeRow(type, bytes.data(), back.data(), static_cast<std::int64_t>(row.size()));
        double error = 0;
        for (std::size_t i = 0; i < row.size(); ++i) error += importance[i] * std::pow(row[i] - back[i], 2);
        return error;
    };
    for (const DType type : {DType::Q4_0, DType::Q4_1, DType::Q2_K, DType::Q3_K, DType::IQ4_XS, DType::TQ2_0})
        EXPECT_LT(errorOf(type, importance.data()), 0.99 * errorOf(type, nullptr)) << name(type);
}

TEST(DTypes, AreFoundByNumberAndByNameInEitherCase) {
    EXPECT_EQ(parseDType("q4_k"), DType::Q4_K);
    EXPECT_EQ(parseDType("BF16"), DType::BF16);
    EXPECT_FALSE(parseDType("Q4"));
    ASSERT_NE(findDType(8), nullptr);
    EXPECT_EQ(findDType(8)->name, "Q8_0");
    EXPECT_EQ(findDType(4), nullptr);
    EXPECT_EQ(findDType(1000000), nullptr);
    EXPECT_EQ(bytesOf(DType::Q4_K, 512), 288u);
}

TEST(RowCodecsErrors, NameTheTypeAndWhatIsSupported) {
    const auto result = requireDequantize(DType::IQ1_S);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, base::ErrorCode::Unsupported);
    EXPECT_NE(result.error().message.find("IQ1_S"), std::string::npos);
    EXPECT_NE(result.error().message.find("Q4_0"), std::string::npos);
    EXPECT_NE(requireQuantize(DType::NVFP4).error().message.find("MXFP4"), std::string::npos);
}

}  // namespace
}  // namespace hearth::engine
