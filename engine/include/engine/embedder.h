// Texts to vectors, by an embedding model or by any other one: close vectors mean texts of close meaning.
// Immutable once open; embed() may be called from any thread, one call computes at a time.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/cancel.h"
#include "base/result.h"
#include "engine/model.h"

namespace hearth::engine {

// How the vectors of a text's tokens become one.
enum class Pooling {
    Tokens,  // not at all: one vector a token
    Mean,
    First,  // that of the first token, as BERT's [CLS]
    Last
};

struct EmbedderOptions {
    int threads = 0;                         // 0: one per physical core
    bool exact = false;                      // weights dequantized to float32: for comparisons
    std::function<void(double)> onProgress;  // of opening, as in LoadOptions
    base::CancelToken cancel;
};

struct EmbedOptions {
    std::optional<Pooling> pooling;  // empty: what the model file asks for
    bool normalize = true;           // each vector to length 1
    bool truncate = true;            // longer texts are cut to the model's context; false: they are errors
    base::CancelToken cancel;
};

class Embedder {
  public:
    virtual ~Embedder() = default;

    // Errors: those of Model::open.
    static base::Result<std::unique_ptr<Embedder>> open(const std::string& path,
                                                        const EmbedderOptions& options = {});

    // For each text its vectors, row by row, [1, width] f32, or [tokens, width] with Pooling::Tokens. Texts
    // are computed together as far as the model can. Errors: Cancelled; InvalidInput for a text that is too
    // long or has no tokens, or weights that give no finite numbers.
    virtual base::Result<std::vector<std::vector<float>>> embed(std::span<const std::string> texts,
                                                                const EmbedOptions& options = {}) = 0;
    // The same for token ids, taken as they stand. InvalidInput for ids that do not exist.
    virtual base::Result<std::vector<std::vector<float>>> embedTokens(
        std::span<const std::vector<TokenId>> texts, const EmbedOptions& options = {}) = 0;

    virtual const ModelInfo& info() const = 0;
    virtual const Tokenizer& tokenizer() const = 0;
    virtual int context() const = 0;      // tokens of the longest text
    virtual Pooling pooling() const = 0;  // what the model file asks for
};

}  // namespace hearth::engine
