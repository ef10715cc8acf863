#include "models/experts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "engine/logits.h"
#include "engine/session.h"
#include "fakes/temporary_folder.h"
#include "fakes/tiny_model.h"

namespace hearth::engine {
namespace {

// The weights of the chosen ones add up to 1: experts that are all alike do what one dense layer does.
TEST(Experts, AllAlikeAreOneDenseLayer) {
    const tests::TemporaryFolder folder;
    const std::string dense = (folder / "dense.gguf").string();
    const std::string mixed = (folder / "mixed.gguf").string();
    tests::TinyModel tiny;
    tiny.write(dense);
    tiny.experts = 5;
    tiny.write(mixed);
    std::vector<TokenId> tokens;
    for (TokenId id = 0; id < 40; ++id) tokens.push_back(id * 11 % 261);
    const auto expected = modelLogits(dense, tokens);
    const auto got = modelLogits(mixed, tokens);
    ASSERT_TRUE(expected);
    ASSERT_TRUE(got) << got.error().text();
    for (std::size_t i = 0; i < expected->size(); ++i) ASSERT_NEAR((*got)[i], (*expected)[i], 1e-4) << i;
}

// Scores that are no numbers cannot be sorted, but must not stop the program.
TEST(Experts, DamagedWeightsAreTold) {
    const tests::TemporaryFolder folder;
    const std::string path = (folder / "nan.gguf").string();
    tests::TinyModel tiny;
    tiny.experts = 20;
    tiny.weight = NAN;
    tiny.write(path);
    const auto model = Model::open(path);
    ASSERT_TRUE(model) << model.error().text();
    const auto session = Session::create(*model);
    ASSERT_TRUE(session);
    GenerateRequest request;
    request.prompt = {1, 2, 3, 4};
    const auto answer = (*session)->generate(request);
    ASSERT_FALSE(answer);
    EXPECT_THAT(answer.error().text(), testing::HasSubstr("no finite numbers"));
}

}  // namespace
}  // namespace hearth::engine
