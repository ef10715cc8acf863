#include "engine/embedder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "engine/conformance.h"
#include "engine/session.h"
#include "fakes/temporary_folder.h"
#include "fakes/tiny_model.h"

namespace hearth::engine {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

const EmbedOptions kPlain{std::nullopt, false, true, {}};

EmbedOptions pooled(Pooling pooling) {
    EmbedOptions out = kPlain;
    out.pooling = pooling;
    return out;
}

std::unique_ptr<Embedder> openExact(const fs::path& path) {
    auto embedder = Embedder::open(path.string(), {2, true, {}, {}});
    EXPECT_TRUE(embedder) << embedder.error().text();
    return embedder ? std::move(*embedder) : nullptr;
}

std::vector<TokenId> someTokens(int count, int seed) {
    std::vector<TokenId> out;
    for (int i = 0; i < count; ++i) out.push_back((i * 31 + seed * 7) % 250);
    return out;
}

// Models of our own, whose expected numbers tests/golden/make_embedders.py computed in double precision.
struct Golden {
    const char* name;
    fs::path folder;
    const char* suffix;
    std::size_t width;
    std::size_t pooledWidth;
};

class GoldenEmbedder : public testing::TestWithParam<Golden> {};

TEST_P(GoldenEmbedder, MatchesTheReference) {
    const auto& [name, folder, suffix, width, pooledWidth] = GetParam();
    const fs::path model = folder / (std::string(name) + ".gguf");
    if (!fs::exists(model)) GTEST_SKIP() << "no fixture at " << model;
    const auto embedder = openExact(model);
    ASSERT_TRUE(embedder);
    const std::vector<std::vector<TokenId>> texts = {tests::kConformancePrompt};
    const auto vectors = embedder->embedTokens(texts, kPlain);
    ASSERT_TRUE(vectors) << vectors.error().text();
    const auto expected = tests::readFloats(folder / (std::string(name) + ".f32" + suffix), pooledWidth);
    ASSERT_EQ(vectors->front().size(), expected.size());
    EXPECT_LE(tests::nmse(vectors->front(), expected), 1e-8);
    const auto rows = embedder->embedTokens(texts, pooled(Pooling::Tokens));
    const auto expectedRows = tests::readFloats(folder / (std::string(name) + ".tokens.f32" + suffix),
                                                tests::kConformancePrompt.size() * width);
    ASSERT_EQ(rows->front().size(), expectedRows.size());
    EXPECT_LE(tests::nmse(rows->front(), expectedRows), 1e-8);
}

const fs::path kOwn = fs::path(HEARTH_SOURCE) / "tests/golden";

INSTANTIATE_TEST_SUITE_P(Fixtures, GoldenEmbedder,
                         testing::Values(Golden{"arch-bert", tests::conformanceFolder(), ".gz", 64, 64},
                                         Golden{"nomic-bert", kOwn, "", 32, 32},
                                         Golden{"jina-bert-v2", kOwn, "", 24, 24},
                                         Golden{"nomic-bert-moe", kOwn, "", 24, 24},
                                         Golden{"modern-bert", kOwn, "", 24, 24},
                                         Golden{"gemma-embedding", kOwn, "", 32, 24}),
                         [](const auto& test) {
                             std::string name = test.param.name;
                             std::replace(name.begin(), name.end(), '-', '_');
                             return name;
                         });

// Every text by itself, whatever else is in the batch; long batches are cut into several.
TEST(Embedder, ABatchGivesWhatSingleTextsGive) {
    for (const char* name : {"nomic-bert.gguf", "gemma-embedding.gguf", "jina-bert-v2.gguf",
                             "nomic-bert-moe.gguf", "modern-bert.gguf"}) {
        const auto embedder = openExact(kOwn / name);
        ASSERT_TRUE(embedder);
        std::vector<std::vector<TokenId>> texts;
        for (int i = 0; i < 40; ++i) texts.push_back(someTokens(1 + i * 5 % 60, i));
        const auto together = embedder->embedTokens(texts);
        ASSERT_TRUE(together) << together.error().text();
        ASSERT_EQ(together->size(), texts.size());
        for (std::size_t i = 0; i < texts.size(); ++i) {
            const auto single = embedder->embedTokens({&texts[i], 1});
            EXPECT_LE(tests::nmse((*together)[i], (*single)[0]), 1e-10) << name << " " << i;
            double squares = 0;
            for (const float x : (*single)[0]) squares += static_cast<double>(x) * x;
            EXPECT_NEAR(squares, 1, 1e-5);
        }
    }
}

TEST(Embedder, PoolsAsAsked) {
    const auto embedder = openExact(kOwn / "nomic-bert.gguf");
    ASSERT_TRUE(embedder);
    EXPECT_EQ(embedder->pooling(), Pooling::Mean);
    const std::vector<std::vector<TokenId>> texts = {someTokens(9, 3)};
    const std::vector<float> rows = embedder->embedTokens(texts, pooled(Pooling::Tokens)).value()[0];
    ASSERT_EQ(rows.size(), 9u * 32);
    const std::vector<float> first(rows.begin(), rows.begin() + 32);
    const std::vector<float> last(rows.end() - 32, rows.end());
    EXPECT_EQ(embedder->embedTokens(texts, pooled(Pooling::First)).value()[0], first);
    EXPECT_EQ(embedder->embedTokens(texts, pooled(Pooling::Last)).value()[0], last);
}

TEST(Embedder, LongTextsAreCutOrRefused) {
    const auto embedder = openExact(kOwn / "nomic-bert.gguf");
    ASSERT_TRUE(embedder);
    ASSERT_EQ(embedder->context(), 64);
    const std::vector<std::vector<TokenId>> texts = {someTokens(70, 1)};
    std::vector<TokenId> cut(texts[0].begin(), texts[0].begin() + 64);
    cut.back() = texts[0].back();
    EXPECT_EQ(embedder->embedTokens(texts).value(), embedder->embedTokens({&cut, 1}).value());
    EmbedOptions strict;
    strict.truncate = false;
    EXPECT_THAT(embedder->embedTokens(texts, strict).error().text(), HasSubstr("70 tokens"));
}

TEST(Embedder, WrongTokensAndStoppingAreErrors) {
    const auto embedder = openExact(kOwn / "nomic-bert.gguf");
    ASSERT_TRUE(embedder);
    const std::vector<std::vector<TokenId>> outside = {{5}, {300}};
    EXPECT_THAT(embedder->embedTokens(outside).error().text(), HasSubstr("text 2"));
    const std::vector<std::vector<TokenId>> empty = {{}};
    EXPECT_FALSE(embedder->embedTokens(empty));
    base::CancelSource source;
    source.cancel();
    EmbedOptions stopped;
    stopped.cancel = source.token();
    const std::vector<std::vector<TokenId>> texts = {someTokens(9, 3)};
    EXPECT_EQ(embedder->embedTokens(texts, stopped).error().code, base::ErrorCode::Cancelled);
}

// A model that writes can embed too: by its last token.
TEST(Embedder, TakesModelsThatWrite) {
    const tests::TemporaryFolder folder;
    tests::TinyModel().write((folder / "m.gguf").string());
    const auto embedder = openExact(folder / "m.gguf");
    ASSERT_TRUE(embedder);
    EXPECT_EQ(embedder->pooling(), Pooling::Last);
    const std::vector<std::string> texts = {"he said", "he did not say"};
    const auto vectors = embedder->embed(texts);
    ASSERT_TRUE(vectors) << vectors.error().text();
    EXPECT_EQ(vectors->at(0).size(), 32u);
    EXPECT_NE(vectors->at(0), vectors->at(1));
}

TEST(Embedder, ModelsThatOnlyEmbedDoNotWrite) {
    const auto model = Model::open((kOwn / "nomic-bert.gguf").string());
    ASSERT_FALSE(model);
    EXPECT_THAT(model.error().text(), HasSubstr("Open it as an embedding model"));
}

}  // namespace
}  // namespace hearth::engine
