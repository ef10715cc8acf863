#include "agent/mcp_servers.h"

#include <algorithm>
#include <utility>

#include "mcp/guest_tool.h"

namespace hearth::agent {

using base::ErrorCode;
using base::Result;
using State = McpServerStatus::State;

struct McpServers::Server {
    McpEntry entry;
    McpServerStatus status;  // under McpServers::mutex_
    std::mutex talking;      // of what follows: one request at a time
    std::unique_ptr<privacy::Egress> egress;
    std::unique_ptr<McpClient> client;
    base::CancelSource stopping;
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
    settle();  // nothing may be on its way while the list changes
    {
        const std::lock_guard lock(mutex_);
        std::vector<std::shared_ptr<Server>> next;
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
        servers_.swap(next);  // those that are no longer wanted end with `next`
    }
    changed();
    return {};
}

void McpServers::fail(Server& server, const base::Error& error, State state) {
    server.client.reset();  // ends the program
    const std::lock_guard lock(mutex_);
    server.status.state = state;
    server.status.problem = error.text();
    server.status.tools.clear();
}

void McpServers::start(const std::shared_ptr<Server>& server) {
    const std::lock_guard talking(server->talking);
    const auto begin = [&]() -> Result<std::vector<McpTool>> {
        auto egress = openEgress_(mcpRules({server->entry}));
        if (!egress) return tl::unexpected(egress.error());
        server->egress = std::move(*egress);
        auto transport = openMcpTransport(server->entry, *server->egress);
        if (!transport) return tl::unexpected(transport.error());
        const auto cancel = server->stopping.token();
        auto client = McpClient::connect(server->entry.name, std::move(*transport), cancel, options_);
        if (!client) return tl::unexpected(client.error());
        server->client = std::move(*client);
        return server->client->tools(cancel);
    };
    auto tools = begin();
    if (!tools) {
        base::Error error = tools.error();
        if (error.message.find("“" + server->entry.name + "”") == std::string::npos)
            error.message = "MCP server “" + server->entry.name + "”: " + error.message;
        fail(*server, error, stateOf(error));
    } else {
        const std::lock_guard lock(mutex_);
        server->status.state = State::Running;
        server->status.title = server->client->title();
        server->status.tools = std::move(*tools);
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

Result<McpResult> McpServers::call(const std::string& name, const std::string& tool,
                                   const std::string& arguments, const base::CancelToken& cancel) {
    const auto server = find(name);
    const auto gone = [&] {
        return base::fail(ErrorCode::NotFound, "MCP server “" + name + "” does not run", name);
    };
    if (!server) return gone();
    std::unique_lock talking(server->talking);
    if (!server->client) return gone();
    auto result = server->client->call(tool, arguments, cancel);
    if (result) return result;
    const State state = stateOf(result.error());
    // A refusal is its right; only one that is broken is stopped.
    if (state == State::Failed) return result;
    fail(*server, result.error(), state);
    talking.unlock();
    changed();
    return result;
}

}  // namespace hearth::agent
