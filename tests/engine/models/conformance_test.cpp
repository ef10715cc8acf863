// Logits of small models, compared with those that a reference engine gave. The fixtures are not in the
// repository: without the folder of shared data these tests say so and are skipped.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "engine/conformance.h"
#include "engine/logits.h"
#include "engine/session.h"

namespace hearth::engine {
namespace {

namespace fs = std::filesystem;

const std::vector<TokenId>& kPrompt = tests::kConformancePrompt;
constexpr std::size_t kGreedy = 12;
constexpr std::size_t kVocabulary = 300;

fs::path folder() {
    return tests::conformanceFolder();
}

std::vector<float> readExpected(const fs::path& path) {
    return tests::readFloats(path, (kPrompt.size() + kGreedy) * kVocabulary);
}

std::vector<TokenId> readGreedy(const fs::path& path) {
    std::ifstream in(path);
    return {std::istream_iterator<TokenId>(in), {}};
}

struct Fixture {
    std::string name;
    bool exact;
    double bound;
    std::string adapter = {};
    std::string scale = {};  // as in the names of its files
    std::string expected() const { return scale.empty() ? name : name + ".scale-" + scale; }
};

class LogitsConformance : public testing::TestWithParam<Fixture> {};

TEST_P(LogitsConformance, MatchTheReference) {
    const auto& [name, exact, bound, adapter, scale] = GetParam();
    const fs::path model = folder() / (name + ".gguf");
    if (!fs::exists(model)) GTEST_SKIP() << "no fixture at " << model;
    const auto expected = readExpected(folder() / (GetParam().expected() + ".f32.gz"));
    const auto greedy = readGreedy(folder() / (GetParam().expected() + ".greedy"));
    ASSERT_FALSE(expected.empty());
    ASSERT_EQ(greedy.size(), kGreedy);
    std::vector<TokenId> tokens = kPrompt;
    tokens.insert(tokens.end(), greedy.begin(), greedy.end());
    LogitsOptions options;
    options.exact = exact;
    if (!adapter.empty()) options.adapters.push_back({(folder() / adapter).string(), std::stof(scale)});
    const auto logits = modelLogits(model.string(), tokens, options);
    ASSERT_TRUE(logits) << logits.error().text();
    ASSERT_EQ(logits->size(), expected.size());
    const double error = tests::nmse(*logits, expected);
    std::printf("    %s %s: NMSE %.2e\n", name.c_str(), exact ? "exact" : "quick", error);
    EXPECT_LE(error, bound);
    if (!exact) return;
    for (std::size_t k = 0; k < kGreedy; ++k) {
        const auto row =
            logits->begin() + static_cast<std::ptrdiff_t>((kPrompt.size() - 1 + k) * kVocabulary);
        EXPECT_EQ(std::max_element(row, row + kVocabulary) - row, greedy[k]) << "greedy token " << k;
    }
}

std::vector<Fixture> fixtures() {
    std::vector<Fixture> out;
    for (const char* name :
         {"arch-bitnet", "arch-gemma2", "arch-gemma3", "arch-gpt-oss", "arch-llama", "arch-llama-headdim",
          "arch-llama-moe", "arch-llama-ropefreqs", "arch-minicpm", "arch-phi3", "arch-phi3-longrope",
          "arch-qwen2", "arch-qwen3", "arch-qwen35", "arch-smollm3"})
        out.push_back({name, true, 1e-8});
    for (const char* type : {"F16", "BF16", "Q8_0", "Q4_0", "Q4_1", "Q5_0", "Q5_1", "Q2_K", "Q3_K", "Q4_K",
                             "Q5_K", "Q6_K", "IQ4_NL", "IQ4_XS", "TQ1_0", "TQ2_0"}) {
        out.push_back({std::string("type-") + type, true, 1e-8});
        out.push_back({std::string("type-") + type, false, 1e-3});
    }
    out.push_back({"lora-llama", true, 1e-8});
    for (const char* scale : {"1.0", "0.5"})
        out.push_back({"lora-llama", true, 1e-8, "lora-llama.adapter.gguf", scale});
    return out;
}

INSTANTIATE_TEST_SUITE_P(Fixtures, LogitsConformance, testing::ValuesIn(fixtures()), [](const auto& test) {
    std::string name = test.param.expected() + (test.param.exact ? "_exact" : "_quick");
    std::replace_if(
        name.begin(), name.end(), [](char c) { return c == '-' || c == '.'; }, '_');
    return name;
});

// Token by token through the cache, and in one piece, must agree; so must the session's greedy answer.
TEST(Greedy, AnswersAsTheReferenceDoes) {
    const fs::path path = folder() / "arch-llama.gguf";
    if (!fs::exists(path)) GTEST_SKIP() << "no fixture at " << path;
    const auto model = Model::open(path.string());
    ASSERT_TRUE(model) << model.error().text();
    SessionOptions options;
    options.cache = CacheType::F32;
    options.exact = true;
    auto session = Session::create(*model, options);
    ASSERT_TRUE(session) << session.error().text();
    GenerateRequest request;
    request.prompt = kPrompt;
    request.maxTokens = kGreedy;
    request.sampling.temperature = 0;
    const auto answer = (*session)->generate(request);
    ASSERT_TRUE(answer) << answer.error().text();
    EXPECT_EQ(answer->tokens, readGreedy(folder() / "arch-llama.greedy"));
    EXPECT_EQ(answer->stop, StopReason::MaxTokens);
}

}  // namespace
}  // namespace hearth::engine
