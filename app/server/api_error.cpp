#include "server/api_error.h"

namespace hearth::app::server {

using base::ErrorCode;

tl::unexpected<ApiError> badField(const std::string& param, const std::string& message,
                                  const std::string& code) {
    return tl::unexpected<ApiError>(ApiError{400, "invalid_request_error", param, code, message});
}

ApiError apiError(const base::Error& error) {
    switch (error.code) {
        case ErrorCode::InvalidInput:
        case ErrorCode::Unsupported:
        case ErrorCode::Refused:
            return {400, "invalid_request_error", "", "", error.text()};
        case ErrorCode::NotFound:
            return {404, "invalid_request_error", "", "", error.text()};
        case ErrorCode::Cancelled:
            return {503, "server_error", "", "", "The server is closing."};
        case ErrorCode::OutOfMemory:
            return {503, "server_error", "", "", error.text()};
        default:
            return {500, "server_error", "", "", error.text()};
    }
}

Json toJson(const ApiError& error) {
    const auto orNull = [](const std::string& text) { return text.empty() ? Json() : Json(text); };
    return {{"error",
             {{"message", error.message},
              {"type", error.type},
              {"param", orNull(error.param)},
              {"code", orNull(error.code)}}}};
}

std::string textOf(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

HttpReply jsonReply(const Json& json) {
    HttpReply reply;
    reply.body = textOf(json);
    return reply;
}

HttpReply errorReply(const ApiError& error) {
    HttpReply reply = jsonReply(toJson(error));
    reply.status = error.status;
    return reply;
}

}  // namespace hearth::app::server
