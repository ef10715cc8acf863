// Errors as clients of OpenAI's interface know them: {"error": {"message", "type", "param", "code"}}. Values.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <tl/expected.hpp>

#include "base/result.h"
#include "server/http_message.h"

namespace hearth::app::server {

using Json = nlohmann::ordered_json;

struct ApiError {
    int status = 400;
    std::string type = "invalid_request_error";
    std::string param;  // the field that is wrong; may be empty
    std::string code;   // "context_length_exceeded"; may be empty
    std::string message;
};

template <typename T>
using ApiResult = tl::expected<T, ApiError>;

// An error about one field of the request.
tl::unexpected<ApiError> badField(const std::string& param, const std::string& message,
                                  const std::string& code = {});

ApiError apiError(const base::Error& error);
Json toJson(const ApiError& error);
HttpReply errorReply(const ApiError& error);

// Bytes that are no UTF-8 become U+FFFD.
std::string textOf(const Json& json);
HttpReply jsonReply(const Json& json);

}  // namespace hearth::app::server
