// Which weight type each tensor of a model gets. A recipe is a row of a table: a type for most matrices, and
// exceptions for those where errors cost most. The mixes, names and numbers are those that people know from
// llama.cpp. Pure functions.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "gguf/reader.h"
#include "tensor/dtype.h"

namespace hearth::engine {

// What a matrix does.
enum class Role {
    Output,     // predicts tokens; the embedding too where there is no other
    Embedding,  // of a model with an output of its own
    Value,
    Fused,            // query, key and value in one
    AttentionOutput,  // behind attention
    Down,             // out of the feed-forward part
    Expert,           // any of experts' matrices
    Other
};

// Layers that an exception holds for.
enum class Where {
    All,
    FirstTwo,
    FirstFour,
    FirstSixteenth,
    FirstEighth,
    Sensitive,  // the first and last eighth, and every third between
    Shared      // all, if four queries or more share a key
};

struct Exception {
    Role role;
    Where where;
    DType type;
};

struct Recipe {
    std::string_view name;
    DType most;
    DType output;
    std::uint32_t fileType;             // general.file_type, as other programs number it
    std::vector<Exception> exceptions;  // the first that fits counts
};

struct RecipeShape {
    int layers = 1;
    int queriesPerKey = 1;
    bool tied = false;  // the embedding predicts tokens too
};

const std::vector<Recipe>& recipes();
const Recipe* findRecipe(std::string_view name);  // in either case

struct ChosenType {
    DType type;
    DType wanted;  // another one, where its blocks do not fit into the rows
};

// What `tensor` becomes. Norms, biases and other small tensors keep float32.
ChosenType chooseType(const Recipe& recipe, const gguf::TensorView& tensor, const RecipeShape& shape);

}  // namespace hearth::engine
