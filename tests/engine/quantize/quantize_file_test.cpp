#include "engine/quantize.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>

#include "engine/logits.h"
#include "engine/model.h"
#include "fakes/temporary_folder.h"
#include "fakes/tiny_model.h"

namespace hearth::engine {
namespace {

using testing::HasSubstr;

const std::vector<TokenId> kTokens = {0, 17, 99, 200, 5, 61, 128, 77};

tests::TinyModel wide() {
    tests::TinyModel tiny;
    tiny.embedding = 256;
    tiny.heads = 8;
    tiny.kvHeads = 4;
    tiny.hidden = 512;
    tiny.layers = 3;
    return tiny;
}

double nmse(const std::vector<float>& got, const std::vector<float>& expected) {
    double difference = 0;
    double size = 0;
    for (std::size_t i = 0; i < expected.size(); ++i) {
        difference += std::pow(got[i] - expected[i], 2);
        size += std::pow(expected[i], 2);
    }
    return difference / size;
}

struct Case {
    std::string recipe;
    std::string type;    // of most weights
    double tensorError;  // at most, in every tensor
    double nmse;         // of the logits, at most
};

class Quantize : public testing::TestWithParam<Case> {};

TEST_P(Quantize, WritesAModelThatPredictsNearlyTheSame) {
    const tests::TemporaryFolder folder;
    const std::string in = (folder / "in.gguf").string();
    const std::string out = (folder / "out.gguf").string();
    wide().write(in);
    double progress = 0;
    QuantizeOptions options;
    options.onProgress = [&](double share) { progress = share; };
    const auto report = quantizeFile(in, out, GetParam().recipe, options);
    ASSERT_TRUE(report) << report.error().text();
    EXPECT_EQ(progress, 1.0);
    for (const QuantizedTensor& tensor : report->tensors) {
        EXPECT_LE(tensor.error, GetParam().tensorError) << tensor.name;
        if (tensor.name.find("norm") != std::string::npos) {
            EXPECT_EQ(tensor.to, "F32");
        }
    }
    const auto summary = describeFile(out);
    ASSERT_TRUE(summary) << summary.error().text();
    EXPECT_EQ(summary->info.weightType, GetParam().type);
    EXPECT_EQ(summary->info.name, "tiny");
    std::uint64_t bytes = 0;
    for (const TensorInfo& tensor : summary->tensors) bytes += tensor.bytes;
    EXPECT_EQ(bytes, report->bytesAfter);
    EXPECT_LE(report->bytesAfter, report->bytesBefore);
    const auto before = modelLogits(in, kTokens);
    const auto after = modelLogits(out, kTokens);
    ASSERT_TRUE(after) << after.error().text();
    EXPECT_LE(nmse(*after, *before), GetParam().nmse);
}

INSTANTIATE_TEST_SUITE_P(Recipes, Quantize,
                         testing::Values(Case{"F32", "F32", 0, 0}, Case{"F16", "F16", 5e-4, 1e-6},
                                         Case{"bf16", "BF16", 4e-3, 1e-4}, Case{"Q8_0", "Q8_0", 0.01, 1e-3},
                                         Case{"q6_k", "Q6_K", 0.03, 1e-2}, Case{"Q4_K", "Q4_K", 0.1, 0.1},
                                         Case{"Q4_K_M", "Q4_K", 0.1, 0.1}, Case{"Q4_0", "Q4_0", 0.12, 0.1},
                                         Case{"Q4_1", "Q4_1", 0.1, 0.1}, Case{"Q5_0", "Q5_0", 0.06, 0.05},
                                         Case{"Q5_1", "Q5_1", 0.05, 0.05}, Case{"Q5_K_M", "Q5_K", 0.05, 0.05},
                                         Case{"Q3_K_M", "Q3_K", 0.25, 0.3}, Case{"Q2_K", "Q2_K", 0.4, 0.6},
                                         Case{"IQ4_NL", "IQ4_NL", 0.1, 0.1},
                                         Case{"IQ4_XS", "IQ4_XS", 0.1, 0.1}, Case{"TQ2_0", "TQ2_0", 0.6, 2},
                                         Case{"MXFP4", "MXFP4", 0.15, 0.2}),
                         [](const auto& test) { return test.param.recipe; });

TEST(QuantizeFile, RowsThatAreTooShortForABlockGetANearType) {
    const tests::TemporaryFolder folder;
    const std::string in = (folder / "in.gguf").string();
    tests::TinyModel().write(in);  // rows of 32
    const auto report = quantizeFile(in, (folder / "out.gguf").string(), "Q4_K_S");
    ASSERT_TRUE(report) << report.error().text();
    for (const QuantizedTensor& tensor : report->tensors) {
        if (tensor.name.find("norm") != std::string::npos || tensor.name.find("blk.") != 0) continue;
        EXPECT_THAT(tensor.to, testing::AnyOf("Q5_0", "Q5_1")) << tensor.name;
        EXPECT_EQ(tensor.wanted.substr(2), "_K") << tensor.name;
    }
}

TEST(QuantizeFile, CalibrationLowersTheErrorThatCounts) {
    const tests::TemporaryFolder folder;
    const std::string in = (folder / "in.gguf").string();
    const std::string text = (folder / "text.txt").string();
    tests::TinyModel tiny = wide();
    tiny.experts = 3;
    tiny.write(in);
    std::ofstream(text) << "It was the best of times, it was the worst of times, it was the age of wisdom.";
    QuantizeOptions options;
    const auto plain = quantizeFile(in, (folder / "plain.gguf").string(), "Q3_K_S", options);
    options.calibration = text;
    double progress = 0;
    options.onCalibration = [&](double share) { progress = share; };
    const auto calibrated = quantizeFile(in, (folder / "calibrated.gguf").string(), "Q3_K_S", options);
    ASSERT_TRUE(calibrated) << calibrated.error().text();
    EXPECT_EQ(progress, 1.0);
    EXPECT_GT(calibrated->calibrationTokens, 10);
    int measured = 0;
    for (std::size_t i = 0; i < calibrated->tensors.size(); ++i) {
        const QuantizedTensor& tensor = calibrated->tensors[i];
        if (tensor.to != "Q3_K") continue;
        if (tensor.name == "token_embd.weight") continue;
        ASSERT_TRUE(tensor.calibratedError) << tensor.name;
        EXPECT_LT(*tensor.calibratedError, plain->tensors[i].error) << tensor.name;
        ++measured;
    }
    EXPECT_GE(measured, 3 * 7);
    const auto before = modelLogits(in, kTokens);
    const auto after = modelLogits((folder / "calibrated.gguf").string(), kTokens);
    ASSERT_TRUE(after) << after.error().text();
    EXPECT_LE(nmse(*after, *before), 0.3);
    std::ofstream(text, std::ios::trunc) << "a";
    const auto tooShort = quantizeFile(in, (folder / "x.gguf").string(), "Q3_K_S", options);
    ASSERT_FALSE(tooShort);
    EXPECT_THAT(tooShort.error().message, HasSubstr("too short"));
}

TEST(QuantizeFile, SaysWhatIsWrongAndLeavesNothing) {
    const tests::TemporaryFolder folder;
    const std::string in = (folder / "in.gguf").string();
    const std::string out = (folder / "out.gguf").string();
    EXPECT_EQ(quantizeFile(in, out, "Q8_0").error().code, base::ErrorCode::NotFound);
    tests::TinyModel tiny;
    tiny.write(in);
    EXPECT_THAT(quantizeFile(in, out, "Q9").error().message, HasSubstr("Q4_K_M"));
    base::CancelSource source;
    source.cancel();
    QuantizeOptions options;
    options.cancel = source.token();
    EXPECT_EQ(quantizeFile(in, out, "Q8_0", options).error().code, base::ErrorCode::Cancelled);
    tiny.weight = NAN;
    tiny.write(in);
    const auto damaged = quantizeFile(in, out, "Q8_0");
    ASSERT_FALSE(damaged);
    EXPECT_THAT(damaged.error().where, HasSubstr("tensor token_embd.weight"));
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 1);
}

}  // namespace
}  // namespace hearth::engine
