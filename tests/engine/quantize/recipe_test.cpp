#include "quantize/recipe.h"

#include <gtest/gtest.h>

namespace hearth::engine {
namespace {

struct Case {
    std::string recipe;
    std::string tensor;
    std::vector<std::int64_t> shape;
    bool tied;
    DType expected;
    int queriesPerKey = 1;
};

class RecipeTable : public testing::TestWithParam<Case> {};

TEST_P(RecipeTable, ChoosesAType) {
    const Recipe* recipe = findRecipe(GetParam().recipe);
    ASSERT_NE(recipe, nullptr);
    gguf::TensorView tensor;
    tensor.name = GetParam().tensor;
    tensor.shape = GetParam().shape;
    const RecipeShape shape{16, GetParam().queriesPerKey, GetParam().tied};
    EXPECT_EQ(name(chooseType(*recipe, tensor, shape).type), name(GetParam().expected));
}

INSTANTIATE_TEST_SUITE_P(
    Table, RecipeTable,
    testing::Values(Case{"Q4_0", "blk.0.attn_q.weight", {256, 256}, false, DType::Q4_0},
                    Case{"q4_k_m", "blk.0.attn_v.weight", {256, 64}, false, DType::Q6_K},  // an early layer
                    Case{"Q4_K_M", "blk.5.ffn_down.weight", {512, 256}, false, DType::Q4_K},
                    Case{"Q4_K_M", "blk.15.ffn_down.weight", {512, 256}, false, DType::Q6_K},  // the last
                    Case{"Q4_K_S", "blk.15.ffn_down.weight", {512, 256}, false, DType::Q4_K},
                    Case{"Q4_K_S", "blk.1.ffn_down.weight", {512, 256}, false, DType::Q5_K},
                    Case{"Q5_K_M", "blk.15.attn_v.weight", {512, 256}, false, DType::Q6_K},
                    Case{"Q5_K_M", "blk.3.attn_qkv.weight", {512, 256}, false, DType::Q6_K},
                    Case{"Q3_K_M", "blk.1.attn_v.weight", {512, 256}, false, DType::Q5_K},
                    Case{"Q3_K_M", "blk.2.attn_v.weight", {512, 256}, false, DType::Q4_K},
                    Case{"Q3_K_L", "blk.9.attn_output.weight", {512, 256}, false, DType::Q5_K},
                    Case{"Q3_K_S", "blk.9.ffn_down.weight", {512, 256}, false, DType::Q3_K},
                    Case{"Q2_K", "blk.9.attn_v.weight", {512, 256}, false, DType::Q3_K},
                    Case{"Q2_K", "blk.9.attn_v.weight", {512, 256}, false, DType::Q4_K, 4},
                    Case{"IQ4_XS", "blk.1.ffn_down.weight", {512, 256}, false, DType::Q5_K},
                    Case{"IQ4_XS", "blk.5.ffn_down.weight", {512, 256}, false, DType::IQ4_XS},
                    Case{"TQ2_0", "token_embd.weight", {512, 99}, false, DType::Q4_K},
                    Case{"MXFP4_MOE", "blk.2.ffn_up_exps.weight", {96, 64, 4}, false, DType::MXFP4},
                    Case{"MXFP4_MOE", "blk.2.attn_q.weight", {96, 64}, false, DType::Q8_0},
                    Case{"Q6_K", "blk.0.attn_q.weight", {288, 256}, false, DType::Q8_0},
                    Case{"Q5_K_M", "blk.4.attn_q.weight", {288, 256}, false, DType::Q5_1},
                    Case{"Q3_K_S", "blk.4.attn_q.weight", {288, 256}, false, DType::IQ4_NL},
                    Case{"TQ1_0", "blk.4.attn_q.weight", {288, 256}, false, DType::Q4_0},
                    Case{"Q4_0", "blk.0.ssm_conv1d.weight", {32, 256}, false, DType::F32},
                    Case{"Q4_K", "output.weight", {256, 999}, false, DType::Q6_K},
                    Case{"Q4_K", "token_embd.weight", {256, 999}, false, DType::Q4_K},
                    Case{"Q4_K", "token_embd.weight", {256, 999}, true, DType::Q6_K},
                    Case{"Q4_K", "blk.0.attn_q.weight", {288, 256}, false, DType::Q5_0},
                    Case{"Q4_K", "blk.0.attn_q.weight", {100, 256}, false, DType::F16},
                    Case{"Q8_0", "blk.0.ffn_gate_exps.weight", {64, 32, 4}, false, DType::Q8_0},
                    Case{"Q8_0", "blk.0.ffn_gate_inp.weight", {64, 4}, false, DType::F32},
                    Case{"F16", "blk.0.attn_norm.weight", {64}, false, DType::F32},
                    Case{"Q8_0", "blk.0.attn_q.bias", {64}, false, DType::F32},
                    Case{"Q8_0", "rope_freqs.weight", {32}, false, DType::F32}));

TEST(Recipe, UnknownNamesAreNotFound) {
    EXPECT_EQ(findRecipe("Q9_Z"), nullptr);
    EXPECT_EQ(findRecipe(""), nullptr);
}

}  // namespace
}  // namespace hearth::engine
