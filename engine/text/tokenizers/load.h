// The tokenizer that a model file asks for: one row a kind of tokenizer in load.cpp.
#pragma once

#include <memory>

#include "base/result.h"
#include "engine/tokenizer.h"
#include "gguf/reader.h"

namespace hearth::engine {

// From tokenizer.ggml.*; the result does not depend on the file. Unsupported, listing what is known, for
// another kind; InvalidInput, naming the key, for a vocabulary that is damaged.
base::Result<std::unique_ptr<Tokenizer>> loadTokenizer(const gguf::File& file);

}  // namespace hearth::engine
