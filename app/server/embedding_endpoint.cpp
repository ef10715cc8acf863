#include "server/embedding_endpoint.h"

#include <algorithm>

#include "base/base64.h"
#include "server/field_reader.h"
#include "server/generation_request.h"

namespace hearth::app::server {

namespace {

constexpr std::size_t kMostInputs = 2048;

struct EmbeddingRequest {
    std::string model;
    bool base64 = false;
    std::vector<std::string> texts;
    std::vector<std::vector<engine::TokenId>> tokens;  // in place of texts
};

bool isTokens(const Json& input) {
    return input.is_array() && !input.empty() &&
           std::all_of(input.begin(), input.end(), [](const Json& item) {
               return item.is_number_integer() && item.get<double>() >= 0 && item.get<double>() < INT32_MAX;
           });
}

ApiResult<EmbeddingRequest> readRequest(const Json& body) {
    EmbeddingRequest request;
    FieldReader fields(body);
    fields.text("model", request.model);
    std::string format = "float";
    fields.text("encoding_format", format);
    if (format != "float" && format != "base64")
        fields.wrong("encoding_format", "“encoding_format” must be \"float\" or \"base64\".");
    fields.unsupported("dimensions", {});
    if (fields.error()) return tl::unexpected(*fields.error());
    request.base64 = format == "base64";
    const Json& given = fields.at("input");
    const bool single = given.is_string() || isTokens(given);
    const Json list = single ? Json::array({given}) : given;
    const std::string wanted =
        "“input” must be a text, a list of tokens, or a list of either, with at most " +
        std::to_string(kMostInputs) + " items.";
    if (!list.is_array() || list.empty() || list.size() > kMostInputs) return badField("input", wanted);
    for (const Json& one : list) {
        if (one.is_string() && request.tokens.empty())
            request.texts.push_back(one.get<std::string>());
        else if (isTokens(one) && request.texts.empty())
            request.tokens.push_back(one.get<std::vector<engine::TokenId>>());
        else
            return badField("input", wanted);
    }
    return request;
}

Json vectorJson(const std::vector<float>& vector, bool base64) {
    if (!base64) return vector;
    return base::base64Encode({reinterpret_cast<const char*>(vector.data()), vector.size() * sizeof(float)});
}

int countTokens(ModelHost& host, const EmbeddingRequest& request) {
    int count = 0;
    for (const auto& tokens : request.tokens) count += static_cast<int>(tokens.size());
    for (const std::string& text : request.texts) count += host.embeddingTokens(text).value_or(0);
    return count;
}

}  // namespace

HttpReply answerEmbeddings(ModelHost& host, const std::string& body, const base::CancelToken& closing) {
    auto json = parseBody(body);
    if (!json) return errorReply(json.error());
    auto request = readRequest(*json);
    if (!request) return errorReply(request.error());
    if (auto served = checkModel(host.embeddingName(), request->model); !served)
        return errorReply(served.error());
    auto vectors = request->tokens.empty() ? host.embed(request->texts, closing)
                                           : host.embedTokens(request->tokens, closing);
    if (!vectors) return errorReply(apiError(vectors.error()));
    Json data = Json::array();
    for (const std::vector<float>& vector : *vectors)
        data.push_back({{"object", "embedding"},
                        {"index", data.size()},
                        {"embedding", vectorJson(vector, request->base64)}});
    const int tokens = countTokens(host, *request);
    return jsonReply({{"object", "list"},
                      {"data", std::move(data)},
                      {"model", host.embeddingName()},
                      {"usage", {{"prompt_tokens", tokens}, {"total_tokens", tokens}}}});
}

}  // namespace hearth::app::server
