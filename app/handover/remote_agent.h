// The agent of the window that is open, reached over its local socket: the command line uses it where the
// data folder is taken. Requests become conversations there, which also keeps what was said before. Main
// thread of the command line.
//
// Protocol: one JSON object a line. {"agent":1} is answered by {"hearth":1}. Then, one at a time,
//   {"ask":{"text"}}  {"edit":{"id","fields"}}  {"confirm":{"id","fields"}}  {"decline":{"id"}}
//   {"undo":{"audit"}}  {"offer":{"send"}}  {"mcp":{"line"}}
// each answered by any number of {"event":…} and one {"result":…} or {"error":…}. {"stop":true} stops the
// answer that runs and has none of its own. When the result arrives, what it tells of is on disk.
#pragma once

#include <filesystem>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>

#include "agent/agent.h"
#include "handover/line_socket.h"

namespace hearth::app {

class RemoteAgent final : public agent::Agent {
  public:
    // Null where no window has the folder open. Conflict: one has, but does not answer.
    static base::Result<std::unique_ptr<RemoteAgent>> reach(const std::filesystem::path& dataDir);

    base::Result<void> ask(const agent::Request& request, const agent::EventSink& sink,
                           base::CancelToken cancel) override;
    base::Result<agent::ProposedAction> edit(const std::string& id,
                                             const std::vector<agent::Field>& fields) override;
    base::Result<agent::ActionDone> confirm(const std::string& id, const std::vector<agent::Field>& fields,
                                            base::CancelToken cancel) override;
    void decline(const std::string& id) override;
    // Not for other programs: the window does this with its own cards.
    base::Result<agent::Resumed> resume(const agent::ProposedAction& action) override;
    base::Result<std::string> undo(std::int64_t auditId) override;
    // A line of the Model Context Protocol, answered by the window's tools; nothing where it wants no answer.
    base::Result<std::optional<std::string>> answerMcp(const std::string& line);

  private:
    explicit RemoteAgent(LineSocket socket) : socket_(std::move(socket)) {}
    // Sends and waits for the result; events go to `sink`.
    base::Result<nlohmann::json> exchange(const nlohmann::json& request, const agent::EventSink& sink,
                                          const base::CancelToken& cancel);
    LineSocket socket_;
    std::string offered_;  // the request whose offer waits for a word
};

}  // namespace hearth::app
