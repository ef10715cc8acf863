// Small models of every architecture, compared with a computation in double precision (tests/golden), and
// each with itself when tokens come in other pieces or parts of a conversation are there already.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "engine/conformance.h"
#include "engine/endless.h"
#include "engine/logits.h"
#include "engine/session.h"

namespace hearth::engine {
namespace {

namespace fs = std::filesystem;
using tests::nmse;

constexpr TokenId kVocabulary = 40;
constexpr int kTokens = 24;

fs::path folder() {
    return fs::path(HEARTH_SOURCE) / "tests/golden/architectures";
}

std::vector<TokenId> tokens() {
    std::vector<TokenId> out;
    for (TokenId i = 0; i < kTokens; ++i) out.push_back((3 + 7 * i) % kVocabulary);
    return out;
}

class Architectures : public testing::TestWithParam<std::string> {
  protected:
    std::string file() const { return (folder() / (GetParam() + ".gguf")).string(); }
    std::unique_ptr<Session> session() const {
        const auto model = Model::open(file());
        if (!model) ADD_FAILURE() << model.error().text();
        auto made = Session::create(*model, {64, CacheType::F32, true});
        EXPECT_TRUE(made);
        return std::move(*made);
    }
    GenerateResult answer(Session& session, const std::vector<TokenId>& prompt) {
        GenerateRequest request;
        request.prompt = prompt;
        request.maxTokens = 6;
        request.sampling.temperature = 0;
        request.constraint = &endless_;
        const auto result = session.generate(request);
        EXPECT_TRUE(result);
        return *result;
    }
    // The same, by a session that has seen nothing before.
    void expectAsFresh(const GenerateResult& got, const std::vector<TokenId>& prompt) {
        const GenerateResult expected = answer(*session(), prompt);
        EXPECT_EQ(got.tokens, expected.tokens);
        EXPECT_THAT(got.logprobs, testing::Pointwise(testing::FloatNear(1e-3f), expected.logprobs));
    }
    tests::Endless endless_;
};

TEST_P(Architectures, MatchTheDoubleReference) {
    std::vector<float> expected(static_cast<std::size_t>(kTokens * kVocabulary));
    std::ifstream in(folder() / (GetParam() + ".f32"), std::ios::binary);
    ASSERT_TRUE(in.read(reinterpret_cast<char*>(expected.data()),
                        static_cast<std::streamsize>(expected.size() * sizeof(float))));
    const auto logits = modelLogits(file(), tokens());
    ASSERT_TRUE(logits) << logits.error().text();
    const double error = nmse(*logits, expected);
    std::printf("    %s: NMSE %.2e\n", GetParam().c_str(), error);
    EXPECT_LE(error, 1e-8);
}

TEST_P(Architectures, PiecesAndTheWholeGiveTheSame) {
    const auto all = tokens();
    const auto whole = session()->forward(all);
    ASSERT_TRUE(whole);
    for (const std::vector<std::size_t>& sizes :
         std::vector<std::vector<std::size_t>>{{1}, {5, 1, 7, 2, 9}, {3}}) {
        const auto pieces = session();
        std::vector<float> joined;
        for (std::size_t at = 0, i = 0; at < all.size(); ++i) {
            const std::size_t count = std::min(sizes[i % sizes.size()], all.size() - at);
            const auto part = pieces->forward(std::span(all).subspan(at, count));
            ASSERT_TRUE(part);
            joined.insert(joined.end(), part->begin(), part->end());
            at += count;
        }
        EXPECT_LE(nmse(joined, *whole), 1e-10);
    }
}

// Giving an answer again, going on, and editing an earlier turn.
TEST_P(Architectures, ReuseOfAPrefixChangesNothing) {
    const auto used = session();
    std::vector<TokenId> prompt = tokens();
    expectAsFresh(answer(*used, prompt), prompt);
    const GenerateResult again = answer(*used, prompt);
    EXPECT_EQ(again.reusedTokens, kTokens - 1);
    expectAsFresh(again, prompt);

    prompt.insert(prompt.end(), {5, 6, 7, 8});
    const GenerateResult further = answer(*used, prompt);
    EXPECT_GE(further.reusedTokens, kTokens - 1);
    expectAsFresh(further, prompt);

    prompt[10] = 9;
    const GenerateResult edited = answer(*used, prompt);
    EXPECT_LE(edited.reusedTokens, 10);
    expectAsFresh(edited, prompt);
}

std::vector<std::string> names() {
    std::vector<std::string> out;
    for (const auto& entry : fs::directory_iterator(folder()))
        if (entry.path().extension() == ".gguf") out.push_back(entry.path().stem().string());
    std::sort(out.begin(), out.end());
    return out;
}

INSTANTIATE_TEST_SUITE_P(Golden, Architectures, testing::ValuesIn(names()), [](const auto& test) {
    std::string name = test.param;
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
});

// Windows keep what they look at and no more; a session of 64 positions and a window of 5 in layers 0 and 2.
TEST(Architecture, WindowsTakeTheMemoryOfAWindow) {
    const auto model = Model::open((folder() / "gpt-oss.gguf").string());
    ASSERT_TRUE(model) << model.error().text();
    const auto session = Session::create(*model, {64, CacheType::F32, true});
    ASSERT_TRUE(session);
    constexpr std::uint64_t kRow = 2 * 2 * 6 * sizeof(float);  // keys and values of 2 heads of 6 numbers
    EXPECT_EQ((*session)->cacheBytes(), (5 * kRow + 63) / 64 * 64 * 2 + 64 * kRow);
}

}  // namespace
}  // namespace hearth::engine
