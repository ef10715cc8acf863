#include "agent/remote_model.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <nlohmann/json.hpp>
#include <optional>
#include <thread>

#include "agent/phrases.h"
#include "base/json_depth.h"
#include "privacy/url_host.h"
#include "routing/sse_reader.h"

namespace hearth::agent {

using base::ErrorCode;
using base::fail;
using base::Result;
using Json = nlohmann::json;

namespace {

constexpr int kDeepest = 64;

std::optional<Json> parse(const std::string& text) {
    if (base::jsonDepth(text) > kDeepest) return std::nullopt;
    Json json = Json::parse(text, nullptr, false);
    if (!json.is_object()) return std::nullopt;
    return json;
}

// What a server says of an error, in one line; "" where it says nothing readable.
std::string told(const std::string& body) {
    const auto json = parse(body);
    const Json error = json ? json->value("error", Json()) : Json();
    const Json message = error.is_object() ? error.value("message", Json()) : error;
    std::string text = message.is_string() ? message.get<std::string>() : std::string();
    constexpr std::size_t kLongest = 200;
    if (text.size() > kLongest) text = text.substr(0, kLongest) + "…";
    std::replace_if(
        text.begin(), text.end(), [](unsigned char c) { return c < ' '; }, ' ');
    return text.empty() ? "" : ": " + text;
}

base::Error statusError(int status, const std::string& body, const std::string& host) {
    const std::string said = told(body);
    if (status == 401 || status == 403)
        return {ErrorCode::Refused, "The server does not accept the key" + said + ".", host};
    if (status == 404)
        return {ErrorCode::NotFound, "The server has no such model or address" + said + ".", host};
    if (status == 429) return {ErrorCode::Io, "The server has too much to do" + said + ".", host};
    return {ErrorCode::Io, "The server failed (" + std::to_string(status) + ")" + said + ".", host};
}

base::Error notTheInterface(const std::string& host) {
    return {ErrorCode::InvalidInput, "The server's answer is not what OpenAI's interface has.", host};
}

// Waits; false where it was cancelled.
bool waitFor(int ms, const base::CancelToken& cancel) {
    constexpr int kStepMs = 50;
    for (int waited = 0; waited < ms && !cancel.cancelled(); waited += kStepMs)
        std::this_thread::sleep_for(std::chrono::milliseconds(std::min(kStepMs, ms - waited)));
    return !cancel.cancelled();
}

// Milliseconds of a Retry-After header; nothing where it gives none.
std::optional<int> retryAfterMs(const privacy::EgressHead& head) {
    constexpr int kMostSeconds = 86'400;
    const std::string text = head.header("retry-after");
    int seconds = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (code != std::errc() || end == text.data() || seconds < 0) return std::nullopt;
    return std::min(seconds, kMostSeconds) * 1000;
}

// Reads one streamed answer.
class AnswerReader {
  public:
    AnswerReader(std::string host, const std::function<void(std::string_view)>& onText)
        : host_(std::move(host)),
          onText_(onText),
          events_([this](const std::string& d) { return event(d); }) {}

    Result<void> push(std::string_view bytes) { return events_.push(bytes); }
    Result<std::string> finish() {
        if (auto done = events_.finish(); !done) return tl::unexpected(done.error());
        if (!done_) return fail(ErrorCode::Io, phrase("The server's answer broke off."), host_);
        return std::move(text_);
    }

  private:
    Result<void> event(const std::string& data) {
        if (data == "[DONE]") {
            done_ = true;
            return {};
        }
        const auto json = parse(data);
        if (!json) return tl::unexpected(notTheInterface(host_));
        if (json->contains("error")) return tl::unexpected(statusError(500, data, host_));
        const Json choices = json->value("choices", Json());
        if (!choices.is_array()) return tl::unexpected(notTheInterface(host_));
        if (choices.empty() || !choices[0].is_object()) return {};
        if (choices[0].value("finish_reason", Json()).is_string()) done_ = true;
        const Json delta = choices[0].value("delta", Json());
        const Json content = delta.is_object() ? delta.value("content", Json()) : Json();
        if (!content.is_string()) return {};
        const std::string piece = content.get<std::string>();
        text_ += piece;
        if (!piece.empty() && onText_) onText_(piece);
        return {};
    }

    std::string host_;
    const std::function<void(std::string_view)>& onText_;
    routing::SseReader events_;
    std::string text_;
    bool done_ = false;
};

std::string bodyOf(const std::vector<RemoteMessage>& messages, const std::string& model, int mostTokens) {
    Json list = Json::array();
    for (const RemoteMessage& message : messages)
        list.push_back({{"role", message.role}, {"content", message.text}});
    const Json body{{"model", model}, {"messages", list}, {"stream", true}, {"max_tokens", mostTokens}};
    return body.dump(-1, ' ', false, Json::error_handler_t::replace);
}

// For the log of what left the device: the words alone.
std::string wordsOf(const std::vector<RemoteMessage>& messages) {
    std::string out;
    for (const RemoteMessage& message : messages) out += message.role + ": " + message.text + "\n";
    return out;
}

}  // namespace

Result<std::string> RemoteModel::host() const {
    return privacy::hostOf(server_.url);
}

privacy::EgressRequest RemoteModel::request(const std::string& path, const base::CancelToken& cancel) const {
    privacy::EgressRequest out;
    out.purpose = kRemotePurpose;
    out.url = server_.url + (server_.url.ends_with('/') ? "" : "/") + path;
    if (!server_.key.empty()) out.headers.emplace_back("Authorization", "Bearer " + server_.key);
    out.limits.mostBytes = limits_.mostBytes;
    out.limits.stallMs = limits_.stallMs;
    out.limits.wholeMs = limits_.wholeMs;
    out.cancel = cancel;
    return out;
}

Result<std::vector<std::string>> RemoteModel::models(const base::CancelToken& cancel) {
    const auto name = host();
    if (!name) return tl::unexpected(name.error());
    const auto response = egress_.send(request("models", cancel));
    if (!response) return tl::unexpected(response.error());
    if (response->head.status != 200)
        return tl::unexpected(statusError(response->head.status, response->body, *name));
    const auto json = parse(response->body);
    const Json data = json ? json->value("data", Json()) : Json();
    if (!data.is_array()) return tl::unexpected(notTheInterface(*name));
    std::vector<std::string> out;
    for (const Json& model : data)
        if (model.is_object() && model.value("id", Json()).is_string())
            out.push_back(model["id"].get<std::string>());
    return out;
}

Result<std::string> RemoteModel::ask(const std::vector<RemoteMessage>& messages,
                                     const std::function<void(std::string_view)>& onText,
                                     const base::CancelToken& cancel) {
    const auto name = host();
    if (!name) return tl::unexpected(name.error());
    for (int attempt = 0;; ++attempt) {
        auto asked = request("chat/completions", cancel);
        asked.method = "POST";
        asked.headers.emplace_back("Content-Type", "application/json");
        asked.headers.emplace_back("Accept", "text/event-stream");
        asked.body = bodyOf(messages, server_.model, limits_.mostTokens);
        asked.sent = wordsOf(messages);
        AnswerReader reader(*name, onText);
        std::string refusal;
        bool good = false;
        asked.onHead = [&](const privacy::EgressHead& head) -> Result<void> {
            good = head.status == 200;
            return {};
        };
        asked.onBody = [&](std::string_view bytes) -> Result<void> {
            if (good) return reader.push(bytes);
            constexpr std::size_t kMostRefusal = 64u << 10;
            if (refusal.size() < kMostRefusal) refusal += bytes;
            return {};
        };
        const auto response = egress_.send(asked);
        if (!response) return tl::unexpected(response.error());
        if (good) return reader.finish();
        const int status = response->head.status;
        const auto wait = retryAfterMs(response->head);
        const bool again = (status == 429 || status == 503) && attempt < limits_.retries && wait &&
                           *wait <= limits_.mostWaitMs;
        if (!again) return tl::unexpected(statusError(status, refusal, *name));
        if (!waitFor(*wait, cancel)) return fail(ErrorCode::Cancelled, "Stopped.", *name);
    }
}

}  // namespace hearth::agent
