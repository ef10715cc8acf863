#include "server/api.h"

#include "server/access_token.h"
#include "server/api_error.h"
#include "server/chat_endpoint.h"
#include "server/completion_endpoint.h"
#include "server/embedding_endpoint.h"

namespace hearth::app::server {

namespace {

const std::string kModels = "/v1/models";

// A name of this machine, with or without a port. Anything else came by a web page that had its own name
// pointed at this machine.
bool isLoopback(std::string host) {
    if (const auto colon = host.rfind(':'); colon != std::string::npos && host.back() != ']')
        host.erase(colon);
    return host == "127.0.0.1" || host == "localhost" || host == "[::1]";
}

bool isKnownPath(const std::string& path) {
    for (const char* known :
         {"/v1/chat/completions", "/v1/completions", "/v1/embeddings", "/v1/audio/transcriptions"})
        if (path == known) return true;
    return false;
}

HttpReply unknownPath(const HttpRequest& request) {
    return errorReply({404, "invalid_request_error", "", "unknown_url",
                       "There is nothing at " + request.method + " " + request.path + ". There are " +
                           kModels + ", /v1/chat/completions, /v1/completions and /v1/embeddings."});
}

}  // namespace

HttpReply Api::handle(const HttpRequest& request) {
    HttpReply reply = answer(request);
    if (!options_.corsOrigin.empty() && request.header("origin") == options_.corsOrigin) {
        reply.headers["Access-Control-Allow-Origin"] = options_.corsOrigin;
        reply.headers["Access-Control-Allow-Headers"] = "authorization, content-type";
        reply.headers["Access-Control-Allow-Methods"] = "GET, POST";
        reply.headers["Vary"] = "Origin";
    }
    return reply;
}

HttpReply Api::answer(const HttpRequest& request) {
    if (!isLoopback(request.header("host")))
        return errorReply({403, "invalid_request_error", "", "wrong_host",
                           "This server answers on 127.0.0.1 and localhost only."});
    if (request.method == "OPTIONS") {  // what a browser asks first, without the token
        HttpReply reply;
        reply.status = 204;
        return reply;
    }
    if (!showsToken(request.header("authorization"), options_.token)) {
        HttpReply reply = errorReply({401, "invalid_request_error", "", "invalid_api_key",
                                      "The key is missing or wrong: send “Authorization: Bearer …” with the "
                                      "token that “hearth serve” names."});
        reply.headers["WWW-Authenticate"] = "Bearer";
        return reply;
    }
    const bool get = request.method == "GET";
    if (get && (request.path == kModels || request.path.starts_with(kModels + "/")))
        return models(request.path);
    if (!isKnownPath(request.path)) return unknownPath(request);
    if (request.method != "POST")
        return errorReply({405, "invalid_request_error", "", "", "This path is for POST."});
    return compute(request);
}

HttpReply Api::compute(const HttpRequest& request) {
    if (request.path == "/v1/audio/transcriptions")
        return errorReply(
            {501, "invalid_request_error", "", "not_implemented", "Speech is not recognized here yet."});
    const int before = requests_++;
    const std::shared_ptr<void> place(nullptr, [this](void*) { --requests_; });  // until the last byte
    if (before >= options_.mostRequests) {
        HttpReply reply =
            errorReply({429, "rate_limit_error", "", "rate_limit_exceeded",
                        "There are " + std::to_string(before) + " requests already. Try again in a moment."});
        reply.headers["Retry-After"] = "1";
        return reply;
    }
    HttpReply reply =
        request.path == "/v1/embeddings"    ? answerEmbeddings(host_, request.body, closing_.token())
        : request.path == "/v1/completions" ? answerCompletion(host_, request.body, closing_.token())
                                            : answerChat(host_, request.body, closing_.token());
    if (reply.stream)
        reply.stream = [place, stream = std::move(reply.stream)](const HttpWrite& write) { stream(write); };
    return reply;
}

HttpReply Api::models(const std::string& path) const {
    std::vector<std::string> names{host_.name()};
    if (host_.embeddingName() != host_.name()) names.push_back(host_.embeddingName());
    Json data = Json::array();
    for (const std::string& name : names)
        data.push_back({{"id", name}, {"object", "model"}, {"created", 0}, {"owned_by", "hearth"}});
    if (path == kModels) return jsonReply({{"object", "list"}, {"data", data}});
    for (const Json& one : data)
        if (path == kModels + "/" + one["id"].get<std::string>()) return jsonReply(one);
    return errorReply({404, "invalid_request_error", "model", "model_not_found",
                       "There is no such model. GET /v1/models lists what there is."});
}

}  // namespace hearth::app::server
