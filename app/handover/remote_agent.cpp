#include "handover/remote_agent.h"

#include <nlohmann/json.hpp>
#include <utility>

#include "handover/agent_json.h"
#include "handover/socket_path.h"

namespace hearth::app {

using base::ErrorCode;
using base::fail;
using base::Result;
using nlohmann::json;

namespace {

constexpr int kPatienceMs = 5000;  // for the first word of the other side
constexpr int kGlanceMs = 50;      // between looks whether the user pressed Ctrl+C

tl::unexpected<base::Error> garbled(const std::string& line) {
    return fail(ErrorCode::InvalidInput, "The window answered in a form that is not understood", line);
}

// Reads what the functions of agent_json.h may throw on.
template <typename Read>
auto guarded(const json& answer, Read read) -> Result<decltype(read(answer))> {
    try {
        return read(answer);
    } catch (const json::exception&) {
        return garbled(lineOf(answer));
    }
}

}  // namespace

Result<std::unique_ptr<RemoteAgent>> RemoteAgent::reach(const std::filesystem::path& dataDir) {
    auto socket = LineSocket::connect(socketPath(dataDir));
    if (!socket) return std::unique_ptr<RemoteAgent>();
    const auto silent = [&] {
        return fail(ErrorCode::Conflict,
                    "Hearth is open with this data folder but does not answer. Close it, then try again",
                    dataDir.string());
    };
    if (!socket->send(lineOf({{"agent", 1}}))) return silent();
    const auto greeting = socket->receive(kPatienceMs);
    if (!greeting || !*greeting) return silent();
    const json hello = json::parse(**greeting, nullptr, false);
    if (!hello.is_object() || !hello.contains("hearth")) return silent();
    return std::unique_ptr<RemoteAgent>(new RemoteAgent(std::move(*socket)));
}

Result<json> RemoteAgent::exchange(const json& request, const agent::EventSink& sink,
                                   const base::CancelToken& cancel) {
    if (auto sent = socket_.send(lineOf(request)); !sent) return tl::unexpected(sent.error());
    bool stopping = false;
    for (;;) {
        if (cancel.cancelled() && !std::exchange(stopping, true))
            if (auto sent = socket_.send(lineOf({{"stop", true}})); !sent)
                return tl::unexpected(sent.error());
        auto line = socket_.receive(kGlanceMs);
        if (!line) return tl::unexpected(line.error());
        if (!*line) continue;
        json answer = json::parse(**line, nullptr, false);
        if (!answer.is_object()) return garbled(**line);
        if (answer.contains("result")) return std::move(answer["result"]);
        if (answer.contains("error")) {
            const auto error = guarded(answer["error"], errorFromJson);
            return tl::unexpected(error ? *error : error.error());
        }
        if (!sink || !answer.contains("event")) continue;
        const auto event = guarded(answer["event"], eventFromJson);
        if (!event) return tl::unexpected(event.error());
        if (*event) sink(**event);
    }
}

Result<void> RemoteAgent::ask(const agent::Request& request, const agent::EventSink& sink,
                              base::CancelToken cancel) {
    // The same again is the word about what was offered: agreed, or not.
    json message = {{"ask", {{"text", request.text}, {"remote", static_cast<int>(request.remote)}}}};
    if (!offered_.empty() && std::exchange(offered_, {}) == request.text)
        message = {{"offer", {{"send", request.remoteAgreed}}}};
    const auto listening = [&](const agent::Event& event) {
        if (std::holds_alternative<agent::HandOverOffer>(event)) offered_ = request.text;
        sink(event);
    };
    const auto done = exchange(message, listening, cancel);
    if (!done) return tl::unexpected(done.error());
    return {};
}

Result<std::optional<std::string>> RemoteAgent::answerMcp(const std::string& line) {
    const auto done = exchange({{"mcp", {{"line", line}}}}, {}, {});
    if (!done) return tl::unexpected(done.error());
    return guarded(*done, [](const json& answer) {
        return answer.contains("line") ? std::optional<std::string>(answer.at("line").get<std::string>())
                                       : std::nullopt;
    });
}

Result<agent::ProposedAction> RemoteAgent::edit(const std::string& id,
                                                const std::vector<agent::Field>& fields) {
    const auto done = exchange({{"edit", {{"id", id}, {"fields", fieldsToJson(fields)}}}}, {}, {});
    if (!done) return tl::unexpected(done.error());
    return guarded(*done, proposedFromJson);
}

Result<agent::ActionDone> RemoteAgent::confirm(const std::string& id, const std::vector<agent::Field>& fields,
                                               base::CancelToken cancel) {
    const auto done = exchange({{"confirm", {{"id", id}, {"fields", fieldsToJson(fields)}}}}, {}, cancel);
    if (!done) return tl::unexpected(done.error());
    return guarded(*done, doneFromJson);
}

void RemoteAgent::decline(const std::string& id) {
    (void)exchange({{"decline", {{"id", id}}}}, {}, {});  // a window that is gone has dropped it anyhow
}

Result<agent::Resumed> RemoteAgent::resume(const agent::ProposedAction& action) {
    return fail(ErrorCode::Unsupported, "Only the window takes up its cards again", action.id);
}

Result<std::string> RemoteAgent::undo(std::int64_t auditId) {
    const auto done = exchange({{"undo", {{"audit", auditId}}}}, {}, {});
    if (!done) return tl::unexpected(done.error());
    return guarded(*done, [](const json& answer) { return answer.value("text", std::string()); });
}

}  // namespace hearth::app
