#include "models/experts.h"

#include <gtest/gtest.h>

#include "engine/logits.h"
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

}  // namespace
}  // namespace hearth::engine
