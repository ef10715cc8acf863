#include "server/generation.h"

#include <algorithm>
#include <ctime>
#include <random>

namespace hearth::app::server {

namespace {

// The closing of the server and the leaving of the client, both heard as one token.
class Stopping {
  public:
    explicit Stopping(const base::CancelToken& closing) : closing_(closing) {}
    base::CancelToken token() const { return source_.token(); }
    void check(bool clientIsThere) {
        if (!clientIsThere || closing_.cancelled()) source_.cancel();
    }

  private:
    base::CancelToken closing_;
    base::CancelSource source_;
};

Json bytesOf(const std::string& text) {
    Json out = Json::array();
    for (const char c : text) out.push_back(static_cast<unsigned char>(c));
    return out;
}

Json oneLogprob(engine::TokenId id, float logprob, const engine::Tokenizer& tokenizer) {
    const std::string text = tokenizer.bytes(id, true);
    return {{"token", text}, {"logprob", logprob}, {"bytes", bytesOf(text)}};
}

}  // namespace

ApiResult<void> checkLength(const ModelHost& host, const GenerationPlan& plan) {
    const auto length = static_cast<std::int64_t>(plan.prompt.size());
    if (length == 0) return badField("prompt", "The prompt has no tokens.");
    if (length >= host.context())
        return badField("messages",
                        "The prompt has " + std::to_string(length) +
                            " tokens; the context of this model holds " + std::to_string(host.context()) +
                            " with the answer.",
                        "context_length_exceeded");
    return {};
}

ApiResult<engine::GenerateResult> runGeneration(
    ModelHost& host, const GenerationPlan& plan, const base::CancelToken& closing,
    const std::function<bool(const engine::TokenEvent&)>& onToken) {
    if (auto fits = checkLength(host, plan); !fits) return tl::unexpected(fits.error());
    Stopping stopping(closing);
    engine::GenerateRequest request;
    request.prompt = plan.prompt;
    const int room = host.context() - static_cast<int>(plan.prompt.size());
    request.maxTokens = plan.options.maxTokens > 0 ? std::min(plan.options.maxTokens, room) : room;
    request.sampling = plan.options.sampling;
    request.stop = plan.options.stop;
    request.constraint = plan.constraint.get();
    request.topLogprobs = plan.options.topLogprobs;
    request.cancel = stopping.token();
    request.onToken = [&](const engine::TokenEvent& event) { stopping.check(onToken(event)); };
    auto result = host.generate(std::move(request));
    if (!result) return tl::unexpected(apiError(result.error()));
    if (closing.cancelled())
        return tl::unexpected(ApiError{503, "server_error", "", "", "The server is closing."});
    return std::move(*result);
}

std::string finishReason(engine::StopReason stop) {
    const bool cut = stop == engine::StopReason::MaxTokens || stop == engine::StopReason::ContextFull;
    return cut ? "length" : "stop";
}

Json usageOf(const engine::GenerateResult& result) {
    const auto answer = static_cast<int>(result.tokens.size());
    return {{"prompt_tokens", result.promptTokens},
            {"completion_tokens", answer},
            {"total_tokens", result.promptTokens + answer},
            {"prompt_tokens_details", {{"cached_tokens", result.reusedTokens}}}};
}

Json chatLogprob(const engine::TokenEvent& event, const engine::Tokenizer& tokenizer) {
    Json out = oneLogprob(event.id, event.logprob, tokenizer);
    out["top_logprobs"] = Json::array();
    for (const auto& [id, logprob] : event.top)
        out["top_logprobs"].push_back(oneLogprob(id, logprob, tokenizer));
    return out;
}

std::string newId(const std::string& prefix) {
    thread_local std::mt19937_64 random{std::random_device{}()};
    constexpr int kDigits = 24;
    std::string id = prefix;
    for (int i = 0; i < kDigits; ++i) id += "0123456789abcdef"[random() & 15];
    return id;
}

std::int64_t unixTime() {
    return static_cast<std::int64_t>(std::time(nullptr));
}

std::string sse(const Json& json) {
    return "data: " + textOf(json) + "\n\n";
}

}  // namespace hearth::app::server
