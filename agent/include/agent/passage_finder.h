// Where answers find passages: a library of documents, or a script in tests. One thread at a time, that of
// the agent.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/cancel.h"
#include "base/result.h"
#include "rag/library.h"

namespace hearth::agent {

class PassageFinder {
  public:
    virtual ~PassageFinder() = default;

    // Whether there is anything to ask; makes ready what was put off until somebody asks. The rest may be
    // called only then.
    virtual bool available() { return true; }
    virtual base::Result<rag::Retrieval> find(const rag::RetrievalRequest& request,
                                              const base::CancelToken& cancel) = 0;
    // How near in meaning each passage is to the question: a cosine; 0 where it is not known.
    virtual base::Result<std::vector<double>> similarities(const std::string& question,
                                                           std::span<const rag::ChunkId> chunks,
                                                           const base::CancelToken& cancel) = 0;
    // One vector of length 1 a text, to be compared with each other.
    virtual base::Result<std::vector<std::vector<float>>> embed(std::span<const std::string> texts,
                                                                const base::CancelToken& cancel) = 0;
    // How many passages there are, and how many of them have the word.
    virtual base::Result<std::int64_t> count() = 0;
    virtual base::Result<std::int64_t> countWith(const std::string& word) = 0;
    // The passages of a document in order, as many as have at most `tokens` together.
    virtual base::Result<std::vector<rag::StoredChunk>> passagesOf(std::int64_t document,
                                                                   std::uint32_t tokens) = 0;
    // The passage of the document at `path` that holds a sentence of its summary; nothing: it has changed.
    virtual base::Result<std::optional<rag::StoredChunk>> holding(const std::string& path,
                                                                  const std::string& sentence) = 0;
};

// Over a library, which it takes; what another Library writes to the same file is found too.
std::unique_ptr<PassageFinder> makePassageFinder(std::unique_ptr<rag::Library> library);
// The same over a library that is opened once, when somebody asks: its index is large, and actions need none
// of it. Where it gives null, there is nothing to ask; `open` tells the user why.
std::unique_ptr<PassageFinder> makePassageFinder(std::function<std::unique_ptr<rag::Library>()> open);

}  // namespace hearth::agent
