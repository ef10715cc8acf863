// What clients ask of a language model: the bodies of /v1/chat/completions and /v1/completions, read and
// checked. Pure functions of the body.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/session.h"
#include "server/api_error.h"

namespace hearth::app::server {

// What both forms share.
struct GenerationOptions {
    std::string model;
    int maxTokens = 0;  // 0: what the context has room for
    engine::SamplingOptions sampling;
    std::vector<std::string> stop;
    bool stream = false;
    bool includeUsage = false;
    bool logprobs = false;
    int topLogprobs = 0;
};

// NOLINTNEXTLINE(bugprone-exception-escape): moving JSON that keeps its order may need memory
struct ChatRequest {
    GenerationOptions options;
    Json messages;   // as chat templates want them: texts whole, arguments of calls as objects
    Json tools;      // list of {"type":"function","function":{…}}
    Json variables;  // of the template, from "chat_template_kwargs"
    bool reasoning = false;
    bool mustCall = false;   // an answer without a call is not wanted
    std::string calledTool;  // the only tool that may be called; empty: any
    std::string schema;      // JSON Schema of the answer; empty: free text
};

struct CompletionRequest {
    GenerationOptions options;
    std::string prompt;
    std::optional<std::vector<engine::TokenId>> promptTokens;  // in place of `prompt`
    bool echo = false;
};

// An error where a request names another model than the one that is served; "" is any.
ApiResult<void> checkModel(const std::string& served, const std::string& wanted);

ApiResult<ChatRequest> readChatRequest(const Json& body);
ApiResult<CompletionRequest> readCompletionRequest(const Json& body);

}  // namespace hearth::app::server
