// hearth remote: a larger model on another machine, its key, and asking it once.
#include <fcntl.h>
#include <unistd.h>

#include <iostream>
#include <memory>

#include "agent/file_changes.h"
#include "agent/hand_over.h"
#include "assistant/data_folder.h"
#include "cli/command.h"
#include "cli/egress_host.h"
#include "cli/terminal.h"
#include "cli/turn.h"
#include "privacy/url_host.h"
#include "settings/settings_file.h"

namespace hearth::app::cli {

namespace {

std::filesystem::path keyFile(const std::filesystem::path& folder) {
    return folder / "remote.key";
}

// The server of the settings, and the way to it.
struct Remote {
    std::filesystem::path folder;
    std::unique_ptr<privacy::Egress> egress;
    std::unique_ptr<agent::RemoteModel> model;
};

base::Result<Remote> openRemote() {
    const auto folder = dataFolder();
    if (!folder) return tl::unexpected(folder.error());
    const SettingsFile settings = SettingsFile::in(*folder);
    agent::RemoteServer server{settings.text("remote.url"), settings.text("remote.model"), ""};
    if (server.url.empty())
        return base::fail(base::ErrorCode::NotFound,
                          "No server is named. For example: hearth settings set remote.url "
                          "https://gateway.example.org/v1");
    const auto host = privacy::hostOf(server.url);
    if (!host) return tl::unexpected(host.error());
    if (const auto key = agent::readFile(keyFile(*folder)))
        server.key = key->substr(0, key->find_first_of("\r\n"));
    auto egress = openEgress({{agent::kRemotePurpose, *host, true}});
    if (!egress) return tl::unexpected(egress.error());
    Remote remote{*folder, std::move(*egress), nullptr};
    remote.model = std::make_unique<agent::RemoteModel>(*remote.egress, server);
    return remote;
}

ExitCode models() {
    const auto remote = openRemote();
    if (!remote) return report(remote.error());
    const auto names = remote->model->models(interruption());
    if (!names) return report(names.error());
    for (const std::string& name : *names) std::cout << name << '\n';
    return ExitCode::Ok;
}

ExitCode test() {
    const auto remote = openRemote();
    if (!remote) return report(remote.error());
    const auto answer = remote->model->ask({{"user", "Answer with the word yes."}}, {}, interruption());
    if (!answer) return report(answer.error());
    std::cout << "The server answers: " << *answer << '\n';
    return ExitCode::Ok;
}

// The key, from the first line of the standard input into a file that only the user can read.
ExitCode keepKey() {
    const auto folder = dataFolder();
    if (!folder) return report(folder.error());
    std::string key;
    std::getline(std::cin, key);
    const std::filesystem::path file = keyFile(*folder);
    std::error_code ignored;
    std::filesystem::remove(file, ignored);
    if (key.empty()) {
        std::cout << "The key was forgotten.\n";
        return ExitCode::Ok;
    }
    key += '\n';
    const int out = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    const bool kept = out >= 0 && ::write(out, key.data(), key.size()) == static_cast<ssize_t>(key.size());
    if (out >= 0) ::close(out);
    if (!kept) return report({base::ErrorCode::Io, "The key cannot be kept", file.string()});
    std::cout << "The key is kept in " << file.string() << ", for you alone.\n";
    return ExitCode::Ok;
}

bool agreed(const agent::HandOverOffer& offer, bool yes) {
    std::cerr << "To " << offer.host << " goes:\n" << offer.text << '\n';
    for (const auto& [original, standIn] : offer.replaced)
        std::cerr << "  (" << standIn << " stands for " << original << ")\n";
    if (yes) return true;
    if (!inputIsTerminal()) return false;
    const auto typed = readLine("Send it? y or n: ");
    return typed && (*typed == "y" || *typed == "yes");
}

ExitCode ask(const std::string& text, bool yes) {
    const auto remote = openRemote();
    if (!remote) return report(remote.error());
    const auto names = assetFile("models/names.tagger");
    if (!names) return report(names.error());
    const auto finder = privacy::Finder::withNames(*names);
    if (!finder) return report(finder.error());
    const auto policy = privacy::Policy::read(remote->folder / "policy.json");
    if (!policy) return report(policy.error());
    agent::HandOver handOver(*remote->model, *finder, *policy);
    agent::Request request;
    request.text = text;
    const auto offer = handOver.preview(request);
    if (!offer) return report(offer.error());
    if (!agreed(*offer, yes))
        return report(
            {base::ErrorCode::Refused, "Nothing was sent; --yes sends without asking", offer->host});
    const auto answer = handOver.answer(
        request, [](const std::string& piece) { std::cout << piece << std::flush; }, interruption());
    std::cout << '\n';
    return answer ? ExitCode::Ok : report(answer.error());
}

}  // namespace

void addRemote(Commands& commands) {
    CLI::App* remote =
        commands.add("remote", "A larger model on another machine (settings remote.url, remote.model)",
                     "  hearth settings set remote.url https://gateway.example.org/v1\n"
                     "  hearth remote key < key.txt\n"
                     "  hearth remote ask \"write to Ana Lima about the offer\"");
    remote->require_subcommand(1);
    commands.run(Commands::addTo(*remote, "models", "List what the server has", ""), models);
    commands.run(Commands::addTo(*remote, "test", "Ask it for one word", ""), test);
    commands.run(
        Commands::addTo(*remote, "key", "Keep the key on the standard input; an empty line forgets it", ""),
        keepKey);
    auto words = std::make_shared<std::string>();
    auto yes = std::make_shared<bool>(false);
    CLI::App* asking =
        Commands::addTo(*remote, "ask", "Show what would be sent, with stand-ins, and send it", "");
    asking->add_option("MESSAGE", *words, "What you want to know")->required();
    asking->add_flag("--yes", *yes, "Send without asking");
    commands.run(asking, [words, yes] { return ask(*words, *yes); });
}

}  // namespace hearth::app::cli
