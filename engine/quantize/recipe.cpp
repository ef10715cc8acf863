#include "quantize/recipe.h"

#include <algorithm>
#include <cctype>
#include <charconv>

namespace hearth::engine {

const std::vector<Recipe>& recipes() {
    static const std::vector<Recipe> kRecipes = {
        {"F32", DType::F32, DType::F32, DType::F32, 0},
        {"F16", DType::F16, DType::F16, DType::F16, 1},
        {"BF16", DType::BF16, DType::BF16, DType::BF16, 32},
        {"Q8_0", DType::Q8_0, DType::Q8_0, DType::Q8_0, 7},
        {"Q6_K", DType::Q6_K, DType::Q6_K, DType::Q6_K, 18},
        {"Q4_K_M", DType::Q4_K, DType::Q6_K, DType::Q6_K, 15},
        {"Q4_K_S", DType::Q4_K, DType::Q6_K, DType::Q4_K, 14},
        {"Q4_K", DType::Q4_K, DType::Q6_K, DType::Q4_K, 14},
        {"Q4_0", DType::Q4_0, DType::Q6_K, DType::Q4_0, 2},
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

// Errors in the first and last layers, and in every third between, cost most.
bool matters(int layer, int layers) {
    return layer < layers / 8 || layer >= 7 * layers / 8 || (layer - layers / 8) % 3 == 2;
}

// A type whose blocks fit into the rows: the wanted one, or one that is at least as good.
DType fitting(DType wanted, std::int64_t cols) {
    for (const DType type : {wanted, DType::Q8_0})
        if (cols % info(type).blockSize == 0) return type;
    return DType::F16;
}

bool endsWith(std::string_view text, std::string_view end) {
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

}  // namespace

DType chooseType(const Recipe& recipe, const gguf::TensorView& tensor, int layers, bool tied) {
    const std::string_view name = tensor.name;
    const bool single = tensor.elements() == tensor.dimension(0);  // norms, biases, frequencies
    if (single || !endsWith(name, ".weight")) return DType::F32;
    if (name.find("ffn_gate_inp") != std::string_view::npos)
        return DType::F32;  // the router: small, decisive
    const std::int64_t cols = tensor.dimension(0);
    if (name == "output.weight" || (tied && name == "token_embd.weight")) return fitting(recipe.output, cols);
    const int layer = layerOf(name);
    const bool sensitive = endsWith(name, ".attn_v.weight") || endsWith(name, ".ffn_down.weight") ||
                           endsWith(name, ".ffn_down_exps.weight");
    if (layer >= 0 && sensitive && matters(layer, layers)) return fitting(recipe.better, cols);
    return fitting(recipe.most, cols);
}

}  // namespace hearth::engine
