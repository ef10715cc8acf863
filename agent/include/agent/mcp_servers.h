// The servers of the Model Context Protocol that the user lets Hearth use, kept running, and their tools as
// tools of the agent. Each server is on its own: one that crashes or hangs is named and stopped, and nothing
// else waits for it; its lists are read anew when it says that they changed. What they say is text of
// strangers: it is cut, cleaned and marked as theirs. Any thread; onChange is called on a thread of its own.
// Destroying it ends the servers.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "agent/mcp_client.h"
#include "agent/mcp_list.h"
#include "agent/tool.h"
#include "base/cancel.h"
#include "base/result.h"
#include "privacy/egress.h"

namespace hearth::agent {

struct McpServerStatus {
    enum class State { Off, Starting, Running, Crashed, Hanging, Failed };
    std::string name;
    std::string what;  // the command or the address, as the user named it
    State state = State::Off;
    std::string title;    // what it calls itself
    std::string problem;  // why it does not run, with its name; empty: nothing is wrong
    std::vector<McpTool> tools;
    std::vector<McpResource> resources;
    std::vector<McpPrompt> prompts;
};

class McpServers {
  public:
    using OpenEgress =
        std::function<base::Result<std::unique_ptr<privacy::Egress>>(std::vector<privacy::EgressRule>)>;

    // `list`: mcp.json. `onChange` may be empty.
    McpServers(std::filesystem::path list, OpenEgress openEgress, std::function<void()> onChange,
               McpOptions options = {15'000, 60'000});
    ~McpServers();

    // Reads the list anew. Servers of it that `allowed` says may be used are started in the background, one
    // that failed too; the others are stopped.
    base::Result<void> refresh(const std::function<bool(const std::string& server)>& allowed);
    // Waits until all that refresh() began has come to an end.
    void settle();

    std::vector<McpServerStatus> status() const;
    // The tools of the servers that run. This object must outlive them.
    std::vector<std::unique_ptr<Tool>> tools();
    // Errors name the server: Io where it crashed or hangs (then it is stopped), NotFound where it does not
    // run.
    base::Result<McpResult> call(const std::string& server, const std::string& tool,
                                 const std::string& arguments, const base::CancelToken& cancel);
    // What a resource says, cut and cleaned: a text of strangers. Errors as call(), and InvalidInput where it
    // has no text.
    base::Result<std::string> read(const std::string& server, const std::string& uri,
                                   const base::CancelToken& cancel);
    // The words of a prompt, for the user to look at and send. Errors as call().
    base::Result<std::string> prompt(const std::string& server, const std::string& prompt,
                                     const std::vector<std::pair<std::string, std::string>>& arguments,
                                     const base::CancelToken& cancel);

  private:
    struct Server;
    template <typename Value, typename Ask>
    base::Result<Value> use(const std::string& name, const base::CancelToken& cancel, const Ask& ask);
    void start(const std::shared_ptr<Server>& server);
    base::Result<void> readLists(Server& server, const base::CancelToken& cancel);
    void watch(Server& server, int file);
    void fail(Server& server, const base::Error& error, McpServerStatus::State state);
    std::shared_ptr<Server> find(const std::string& name) const;
    void changed() const;

    std::filesystem::path list_;
    OpenEgress openEgress_;
    std::function<void()> onChange_;
    McpOptions options_;
    mutable std::mutex mutex_;  // of the two below and of every server's status
    std::vector<std::shared_ptr<Server>> servers_;
    std::vector<std::thread> threads_;
    base::CancelSource closing_;
};

// Under which a server may be used at all.
std::string mcpServerUseName(const std::string& server);

}  // namespace hearth::agent
