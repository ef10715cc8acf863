#include "mcp/json_rpc.h"

#include <algorithm>
#include <iterator>

#include "base/json_depth.h"

namespace hearth::agent::mcp {

bool isKnownVersion(const std::string& version) {
    return std::any_of(std::begin(kProtocolVersions), std::end(kProtocolVersions),
                       [&](const char* known) { return version == known; });
}

Json rpcRequest(int id, const std::string& method, const Json& params) {
    return {{"jsonrpc", "2.0"}, {"id", id}, {"method", method}, {"params", params}};
}

Json rpcNotification(const std::string& method) {
    return {{"jsonrpc", "2.0"}, {"method", method}};
}

Json rpcResult(const Json& id, const Json& result) {
    return {{"jsonrpc", "2.0"}, {"id", id}, {"result", result}};
}

Json rpcError(const Json& id, int code, const std::string& message) {
    return {{"jsonrpc", "2.0"}, {"id", id}, {"error", {{"code", code}, {"message", message}}}};
}

std::optional<Json> parseMessage(const std::string& text) {
    constexpr int kDeepest = 64;
    if (base::jsonDepth(text) > kDeepest) return std::nullopt;
    Json json = Json::parse(text, nullptr, false);
    if (!json.is_object()) return std::nullopt;
    return json;
}

std::string lineOf(const Json& message) {
    return message.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string textField(const Json& object, const char* name) {
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

Json objectField(const Json& object, const char* name) {
    const auto found = object.find(name);
    return found != object.end() && found->is_object() ? *found : Json::object();
}

Json listField(const Json& object, const char* name) {
    const auto found = object.find(name);
    return found != object.end() && found->is_array() ? *found : Json::array();
}

}  // namespace hearth::agent::mcp
