// hearth mcp: Hearth's calendar and notes for other programs, and the MCP servers that Hearth may use.
#include <algorithm>
#include <iostream>
#include <memory>

#include "agent/guest_desk.h"
#include "agent/mcp_client.h"
#include "agent/mcp_forget.h"
#include "agent/mcp_list.h"
#include "agent/mcp_server.h"
#include "agent/services.h"
#include "cli/command.h"
#include "cli/egress_host.h"
#include "cli/terminal.h"
#include "handover/remote_agent.h"
#include "library/search_for_others.h"
#include "platform/session_desktop.h"
#include "storage/data_folder.h"

namespace hearth::app::cli {

namespace {

// Opens the data folder for one call and closes it again; the library that is searched stays open.
base::Result<void> withDesk(const agent::McpDeskUser& use) {
    const auto folder = dataFolder();
    if (!folder) return tl::unexpected(folder.error());
    SessionDesktop desktop;
    agent::AgentOptions options;
    options.dataDir = *folder;
    options.desktop = &desktop;
    if (const auto prompts = assetFile("prompts")) options.promptsDir = *prompts;
    const auto services = agent::AgentServices::create(options);
    if (!services) return tl::unexpected(services.error());
    static const agent::McpSearches searches = searchesForOthers(*folder);
    use({(*services)->tools(), (*services)->approval(), (*services)->audit(), (*services)->context(),
         searches});
    return {};
}

// By the window that has the folder open, or where none has, by this program itself. A window may open or
// close between two lines.
std::optional<std::string> answer(agent::McpServer& here, const std::string& line) {
    const auto folder = dataFolder();
    if (folder)
        if (auto window = RemoteAgent::reach(*folder); window && *window)
            if (auto answered = (*window)->answerMcp(line)) return *answered;
    return here.answer(line, interruption());
}

ExitCode serve() {
    agent::McpServer server(withDesk);
    std::ios::sync_with_stdio(false);
    for (std::string line; std::getline(std::cin, line);) {
        if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
        if (const auto said = answer(server, line)) std::cout << *said << std::endl;
    }
    return ExitCode::Ok;
}

base::Result<void> approve(const std::string& name, bool allow) {
    const auto folder = dataFolder();
    if (!folder) return tl::unexpected(folder.error());
    agent::ApprovalPolicy policy(*folder / "approval.json");
    return policy.set(name, allow ? agent::Approval::AlwaysAllow : agent::Approval::Ask);
}

bool isServer(const std::string& name) {
    const auto folder = dataFolder();
    const auto entries = folder ? agent::readMcpList(*folder / "mcp.json") : tl::unexpected(folder.error());
    return entries && std::any_of(entries->begin(), entries->end(),
                                  [&](const agent::McpEntry& entry) { return entry.name == name; });
}

// A tool of Hearth's own for other programs, a server for Hearth, or one tool of a server.
ExitCode allow(const std::vector<std::string>& words, bool take) {
    const auto& offered = agent::offeredMcpTools();
    const bool isOffered = std::find(offered.begin(), offered.end(), words[0]) != offered.end();
    if (words.size() == 1 && !isOffered && !isServer(words[0]))
        return report({base::ErrorCode::NotFound,
                       "No such tool is offered to other programs, and no server is called so", words[0]});
    const std::string name = words.size() == 2 ? agent::mcpApprovalName(words[0], words[1])
                             : isOffered       ? agent::mcpServerApprovalName(words[0])
                                               : agent::mcpServerUseName(words[0]);
    if (const auto kept = approve(name, !take); !kept) return report(kept.error());
    std::cout << (take ? "It must be asked for again.\n" : "It may be used from now on without asking.\n");
    return ExitCode::Ok;
}

ExitCode add(const std::string& name, const std::string& line) {
    const auto folder = dataFolder();
    if (!folder) return report(folder.error());
    const auto entry = agent::mcpEntryOf(name, line);
    if (!entry) return report(entry.error());
    if (const auto put = agent::putMcpEntry(*folder / "mcp.json", *entry); !put) return report(put.error());
    return allow({name}, false);
}

ExitCode removeServer(const std::string& name) {
    const auto folder = dataFolder();
    if (!folder) return report(folder.error());
    agent::ApprovalPolicy policy(*folder / "approval.json");
    const auto removed = agent::forgetMcpServer(*folder / "mcp.json", policy, name);
    return removed ? ExitCode::Ok : report(removed.error());
}

// The servers of mcp.json, and the way to those with addresses.
struct Servers {
    std::filesystem::path folder;
    std::vector<agent::McpEntry> entries;
    std::unique_ptr<privacy::Egress> egress;

    static base::Result<Servers> open() {
        const auto folder = dataFolder();
        if (!folder) return tl::unexpected(folder.error());
        auto entries = agent::readMcpList(*folder / "mcp.json");
        if (!entries) return tl::unexpected(entries.error());
        auto egress = openEgress(agent::mcpRules(*entries));
        if (!egress) return tl::unexpected(egress.error());
        return Servers{*folder, std::move(*entries), std::move(*egress)};
    }
    base::Result<std::unique_ptr<agent::McpClient>> connect(const agent::McpEntry& entry) const {
        auto transport = agent::openMcpTransport(entry, *egress);
        if (!transport) return tl::unexpected(transport.error());
        return agent::McpClient::connect(entry.name, std::move(*transport), interruption());
    }
};

void show(agent::McpClient& client, const agent::ApprovalPolicy& policy) {
    std::cout << client.name() << " (" << client.title() << ")\n";
    if (const auto tools = client.tools(interruption()))
        for (const agent::McpTool& tool : *tools) {
            const auto approval = policy.of(agent::mcpApprovalName(client.name(), tool.name));
            std::cout << "  tool " << tool.name
                      << (approval == agent::Approval::AlwaysAllow ? " (allowed)" : " (asks first)") << ": "
                      << tool.description << '\n';
        }
    if (const auto resources = client.resources(interruption()))
        for (const agent::McpResource& resource : *resources)
            std::cout << (resource.isTemplate ? "  template " : "  resource ") << resource.uri << ": "
                      << resource.name << '\n';
    if (const auto prompts = client.prompts(interruption()))
        for (const agent::McpPrompt& prompt : *prompts)
            std::cout << "  prompt " << prompt.name << ": " << prompt.description << '\n';
}

// One server that fails is named; the others are shown all the same.
ExitCode list() {
    const auto servers = Servers::open();
    if (!servers) return report(servers.error());
    const agent::ApprovalPolicy policy(servers->folder / "approval.json");
    ExitCode code = ExitCode::Ok;
    for (const agent::McpEntry& entry : servers->entries) {
        const auto client = servers->connect(entry);
        if (client)
            show(**client, policy);
        else
            code = report(client.error());
    }
    if (servers->entries.empty())
        std::cout << "No server is named in " << (servers->folder / "mcp.json").string() << ".\n";
    return code;
}

// What `ask` makes of the server of that name, printed.
template <typename Ask>
ExitCode withServer(const std::string& name, const Ask& ask) {
    const auto servers = Servers::open();
    if (!servers) return report(servers.error());
    const auto entry = std::find_if(servers->entries.begin(), servers->entries.end(),
                                    [&](const agent::McpEntry& e) { return e.name == name; });
    if (entry == servers->entries.end())
        return report({base::ErrorCode::NotFound, "There is no such server in mcp.json", name});
    const auto client = servers->connect(*entry);
    if (!client) return report(client.error());
    const auto said = ask(**client);
    if (!said) return report(said.error());
    std::cout << *said << '\n';
    return ExitCode::Ok;
}

ExitCode readResource(const std::string& server, const std::string& uri) {
    return withServer(server, [&](agent::McpClient& client) { return client.read(uri, interruption()); });
}

// `words`: the server, the prompt, and its arguments as NAME=VALUE.
ExitCode usePrompt(const std::vector<std::string>& words) {
    std::vector<std::pair<std::string, std::string>> arguments;
    for (std::size_t i = 2; i < words.size(); ++i) {
        const auto equals = words[i].find('=');
        if (equals == std::string::npos)
            return report({base::ErrorCode::InvalidInput, "An argument of a prompt is NAME=VALUE", words[i]});
        arguments.emplace_back(words[i].substr(0, equals), words[i].substr(equals + 1));
    }
    return withServer(words[0], [&](agent::McpClient& client) {
        return client.prompt(words[1], arguments, interruption());
    });
}

ExitCode call(const std::string& server, const std::string& tool, const std::string& arguments, bool yes) {
    const auto folder = dataFolder();
    if (!folder) return report(folder.error());
    const agent::ApprovalPolicy policy(*folder / "approval.json");
    if (!yes && policy.of(agent::mcpApprovalName(server, tool)) != agent::Approval::AlwaysAllow)
        return report({base::ErrorCode::Refused,
                       "“" + tool + "” of “" + server +
                           "” needs your leave: --yes for this once, or hearth mcp allow " + server + " " +
                           tool,
                       {}});
    bool failed = false;
    const auto code = withServer(server, [&](agent::McpClient& client) -> base::Result<std::string> {
        const auto result = client.call(tool, arguments, interruption());
        if (!result) return tl::unexpected(result.error());
        failed = result->failed;
        return result->text;
    });
    return failed ? ExitCode::Failed : code;
}

}  // namespace

namespace {

struct Arguments {
    std::vector<std::string> words;
    bool flag = false;
};

// Using a server: its tools, resources and prompts.
void addUses(Commands& commands, CLI::App& mcp) {
    const auto sub = [&](const char* name, const char* help, const char* words, int least, int most,
                         ExitCode (*use)(const Arguments&)) {
        const auto given = std::make_shared<Arguments>();
        CLI::App* command = Commands::addTo(mcp, name, help, "");
        command->add_option("WORDS", given->words, words)->required()->expected(least, most);
        commands.run(command, [given, use] { return use(*given); });
        return std::make_pair(command, given);
    };
    const auto [calling, given] =
        sub("call", "Use a tool of a server", "SERVER TOOL and a JSON object of arguments", 2, 3,
            [](const Arguments& of) {
                return call(of.words[0], of.words[1], of.words.size() > 2 ? of.words[2] : "{}", of.flag);
            });
    calling->add_flag("--yes", given->flag, "Without asking");
    sub("read", "Print a text that a server offers", "SERVER and the address of the resource", 2, 2,
        [](const Arguments& of) { return readResource(of.words[0], of.words[1]); });
    sub("prompt", "Print a prompt of a server, to look at and send", "SERVER PROMPT NAME=VALUE…", 2, 32,
        [](const Arguments& of) { return usePrompt(of.words); });
}

}  // namespace

void addMcp(Commands& commands) {
    CLI::App* mcp =
        commands.add("mcp", "Serve calendar and notes to other programs over MCP, or use their servers",
                     "  hearth mcp                              (as another program starts it)\n"
                     "  hearth mcp allow create_event\n"
                     "  hearth mcp servers\n"
                     "  hearth mcp call files read_file '{\"path\":\"a.txt\"}' --yes\n"
                     "  hearth mcp read files file:///home/me/a.txt\n"
                     "  hearth mcp prompt files review name=a.txt");
    mcp->callback([mcp, &commands] {
        if (mcp->get_subcommands().empty()) commands.chosen = serve;
    });
    const auto allowing = std::make_shared<Arguments>();
    CLI::App* allowCommand = Commands::addTo(
        *mcp, "allow", "Let other programs use a tool, or Hearth a server's, without asking", "");
    allowCommand->add_option("NAMES", allowing->words, "TOOL of Hearth, SERVER, or SERVER TOOL")
        ->required()
        ->expected(1, 2);
    allowCommand->add_flag("--no", allowing->flag, "Ask again");
    commands.run(allowCommand, [allowing] { return allow(allowing->words, allowing->flag); });
    commands.run(Commands::addTo(*mcp, "servers", "Show the servers of mcp.json and what they offer", ""),
                 list);
    const auto adding = std::make_shared<Arguments>();
    CLI::App* addCommand = Commands::addTo(*mcp, "add", "Name a server that Hearth may use", "");
    addCommand->add_option("WORDS", adding->words, "NAME and the address or the whole command")
        ->required()
        ->expected(2);
    commands.run(addCommand, [adding] { return add(adding->words[0], adding->words[1]); });
    const auto removing = std::make_shared<Arguments>();
    CLI::App* removeCommand = Commands::addTo(*mcp, "remove", "Forget a server", "");
    removeCommand->add_option("NAME", removing->words, "As it was named")->required()->expected(1);
    commands.run(removeCommand, [removing] { return removeServer(removing->words[0]); });
    addUses(commands, *mcp);
}

}  // namespace hearth::app::cli
