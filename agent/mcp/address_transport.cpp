// Streamable HTTP (MCP 2025-06-18, Transports): each message is posted, and the answer brings the server's,
// as one JSON object or as a stream of events.
#include <deque>

#include "agent/mcp_transport.h"
#include "mcp/json_rpc.h"
#include "routing/sse_reader.h"

namespace hearth::agent {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr std::uint64_t kMostBytes = 16u << 20;

class AddressTransport final : public McpTransport {
  public:
    AddressTransport(privacy::Egress& egress, std::string url,
                     const std::map<std::string, std::string>& headers)
        : egress_(egress), url_(std::move(url)), headers_(headers) {}

    Result<void> send(const std::string& message, int timeoutMs, const base::CancelToken& cancel) override {
        privacy::EgressRequest request = post(message, timeoutMs, cancel);
        bool stream = false;
        std::string whole;
        int status = 0;
        routing::SseReader events([this](const std::string& data) -> Result<void> {
            messages_.push_back(data);
            return {};
        });
        request.onHead = [&](const privacy::EgressHead& head) -> Result<void> {
            status = head.status;
            stream = status == 200 && head.header("content-type").starts_with("text/event-stream");
            if (const std::string id = head.header("mcp-session-id"); !id.empty()) session_ = id;
            return {};
        };
        request.onBody = [&](std::string_view bytes) -> Result<void> {
            if (stream) return events.push(bytes);
            whole += bytes;
            return {};
        };
        const auto sent = egress_.send(request);
        if (!sent) return tl::unexpected(sent.error());
        if (status == 401 || status == 403)
            return fail(ErrorCode::Refused, "The server asks for a key that it was not given.");
        if (status == 404 && !session_.empty())
            return fail(ErrorCode::Conflict, "The server has forgotten this session; connect again.");
        if (status < 200 || status >= 300)
            return fail(ErrorCode::Io, "The server refused a message (" + std::to_string(status) + ").");
        if (stream) return events.finish();
        if (status == 200 && !whole.empty()) messages_.push_back(std::move(whole));
        return {};
    }

    Result<std::string> receive(int, const base::CancelToken&) override {
        if (messages_.empty()) return fail(ErrorCode::Io, "The server gave no answer.");
        std::string first = std::move(messages_.front());
        messages_.pop_front();
        return first;
    }

    Result<std::optional<std::string>> take() override {
        if (messages_.empty()) return std::nullopt;
        auto first = receive(0, {});
        if (!first) return tl::unexpected(first.error());
        return std::move(*first);
    }

    void agreed(const std::string& version) override { version_ = version; }

  private:
    privacy::EgressRequest post(const std::string& message, int timeoutMs,
                                const base::CancelToken& cancel) const {
        privacy::EgressRequest request;
        request.purpose = kMcpPurpose;
        request.url = url_;
        request.method = "POST";
        request.body = message;
        request.sent = message;
        request.limits.mostBytes = kMostBytes;
        request.limits.stallMs = timeoutMs;
        request.limits.wholeMs = timeoutMs;
        request.cancel = cancel;
        request.headers = {{"Content-Type", "application/json"},
                           {"Accept", "application/json, text/event-stream"}};
        if (!session_.empty()) request.headers.emplace_back("Mcp-Session-Id", session_);
        if (!version_.empty()) request.headers.emplace_back("MCP-Protocol-Version", version_);
        for (const auto& [name, value] : headers_) request.headers.emplace_back(name, value);
        return request;
    }

    privacy::Egress& egress_;
    std::string url_;
    std::map<std::string, std::string> headers_;
    std::string session_;
    std::string version_;
    std::deque<std::string> messages_;
};

}  // namespace

std::unique_ptr<McpTransport> connectMcpAddress(privacy::Egress& egress, const std::string& url,
                                                const std::map<std::string, std::string>& headers) {
    return std::make_unique<AddressTransport>(egress, url, headers);
}

}  // namespace hearth::agent
