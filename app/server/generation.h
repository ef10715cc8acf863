// One generation for a client: limits, stopping when the client is gone, and the JSON of tokens and usage.
// Used by one thread.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "engine/constraint.h"
#include "server/api_error.h"
#include "server/generation_request.h"
#include "server/model_host.h"

namespace hearth::app::server {

struct GenerationPlan {
    std::vector<engine::TokenId> prompt;
    GenerationOptions options;
    std::unique_ptr<engine::TokenConstraint> constraint;  // may be null
};

// Checks that the prompt leaves room for an answer.
ApiResult<void> checkLength(const ModelHost& host, const GenerationPlan& plan);

// onToken gives false where the client is gone.
ApiResult<engine::GenerateResult> runGeneration(
    ModelHost& host, const GenerationPlan& plan, const base::CancelToken& closing,
    const std::function<bool(const engine::TokenEvent&)>& onToken);

// "stop" or "length".
std::string finishReason(engine::StopReason stop);
Json usageOf(const engine::GenerateResult& result);
// {"token", "logprob", "bytes", "top_logprobs"}.
Json chatLogprob(const engine::TokenEvent& event, const engine::Tokenizer& tokenizer);

// "chatcmpl-" and random digits.
std::string newId(const std::string& prefix);
std::int64_t unixTime();

// One server-sent event.
std::string sse(const Json& json);
inline constexpr const char* kSseDone = "data: [DONE]\n\n";

}  // namespace hearth::app::server
