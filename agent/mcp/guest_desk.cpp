#include "agent/guest_desk.h"

#include <utility>

#include "agent/mcp_forget.h"

namespace hearth::agent {

using base::ErrorCode;
using base::fail;
using base::Result;

GuestDesk::GuestDesk(std::filesystem::path dataDir, AgentServices& services,
                     McpServers::OpenEgress openEgress, std::function<void()> onChange)
    : list_(std::move(dataDir) / "mcp.json"),
      services_(services),
      servers_(list_, std::move(openEgress), std::move(onChange)) {}

GuestDesk::~GuestDesk() {
    services_.setGuestTools({});  // they speak to servers_
}

Result<void> GuestDesk::refresh() {
    return servers_.refresh([this](const std::string& server) {
        return services_.approval().of(mcpServerUseName(server)) == Approval::AlwaysAllow;
    });
}

void GuestDesk::take() {
    services_.setGuestTools(servers_.tools());
}

std::vector<GuestServer> GuestDesk::servers() const {
    const ApprovalPolicy& approval = services_.approval();
    std::vector<GuestServer> out;
    for (McpServerStatus& status : servers_.status()) {
        GuestServer server;
        server.allowed = approval.of(mcpServerUseName(status.name)) == Approval::AlwaysAllow;
        for (const McpTool& tool : status.tools)
            if (approval.of(mcpApprovalName(status.name, tool.name)) == Approval::AlwaysAllow)
                server.unasked.insert(tool.name);
        server.status = std::move(status);
        out.push_back(std::move(server));
    }
    return out;
}

Result<void> GuestDesk::set(const std::string& name, bool allowed) {
    return services_.approval().set(name, allowed ? Approval::AlwaysAllow : Approval::Ask);
}

Result<void> GuestDesk::add(const McpEntry& entry) {
    if (auto put = putMcpEntry(list_, entry); !put) return put;
    return allow(entry.name, true);
}

Result<void> forgetMcpServer(const std::filesystem::path& list, ApprovalPolicy& approval,
                             const std::string& server) {
    const std::string tools = mcpApprovalName(server, "");
    std::vector<std::string> given{mcpServerUseName(server)};
    for (const auto& [name, choice] : approval.chosen())
        if (name.starts_with(tools)) given.push_back(name);
    for (const std::string& name : given)
        if (auto done = approval.set(name, Approval::Ask); !done) return done;
    return removeMcpEntry(list, server);
}

Result<void> GuestDesk::remove(const std::string& server) {
    if (auto removed = forgetMcpServer(list_, services_.approval(), server); !removed) return removed;
    return refresh();
}

Result<void> GuestDesk::allow(const std::string& server, bool allowed) {
    if (auto done = set(mcpServerUseName(server), allowed); !done) return done;
    return refresh();
}

Result<void> GuestDesk::allowUnasked(const std::string& server, const std::string& tool, bool unasked) {
    return set(mcpApprovalName(server, tool), unasked);
}

Result<std::string> GuestDesk::read(const std::string& server, const std::string& uri,
                                    const base::CancelToken& cancel) {
    return servers_.read(server, uri, cancel);
}

Result<std::string> GuestDesk::prompt(const std::string& server, const std::string& prompt,
                                      const std::vector<std::pair<std::string, std::string>>& arguments,
                                      const base::CancelToken& cancel) {
    return servers_.prompt(server, prompt, arguments, cancel);
}

Result<McpEntry> mcpEntryOf(const std::string& name, const std::string& line) {
    McpEntry entry;
    entry.name = name;
    std::vector<std::string> words;
    char quote = 0;
    bool inside = false;  // a word
    for (const char c : line) {
        if (quote != 0 && c == quote) {
            quote = 0;
        } else if (quote == 0 && (c == '"' || c == '\'')) {
            quote = c;
            if (!std::exchange(inside, true)) words.emplace_back();
        } else if (quote == 0 && (c == ' ' || c == '\t')) {
            inside = false;
        } else {
            if (!std::exchange(inside, true)) words.emplace_back();
            words.back() += c;
        }
    }
    if (quote != 0) return fail(ErrorCode::InvalidInput, "A quotation mark has no end", line);
    if (words.empty()) return entry;
    if (words.size() == 1 && (words[0].starts_with("https://") || words[0].starts_with("http://"))) {
        entry.url = words[0];
    } else {
        entry.program.command = words[0];
        entry.program.arguments.assign(words.begin() + 1, words.end());
    }
    return entry;
}

}  // namespace hearth::agent
