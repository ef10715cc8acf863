// Which weight type each tensor of a model gets. A recipe is a row of a table; pure functions.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "gguf/reader.h"
#include "tensor/dtype.h"

namespace hearth::engine {

struct Recipe {
    std::string_view name;
    DType most;              // of most matrices
    DType output;            // of the matrix that predicts tokens
    DType better;            // of values and down projections in the layers that matter most
    std::uint32_t fileType;  // general.file_type, as other programs number it
};

const std::vector<Recipe>& recipes();
const Recipe* findRecipe(std::string_view name);  // in either case

// What `tensor` becomes. `layers` is the number of layers, `tied` whether the embedding predicts tokens too.
DType chooseType(const Recipe& recipe, const gguf::TensorView& tensor, int layers, bool tied);

}  // namespace hearth::engine
