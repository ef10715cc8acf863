#include "quantize/recipe.h"

#include <algorithm>
#include <cctype>
#include <charconv>

namespace hearth::engine {

const std::vector<Recipe>& recipes() {
    using T = DType;
    using R = Role;
    using W = Where;
    const std::vector<Exception> none;
    const std::vector<Exception> q3Medium = {
        {R::Value, W::FirstTwo, T::Q5_K},      {R::Value, W::All, T::Q4_K},
        {R::Down, W::FirstSixteenth, T::Q5_K}, {R::Down, W::All, T::Q4_K},
        {R::AttentionOutput, W::All, T::Q4_K}, {R::Fused, W::All, T::Q4_K}};
    const std::vector<Exception> q4Medium = {
        {R::Value, W::Sensitive, T::Q6_K}, {R::Down, W::Sensitive, T::Q6_K}, {R::Fused, W::All, T::Q5_K}};
    const std::vector<Exception> q5Medium = {
        {R::Value, W::Sensitive, T::Q6_K}, {R::Down, W::Sensitive, T::Q6_K}, {R::Fused, W::All, T::Q6_K}};
    const std::vector<Exception> iq4 = {{R::Value, W::Shared, T::Q5_K}, {R::Down, W::FirstEighth, T::Q5_K}};
    const std::vector<Exception> ternary = {{R::Embedding, W::All, T::Q4_K}};
    static const std::vector<Recipe> kRecipes = {
        {"F32", T::F32, T::F32, 0, none},
        {"F16", T::F16, T::F16, 1, none},
        {"BF16", T::BF16, T::BF16, 32, none},
        {"Q8_0", T::Q8_0, T::Q8_0, 7, none},
        {"Q6_K", T::Q6_K, T::Q6_K, 18, none},
        {"Q5_K_M", T::Q5_K, T::Q6_K, 17, q5Medium},
        {"Q5_K_S", T::Q5_K, T::Q6_K, 16, none},
        {"Q5_K", T::Q5_K, T::Q6_K, 17, q5Medium},
        {"Q5_1", T::Q5_1, T::Q6_K, 9, none},
        {"Q5_0", T::Q5_0, T::Q6_K, 8, none},
        {"Q4_K_M", T::Q4_K, T::Q6_K, 15, q4Medium},
        {"Q4_K_S",
         T::Q4_K,
         T::Q6_K,
         14,
         {{R::Value, W::FirstFour, T::Q5_K}, {R::Down, W::FirstEighth, T::Q5_K}}},
        {"Q4_K", T::Q4_K, T::Q6_K, 15, q4Medium},
        {"IQ4_NL", T::IQ4_NL, T::Q6_K, 25, iq4},
        {"IQ4_XS", T::IQ4_XS, T::Q6_K, 30, iq4},
        {"Q4_1", T::Q4_1, T::Q6_K, 3, none},
        {"Q4_0", T::Q4_0, T::Q6_K, 2, none},
        {"MXFP4_MOE", T::Q8_0, T::Q8_0, 38, {{R::Expert, W::All, T::MXFP4}}},
        {"MXFP4", T::MXFP4, T::Q8_0, 38, none},
        {"Q3_K_L",
         T::Q3_K,
         T::Q6_K,
         13,
         {{R::Value, W::All, T::Q5_K},
          {R::Down, W::All, T::Q5_K},
          {R::AttentionOutput, W::All, T::Q5_K},
          {R::Fused, W::All, T::Q4_K}}},
        {"Q3_K_M", T::Q3_K, T::Q6_K, 12, q3Medium},
        {"Q3_K_S", T::Q3_K, T::Q6_K, 11, none},
        {"Q3_K", T::Q3_K, T::Q6_K, 12, q3Medium},
        {"Q2_K",
         T::Q2_K,
         T::Q6_K,
         10,
         {{R::Value, W::Shared, T::Q4_K},
          {R::Value, W::All, T::Q3_K},
          {R::Down, W::All, T::Q3_K},
          {R::AttentionOutput, W::All, T::Q3_K}}},
        {"TQ2_0", T::TQ2_0, T::Q6_K, 37, ternary},
        {"TQ1_0", T::TQ1_0, T::Q6_K, 36, ternary},
    };
    return kRecipes;
}

const Recipe* findRecipe(std::string_view name) {
    const auto same = [&](std::string_view other) {
        return std::equal(name.begin(), name.end(), other.begin(), other.end(), [](char a, char b) {
            return std::toupper(static_cast<unsigned char>(a)) == std::toupper(static_cast<unsigned char>(b));
        });
    };
    for (const Recipe& recipe : recipes())
        if (same(recipe.name)) return &recipe;
    return nullptr;
}

namespace {

// The layer in "blk.12.ffn_down.weight"; -1 if there is none.
int layerOf(std::string_view name) {
    constexpr std::string_view kPrefix = "blk.";
    if (name.substr(0, kPrefix.size()) != kPrefix) return -1;
    int layer = -1;
    std::from_chars(name.data() + kPrefix.size(), name.data() + name.size(), layer);
    return layer;
}

bool holds(Where where, int layer, const RecipeShape& shape) {
    const int eighth = shape.layers / 8;
    switch (where) {
        case Where::All:
            return true;
        case Where::FirstTwo:
            return layer < 2;
        case Where::FirstFour:
            return layer < 4;
        case Where::FirstSixteenth:
            return layer < shape.layers / 16;
        case Where::FirstEighth:
            return layer < eighth;
        case Where::Sensitive:
            return layer < eighth || layer >= 7 * shape.layers / 8 || (layer - eighth) % 3 == 2;
        case Where::Shared:
            return shape.queriesPerKey >= 4;
    }
    return false;
}

bool contains(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

bool plays(Role role, std::string_view name, const RecipeShape& shape) {
    switch (role) {
        case Role::Output:
            return name == "output.weight" || (shape.tied && name == "token_embd.weight");
        case Role::Embedding:
            return name == "token_embd.weight";
        case Role::Value:
            return contains(name, ".attn_v.");
        case Role::Fused:
            return contains(name, ".attn_qkv.");
        case Role::AttentionOutput:
            return contains(name, ".attn_output.");
        case Role::Down:
            return contains(name, ".ffn_down");
        case Role::Expert:
            return contains(name, "_exps.");
        case Role::Other:
            return true;
    }
    return false;
}

// The next type, in size and quality, with shorter blocks; as llama.cpp falls back.
DType shorter(DType type) {
    switch (type) {
        case DType::TQ1_0:
        case DType::TQ2_0:
            return DType::Q4_0;
        case DType::Q2_K:
        case DType::Q3_K:
        case DType::IQ4_XS:
            return DType::IQ4_NL;
        case DType::Q4_K:
            return DType::Q5_0;
        case DType::Q5_K:
            return DType::Q5_1;
        case DType::Q6_K:
            return DType::Q8_0;
        default:
            return DType::F16;
    }
}

ChosenType fitting(DType wanted, std::int64_t cols) {
    DType type = wanted;
    while (cols % info(type).blockSize != 0) type = shorter(type);
    return {type, wanted};
}

// Small, and too decisive to be rounded: norms, biases, routers, convolutions and the like.
bool keepsFloats(const gguf::TensorView& tensor) {
    const std::string_view name = tensor.name;
    constexpr std::string_view kEnd = ".weight";
    if (tensor.elements() == tensor.dimension(0)) return true;
    if (name.size() < kEnd.size() || name.substr(name.size() - kEnd.size()) != kEnd) return true;
    for (const std::string_view part :
         {"ffn_gate_inp", "ssm_conv1d", "shortconv.conv", "_norm", "position_embd", "token_types", "rope_"})
        if (contains(name, part)) return true;
    return false;
}

}  // namespace

ChosenType chooseType(const Recipe& recipe, const gguf::TensorView& tensor, const RecipeShape& shape) {
    if (keepsFloats(tensor)) return {DType::F32, DType::F32};
    const std::int64_t cols = tensor.dimension(0);
    if (plays(Role::Output, tensor.name, shape)) return fitting(recipe.output, cols);
    const int layer = layerOf(tensor.name);
    for (const Exception& exception : recipe.exceptions) {
        if (plays(exception.role, tensor.name, shape) && holds(exception.where, layer, shape))
            return fitting(exception.type, cols);
    }
    return fitting(recipe.most, cols);
}

}  // namespace hearth::engine
