// What a file says of its model, read tolerantly: for architectures that cannot be run too. Pure functions.
#pragma once

#include <vector>

#include "engine/model.h"
#include "gguf/reader.h"

namespace hearth::engine {

// Fields that the file does not give, or gives in another form, stay 0 or empty.
ModelInfo readModelInfo(const gguf::File& file, std::uint64_t fileBytes);

std::vector<TensorInfo> listTensors(const gguf::File& file);

}  // namespace hearth::engine
