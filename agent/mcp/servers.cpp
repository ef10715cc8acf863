#include "agent/mcp_servers.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <utility>

#include "mcp/guest_tool.h"

namespace hearth::agent {

using base::ErrorCode;
using base::Result;
using State = McpServerStatus::State;

namespace {

constexpr std::size_t kMostText = 65536;  // of a resource or a prompt

// Something to poll() for that another thread raises.
class Flag {
  public:
    Flag() : file_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}
    ~Flag() {
        if (file_ >= 0) ::close(file_);
    }
    Flag(const Flag&) = delete;
    Flag& operator=(const Flag&) = delete;
    void raise() const {
        const std::uint64_t one = 1;
        (void)!::write(file_, &one, sizeof one);
    }
    int file() const { return file_; }

  private:
    int file_;
};

}  // namespace

struct McpServers::Server {
    ~Server() {
        stopping.cancel();
        end.raise();
        if (watcher.joinable()) watcher.join();
    }
    McpEntry entry;
    McpServerStatus status;  // under McpServers::mutex_
    std::mutex talking;      // of what follows: one request at a time
    std::unique_ptr<privacy::Egress> egress;
    std::unique_ptr<McpClient> client;
    base::CancelSource stopping;
    Flag end;             // of the watcher
    std::thread watcher;  // hears what the server says unasked; uses what is above
};

namespace {

std::string whatOf(const McpEntry& entry) {
    if (!entry.url.empty()) return entry.url;
    std::string out = entry.program.command;
    for (const std::string& word : entry.program.arguments) out += " " + word;
    return out;
}

bool sameEntry(const McpEntry& a, const McpEntry& b) {
    return whatOf(a) == whatOf(b) && a.program.environment == b.program.environment && a.headers == b.headers;
}

// What the words of an error say of the server.
State stateOf(const base::Error& error) {
    if (error.message.find("in time") != std::string::npos) return State::Hanging;
    if (error.message.find("The server ended") != std::string::npos) return State::Crashed;
    return State::Failed;
}

}  // namespace

std::string mcpServerUseName(const std::string& server) {
    return "mcp-use:" + server;
}

McpServers::McpServers(std::filesystem::path list, OpenEgress openEgress, std::function<void()> onChange,
                       McpOptions options)
    : list_(std::move(list)),
      openEgress_(std::move(openEgress)),
      onChange_(std::move(onChange)),
      options_(options) {}

McpServers::~McpServers() {
    closing_.cancel();
    {
        const std::lock_guard lock(mutex_);
        for (const auto& server : servers_) server->stopping.cancel();
    }
    settle();
    std::vector<std::shared_ptr<Server>> last;
    {
        const std::lock_guard lock(mutex_);
        last.swap(servers_);
    }
    last.clear();  // their watchers end while all that they use is there
}

void McpServers::settle() {
    std::vector<std::thread> threads;
    {
        const std::lock_guard lock(mutex_);
        threads.swap(threads_);
    }
    for (std::thread& thread : threads) thread.join();
}

void McpServers::changed() const {
    if (onChange_ && !closing_.token().cancelled()) onChange_();
}

std::shared_ptr<McpServers::Server> McpServers::find(const std::string& name) const {
    const std::lock_guard lock(mutex_);
    for (const auto& server : servers_)
        if (server->entry.name == name) return server;
    return nullptr;
}

Result<void> McpServers::refresh(const std::function<bool(const std::string&)>& allowed) {
    const auto entries = readMcpList(list_);
    if (!entries) return tl::unexpected(entries.error());
    settle();                                   // nothing may be on its way while the list changes
    std::vector<std::shared_ptr<Server>> next;  // those that are no longer wanted end with it
    {
        const std::lock_guard lock(mutex_);
        for (const McpEntry& entry : *entries) {
            const auto known = std::find_if(servers_.begin(), servers_.end(), [&](const auto& server) {
                return server->entry.name == entry.name && sameEntry(server->entry, entry);
            });
            const bool runs = known != servers_.end() && (*known)->status.state == State::Running;
            if (runs && allowed(entry.name)) {
                next.push_back(*known);
                continue;
            }
            auto server = std::make_shared<Server>();
            server->entry = entry;
            server->status.name = entry.name;
            server->status.what = whatOf(entry);
            if (allowed(entry.name)) {
                server->status.state = State::Starting;
                threads_.emplace_back([this, server] { start(server); });
            }
            next.push_back(std::move(server));
        }
        servers_.swap(next);
    }
    changed();
    return {};
}

void McpServers::fail(Server& server, const base::Error& error, State state) {
    server.end.raise();
    server.client.reset();  // ends the program
    const std::lock_guard lock(mutex_);
    server.status.state = state;
    server.status.problem = error.text();
    server.status.tools.clear();
    server.status.resources.clear();
    server.status.prompts.clear();
}

Result<void> McpServers::readLists(Server& server, const base::CancelToken& cancel) {
    auto tools = server.client->tools(cancel);
    if (!tools) return tl::unexpected(tools.error());
    auto resources = server.client->resources(cancel);
    if (!resources) return tl::unexpected(resources.error());
    auto prompts = server.client->prompts(cancel);
    if (!prompts) return tl::unexpected(prompts.error());
    const std::lock_guard lock(mutex_);
    server.status.tools = std::move(*tools);
    server.status.resources = std::move(*resources);
    server.status.prompts = std::move(*prompts);
    return {};
}

// Until the server ends or is no longer wanted.
void McpServers::watch(Server& server, int file) {
    for (;;) {
        pollfd waiting[2]{{file, POLLIN, 0}, {server.end.file(), POLLIN, 0}};
        if (::poll(waiting, 2, -1) < 0 && errno != EINTR) return;
        if (waiting[1].revents != 0) return;
        if (waiting[0].revents == 0) continue;
        {
            const std::lock_guard talking(server.talking);
            if (!server.client) return;
            const auto cancel = server.stopping.token();
            const auto news = server.client->listsChanged(cancel);
            if (news && !*news) continue;
            const auto read = news ? readLists(server, cancel) : tl::unexpected(news.error());
            if (!read && cancel.cancelled()) return;
            if (!read) fail(server, read.error(), stateOf(read.error()));
        }
        changed();
    }
}

void McpServers::start(const std::shared_ptr<Server>& server) {
    const std::lock_guard talking(server->talking);
    const auto begin = [&]() -> Result<void> {
        auto egress = openEgress_(mcpRules({server->entry}));
        if (!egress) return tl::unexpected(egress.error());
        server->egress = std::move(*egress);
        auto transport = openMcpTransport(server->entry, *server->egress);
        if (!transport) return tl::unexpected(transport.error());
        const auto cancel = server->stopping.token();
        auto client = McpClient::connect(server->entry.name, std::move(*transport), cancel, options_);
        if (!client) return tl::unexpected(client.error());
        server->client = std::move(*client);
        return readLists(*server, cancel);
    };
    if (const auto begun = begin(); !begun) {
        base::Error error = begun.error();
        if (error.message.find("“" + server->entry.name + "”") == std::string::npos)
            error.message = "MCP server “" + server->entry.name + "”: " + error.message;
        fail(*server, error, stateOf(error));
    } else {
        {
            const std::lock_guard lock(mutex_);
            server->status.state = State::Running;
            server->status.title = server->client->title();
        }
        if (const int file = server->client->file(); file >= 0)
            server->watcher = std::thread([this, one = server.get(), file] { watch(*one, file); });
    }
    changed();
}

std::vector<McpServerStatus> McpServers::status() const {
    const std::lock_guard lock(mutex_);
    std::vector<McpServerStatus> out;
    for (const auto& server : servers_) out.push_back(server->status);
    return out;
}

std::vector<std::unique_ptr<Tool>> McpServers::tools() {
    std::vector<std::unique_ptr<Tool>> out;
    for (const McpServerStatus& server : status())
        for (const McpTool& tool : server.tools)
            if (!tool.name.empty()) out.push_back(mcp::makeGuestTool(*this, server.name, tool));
    return out;
}

template <typename Value, typename Ask>
Result<Value> McpServers::use(const std::string& name, const base::CancelToken& cancel, const Ask& ask) {
    const auto server = find(name);
    const auto gone = [&] {
        return base::fail(ErrorCode::NotFound, "MCP server “" + name + "” does not run", name);
    };
    if (!server) return gone();
    std::unique_lock talking(server->talking);
    if (!server->client) return gone();
    Result<Value> result = ask(*server->client);
    Result<void> health;
    if (result) {
        const auto news = server->client->listsChanged(cancel);
        if (news && !*news) return result;
        health = news ? readLists(*server, cancel) : tl::unexpected(news.error());
    } else {
        health = tl::unexpected(result.error());
    }
    if (!health) {
        const State state = stateOf(health.error());
        // A refusal is its right; only one that is broken is stopped.
        if (state == State::Failed) return result;
        fail(*server, health.error(), state);
    }
    talking.unlock();
    changed();
    return result;
}

Result<McpResult> McpServers::call(const std::string& name, const std::string& tool,
                                   const std::string& arguments, const base::CancelToken& cancel) {
    return use<McpResult>(name, cancel,
                          [&](McpClient& client) { return client.call(tool, arguments, cancel); });
}

Result<std::string> McpServers::read(const std::string& name, const std::string& uri,
                                     const base::CancelToken& cancel) {
    auto text = use<std::string>(name, cancel, [&](McpClient& client) { return client.read(uri, cancel); });
    if (!text) return text;
    std::string out = mcp::cleaned(*text, kMostText);
    if (out.find_first_not_of(" \t\n") == std::string::npos)
        return base::fail(ErrorCode::InvalidInput, "MCP server “" + name + "” has no text there", uri);
    return out;
}

Result<std::string> McpServers::prompt(const std::string& name, const std::string& prompt,
                                       const std::vector<std::pair<std::string, std::string>>& arguments,
                                       const base::CancelToken& cancel) {
    auto words = use<std::string>(
        name, cancel, [&](McpClient& client) { return client.prompt(prompt, arguments, cancel); });
    if (!words) return words;
    return mcp::cleaned(*words, kMostText);
}

}  // namespace hearth::agent
