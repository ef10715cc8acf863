// One conversation with a model: its KV cache and its sampler. A Session is used by one thread at a time;
// any number may share a Model. Stopping comes through the CancelToken and takes effect within 100 ms.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/cancel.h"
#include "base/result.h"
#include "engine/adapter.h"
#include "engine/constraint.h"
#include "engine/model.h"

namespace hearth::engine {

enum class CacheType { F16, F32 };

struct SessionOptions {
    int context = 0;  // positions; 0: the model's trained context, at most 4096
    CacheType cache = CacheType::F16;
    bool exact = false;  // weights dequantized to float32, nothing else quantized: for comparisons
};

struct SamplingOptions {
    double temperature = 0.8;  // 0: greedy
    int topK = 40;             // 0: off
    double topP = 0.95;        // 1: off
    double minP = 0.05;        // 0: off
    double repetitionPenalty = 1.0;
    double presencePenalty = 0.0;
    int penaltyWindow = 64;  // last tokens the penalties look at
    std::uint64_t seed = 0;  // 0: from the clock
};

struct TokenEvent {
    TokenId id = 0;
    std::string text;                            // whole characters that became complete; may be empty
    float logprob = 0;                           // natural logarithm, after constraint, before temperature
    std::vector<std::pair<TokenId, float>> top;  // most likely tokens with logprobs, where asked for
};

enum class StopReason { EndToken, StopString, MaxTokens, ContextFull, Cancelled, ConstraintComplete };

struct GenerateRequest {
    std::vector<TokenId>
        prompt;  // the whole conversation; what the cache already holds is not computed again
    int maxTokens = 512;
    SamplingOptions sampling;
    std::vector<std::string> stop;          // texts that end the answer; never part of it
    TokenConstraint* constraint = nullptr;  // not owned; may be null
    int topLogprobs = 0;
    std::function<void(const TokenEvent&)> onToken;      // on the calling thread; may be empty
    std::function<void(int done, int total)> onPrefill;  // prompt tokens computed so far; may be empty
    base::CancelToken cancel;
};

struct GenerateResult {
    std::vector<TokenId> tokens;  // without the end token
    std::vector<float> logprobs;  // one a token
    std::string text;
    StopReason stop = StopReason::EndToken;
    int promptTokens = 0;
    int reusedTokens = 0;  // of the prompt, found in the cache
    double prefillMs = 0;
    double decodeMs = 0;
    double firstTokenMs = 0;
};

class Session {
  public:
    virtual ~Session() = default;

    static base::Result<std::unique_ptr<Session>> create(std::shared_ptr<const Model> model,
                                                         const SessionOptions& options = {});

    // Runs the prompt and generates. A cancelled call is not an error: it gives what there is, with
    // StopReason::Cancelled. Errors: a prompt longer than the context (the message says by how much).
    virtual base::Result<GenerateResult> generate(const GenerateRequest& request) = 0;

    // Appends `tokens` at the current position and gives the logits after each: [tokens, vocabulary] f32.
    virtual base::Result<std::vector<float>> forward(std::span<const TokenId> tokens) = 0;

    // Uses these adapters, and no others, from the next token on; each may be used several times. Takes no
    // longer than looking at their list. What was computed with other ones is forgotten. InvalidInput for an
    // adapter that was opened for another Model, or a scale that is no number.
    virtual base::Result<void> setAdapters(std::span<const AdapterUse> adapters) = 0;

    virtual void reset() = 0;          // forgets everything
    virtual int position() const = 0;  // tokens in the cache
    virtual int context() const = 0;   // positions there are
    virtual std::uint64_t cacheBytes() const = 0;
    virtual const Model& model() const = 0;
};

}  // namespace hearth::engine
