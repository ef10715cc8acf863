// What makes vectors of texts for the library: the built-in table of words, or any GGUF embedding model.
// Calls may come from any thread; one computes at a time.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/cancel.h"
#include "base/result.h"

namespace hearth::rag {

// What a model wants before the texts, as its authors say.
struct EmbeddingPrefixes {
    std::string query;
    std::string document;
};

// By the architecture and the name that stand in the file.
EmbeddingPrefixes embeddingPrefixes(std::string_view architecture, std::string_view name);

class TextEmbedder {
  public:
    virtual ~TextEmbedder() = default;
    // Vectors of the same name can be compared with each other.
    virtual const std::string& name() const = 0;
    virtual int width() const = 0;
    virtual std::uint32_t countTokens(std::string_view text) const = 0;
    // One vector [width] of length 1 a text; zeros for a text without words. Cancelled.
    using Vectors = base::Result<std::vector<std::vector<float>>>;
    virtual Vectors queries(std::span<const std::string> texts, const base::CancelToken& cancel) = 0;
    virtual Vectors documents(std::span<const std::string> texts, const base::CancelToken& cancel) = 0;
};

// Errors: those of engine::Embedder::open.
base::Result<std::unique_ptr<TextEmbedder>> openTextEmbedder(const std::string& path, int threads = 0);

}  // namespace hearth::rag
