#include <algorithm>
#include <chrono>
#include <set>
#include <utility>

#include "agent/mcp_client.h"
#include "mcp/json_rpc.h"

namespace hearth::agent {

using base::ErrorCode;
using base::fail;
using base::Result;
using mcp::Json;
using mcp::listField;
using mcp::objectField;
using mcp::textField;
using Clock = std::chrono::steady_clock;

namespace {
constexpr int kMostOther = 10'000;  // messages that are no answer, before the server counts as broken
}

struct McpClient::Session {
    std::unique_ptr<McpTransport> transport;
    McpOptions options;
    bool hasTools = false;  // as it says of itself
    bool hasResources = false;
    bool hasPrompts = false;
    int lastId = 0;
    bool listsChanged = false;

    Result<Json> request(const std::string& method, const Json& params, int timeoutMs,
                         const base::CancelToken& cancel);
    // The items of all pages of a list.
    Result<std::vector<Json>> list(const std::string& method, const char* field,
                                   const base::CancelToken& cancel);
    Result<void> notify(const std::string& method, const base::CancelToken& cancel);
    // What is no answer: a request of the server's, or something it lets us know.
    Result<void> heed(const Json& message, const base::CancelToken& cancel);
    Result<void> answerRequest(const Json& message, const base::CancelToken& cancel);
};

Result<void> McpClient::Session::notify(const std::string& method, const base::CancelToken& cancel) {
    return transport->send(mcp::lineOf(mcp::rpcNotification(method)), options.answerMs, cancel);
}

// What the server asks of us: nothing but to show that we are there.
Result<void> McpClient::Session::answerRequest(const Json& message, const base::CancelToken& cancel) {
    const Json id = message.value("id", Json());
    const std::string method = textField(message, "method");
    const Json answer = method == "ping" ? mcp::rpcResult(id, Json::object())
                                         : mcp::rpcError(id, mcp::kMethodNotFound, "not offered: " + method);
    return transport->send(mcp::lineOf(answer), options.answerMs, cancel);
}

Result<void> McpClient::Session::heed(const Json& message, const base::CancelToken& cancel) {
    if (message.contains("id")) return answerRequest(message, cancel);
    if (textField(message, "method").ends_with("/list_changed")) listsChanged = true;
    return {};
}

Result<Json> McpClient::Session::request(const std::string& method, const Json& params, int timeoutMs,
                                         const base::CancelToken& cancel) {
    const int id = ++lastId;
    const auto end = Clock::now() + std::chrono::milliseconds(timeoutMs);
    if (auto sent = transport->send(mcp::lineOf(mcp::rpcRequest(id, method, params)), timeoutMs, cancel);
        !sent)
        return tl::unexpected(sent.error());
    for (int other = 0; other < kMostOther; ++other) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now()).count();
        if (left <= 0) return fail(ErrorCode::Io, "The server did not answer in time.");
        const auto text = transport->receive(static_cast<int>(left), cancel);
        if (!text) return tl::unexpected(text.error());
        const auto message = mcp::parseMessage(*text);
        if (!message) return fail(ErrorCode::InvalidInput, "The server sent something that is no message.");
        if (message->contains("method")) {
            if (auto heeded = heed(*message, cancel); !heeded) return tl::unexpected(heeded.error());
            continue;
        }
        if (message->value("id", Json()) != id) continue;  // of a request that was given up
        if (const Json error = objectField(*message, "error"); !error.empty())
            return fail(error.value("code", Json()) == mcp::kMethodNotFound ? ErrorCode::Unsupported
                                                                            : ErrorCode::InvalidInput,
                        "The server refused: " + textField(error, "message"));
        return objectField(*message, "result");
    }
    return fail(ErrorCode::InvalidInput, "The server sends messages without end.");
}

Result<std::vector<Json>> McpClient::Session::list(const std::string& method, const char* field,
                                                   const base::CancelToken& cancel) {
    constexpr std::size_t kMostItems = 10'000;
    std::vector<Json> items;
    std::set<std::string> seen;
    Json params = Json::object();
    for (;;) {
        const auto page = request(method, params, options.answerMs, cancel);
        if (!page) return tl::unexpected(page.error());
        for (const Json& item : listField(*page, field))
            if (item.is_object()) items.push_back(item);
        const std::string next = textField(*page, "nextCursor");
        if (next.empty()) return items;
        if (!seen.insert(next).second || items.size() > kMostItems)
            return fail(ErrorCode::InvalidInput, "The server's list does not end.");
        params["cursor"] = next;
    }
}

namespace {

// The text of a list of content blocks; other kinds are named.
std::string contentText(const Json& blocks) {
    std::string out;
    for (const Json& block : blocks) {
        if (!block.is_object()) continue;
        if (!out.empty()) out += "\n";
        const std::string type = textField(block, "type");
        if (type == "text")
            out += textField(block, "text");
        else if (type == "resource")
            out += textField(objectField(block, "resource"), "text");
        else if (type == "resource_link")
            out += textField(block, "uri");
        else
            out += "[" + type + "]";
    }
    return out;
}

// What can be read of a resource's contents.
std::string textOf(const Json& contents) {
    std::string out;
    for (const Json& content : contents) {
        if (!content.is_object()) continue;
        if (!out.empty()) out += "\n";
        const std::string type = textField(content, "mimeType");
        out += content.contains("text") ? textField(content, "text")
                                        : "[" + (type.empty() ? "no text" : type) + "]";
    }
    return out;
}

// The words of a prompt, as the user may send them.
std::string wordsOf(const Json& messages) {
    const auto isUsers = [](const Json& message) {
        return message.is_object() && textField(message, "role") == "user";
    };
    const bool plain = std::all_of(messages.begin(), messages.end(), isUsers);
    std::string out;
    for (const Json& message : messages) {
        if (!message.is_object()) continue;
        if (!out.empty()) out += "\n\n";
        if (!plain) out += textField(message, "role") + ": ";
        out += contentText(Json::array({objectField(message, "content")}));
    }
    return out;
}

}  // namespace

McpClient::McpClient(std::string name, std::unique_ptr<Session> session)
    : name_(std::move(name)), session_(std::move(session)) {}
McpClient::~McpClient() = default;

base::Error McpClient::named(const base::Error& error) const {
    return {error.code, "MCP server “" + name_ + "”: " + error.message, error.where};
}

Result<std::unique_ptr<McpClient>> McpClient::connect(const std::string& name,
                                                      std::unique_ptr<McpTransport> transport,
                                                      const base::CancelToken& cancel,
                                                      const McpOptions& options) {
    auto session = std::make_unique<Session>();
    session->transport = std::move(transport);
    session->options = options;
    std::unique_ptr<McpClient> client(new McpClient(name, std::move(session)));
    Session& with = *client->session_;
    const Json params{{"protocolVersion", mcp::kProtocolVersions[0]},
                      {"capabilities", Json::object()},
                      {"clientInfo", {{"name", "hearth"}, {"version", "1"}}}};
    const auto hello = with.request("initialize", params, options.startMs, cancel);
    if (!hello) return tl::unexpected(client->named(hello.error()));
    const std::string version = textField(*hello, "protocolVersion");
    if (!mcp::isKnownVersion(version))
        return tl::unexpected(
            client->named({ErrorCode::Unsupported,
                           "It speaks version “" + version + "” of the protocol, which is not known here.",
                           {}}));
    with.transport->agreed(version);
    const Json offers = objectField(*hello, "capabilities");
    with.hasTools = offers.contains("tools");
    with.hasResources = offers.contains("resources");
    with.hasPrompts = offers.contains("prompts");
    const Json info = objectField(*hello, "serverInfo");
    client->title_ = textField(info, "name") + " " + textField(info, "version");
    if (auto told = with.notify("notifications/initialized", cancel); !told)
        return tl::unexpected(client->named(told.error()));
    return client;
}

Result<std::vector<McpTool>> McpClient::tools(const base::CancelToken& cancel) {
    if (!session_->hasTools) return std::vector<McpTool>();
    const auto items = session_->list("tools/list", "tools", cancel);
    if (!items) return tl::unexpected(named(items.error()));
    std::vector<McpTool> out;
    for (const Json& item : *items)
        out.push_back({textField(item, "name"), textField(item, "description"),
                       mcp::lineOf(objectField(item, "inputSchema"))});
    return out;
}

Result<McpResult> McpClient::call(const std::string& tool, const std::string& arguments,
                                  const base::CancelToken& cancel) {
    const auto given = mcp::parseMessage(arguments.empty() ? "{}" : arguments);
    if (!given) return fail(ErrorCode::InvalidInput, "The arguments of a tool must be a JSON object", tool);
    const auto result = session_->request("tools/call", {{"name", tool}, {"arguments", *given}},
                                          session_->options.answerMs, cancel);
    if (!result) return tl::unexpected(named(result.error()));
    McpResult out;
    out.text = contentText(listField(*result, "content"));
    if (out.text.empty() && result->contains("structuredContent"))
        out.text = mcp::lineOf((*result)["structuredContent"]);
    out.failed = result->value("isError", Json(false)) == true;
    return out;
}

Result<std::vector<McpResource>> McpClient::resources(const base::CancelToken& cancel) {
    std::vector<McpResource> out;
    if (!session_->hasResources) return out;
    const auto add = [&](const char* method, const char* list, const char* address) -> Result<void> {
        const auto items = session_->list(method, list, cancel);
        if (!items) return tl::unexpected(items.error());
        for (const Json& item : *items)
            out.push_back({textField(item, address), textField(item, "name"), textField(item, "description"),
                           textField(item, "mimeType"), std::string_view(address) == "uriTemplate"});
        return {};
    };
    if (const auto added = add("resources/list", "resources", "uri"); !added)
        return tl::unexpected(named(added.error()));
    // Many servers know no templates.
    const auto added = add("resources/templates/list", "resourceTemplates", "uriTemplate");
    if (!added && added.error().code != ErrorCode::Unsupported) return tl::unexpected(named(added.error()));
    return out;
}

Result<std::string> McpClient::read(const std::string& uri, const base::CancelToken& cancel) {
    const auto result =
        session_->request("resources/read", {{"uri", uri}}, session_->options.answerMs, cancel);
    if (!result) return tl::unexpected(named(result.error()));
    return textOf(listField(*result, "contents"));
}

Result<std::vector<McpPrompt>> McpClient::prompts(const base::CancelToken& cancel) {
    std::vector<McpPrompt> out;
    if (!session_->hasPrompts) return out;
    const auto items = session_->list("prompts/list", "prompts", cancel);
    if (!items) return tl::unexpected(named(items.error()));
    for (const Json& item : *items) {
        McpPrompt prompt{textField(item, "name"), textField(item, "description"), {}};
        for (const Json& argument : listField(item, "arguments"))
            if (argument.is_object())
                prompt.arguments.emplace_back(textField(argument, "name"),
                                              argument.value("required", Json(false)) == true);
        out.push_back(std::move(prompt));
    }
    return out;
}

Result<std::string> McpClient::prompt(const std::string& prompt,
                                      const std::vector<std::pair<std::string, std::string>>& arguments,
                                      const base::CancelToken& cancel) {
    Json given = Json::object();
    for (const auto& [name, value] : arguments) given[name] = value;
    const auto result = session_->request("prompts/get", {{"name", prompt}, {"arguments", given}},
                                          session_->options.answerMs, cancel);
    if (!result) return tl::unexpected(named(result.error()));
    return wordsOf(listField(*result, "messages"));
}

Result<bool> McpClient::listsChanged(const base::CancelToken& cancel) {
    for (int other = 0; other < kMostOther; ++other) {
        const auto text = session_->transport->take();
        if (!text) return tl::unexpected(named(text.error()));
        if (!*text) return std::exchange(session_->listsChanged, false);
        const auto message = mcp::parseMessage(**text);
        if (!message)
            return tl::unexpected(
                named({ErrorCode::InvalidInput, "The server sent something that is no message.", {}}));
        if (!message->contains("method")) continue;  // an answer that came too late
        if (auto heeded = session_->heed(*message, cancel); !heeded)
            return tl::unexpected(named(heeded.error()));
    }
    return tl::unexpected(named({ErrorCode::InvalidInput, "The server sends messages without end.", {}}));
}

int McpClient::file() const {
    return session_->transport->file();
}

namespace {

// Letters and digits as they are, and what `kept` has; the rest as two hexadecimal digits after a dash.
std::string plainName(const std::string& name, std::string_view kept) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string out;
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (plain || kept.find(c) != std::string_view::npos)
            out += c;
        else
            out += {'-', kDigits[byte >> 4], kDigits[byte & 15]};
    }
    return out;
}

}  // namespace

// The server's part has no underscore, so that no two pairs share a name.
std::string mcpApprovalName(const std::string& server, const std::string& tool) {
    return "mcp_" + plainName(server, "") + "_" + plainName(tool, "_");
}

}  // namespace hearth::agent
