// Messages of JSON-RPC 2.0 as the Model Context Protocol uses them: one JSON object each. Values.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "base/result.h"

namespace hearth::agent::mcp {

using Json = nlohmann::ordered_json;

enum RpcCode {
    kParseError = -32700,
    kInvalidRequest = -32600,
    kMethodNotFound = -32601,
    kInvalidParams = -32602
};

// Protocol versions that are understood, the preferred one first.
inline constexpr const char* kProtocolVersions[] = {"2025-06-18", "2025-03-26", "2024-11-05"};
bool isKnownVersion(const std::string& version);

Json rpcRequest(int id, const std::string& method, const Json& params);
Json rpcNotification(const std::string& method);
Json rpcResult(const Json& id, const Json& result);
Json rpcError(const Json& id, int code, const std::string& message);

// A message from outside; nothing where it is no JSON object, or nested too deeply.
std::optional<Json> parseMessage(const std::string& text);
// On one line.
std::string lineOf(const Json& message);

// Fields of untrusted objects; the standard value where they are absent or of another type.
std::string textField(const Json& object, const char* name);
Json objectField(const Json& object, const char* name);
Json listField(const Json& object, const char* name);

}  // namespace hearth::agent::mcp
