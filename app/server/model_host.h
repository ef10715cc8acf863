// The model behind the local server, shared by its requests: each request computes in a session of the pool,
// and after every token (or piece of prompt) the next request has its turn. Any thread.
#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <string>

#include "base/cancel.h"
#include "base/result.h"
#include "engine/conversation_prompt.h"
#include "engine/embedder.h"
#include "engine/model.h"
#include "engine/session.h"
#include "server/session_pool.h"
#include "server/turns.h"

namespace hearth::app::server {

struct ModelHostOptions {
    std::string name;            // as clients call it; empty: the file's name without its ending
    int sessions = 4;            // requests that compute at once
    int context = 0;             // tokens; 0: the model's own, at most 4096
    std::string embeddingModel;  // file for /v1/embeddings; empty: the model itself
};

class ModelHost {
  public:
    ModelHost(std::shared_ptr<const engine::Model> model, ModelHostOptions options);

    const std::string& name() const { return name_; }
    const std::string& embeddingName() const { return embeddingName_; }
    const engine::Model& model() const { return *model_; }
    const engine::ConversationPrompt& prompt() const { return prompt_; }
    int context() const { return pool_.context(); }

    // As Session::generate. The callbacks of `request` run while others compute.
    base::Result<engine::GenerateResult> generate(engine::GenerateRequest request);

    // As Embedder::embed and embedTokens; the embedder is opened when it is first needed.
    base::Result<std::vector<std::vector<float>>> embed(std::span<const std::string> texts,
                                                        const base::CancelToken& cancel);
    base::Result<std::vector<std::vector<float>>> embedTokens(
        std::span<const std::vector<engine::TokenId>> texts, const base::CancelToken& cancel);
    // Tokens of a text, as the embedding model counts them.
    base::Result<int> embeddingTokens(const std::string& text);

  private:
    base::Result<engine::Embedder*> embedder();

    std::shared_ptr<const engine::Model> model_;
    std::string name_;
    std::string embeddingFile_;
    std::string embeddingName_;
    engine::ConversationPrompt prompt_;
    Turns turns_;
    SessionPool pool_;
    std::mutex embedderMutex_;
    std::unique_ptr<engine::Embedder> embedder_;  // made under embedderMutex_
};

}  // namespace hearth::app::server
