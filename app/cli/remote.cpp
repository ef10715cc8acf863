// hearth remote: a larger model on another machine, its key, and asking it once.
#include <iostream>
#include <memory>

#include "cli/command.h"
#include "cli/data_access.h"
#include "cli/offers.h"
#include "cli/terminal.h"
#include "remote/remote_desk.h"
#include "storage/data_folder.h"

namespace hearth::app::cli {

namespace {

base::Result<std::unique_ptr<RemoteDesk>> openRemote(const Global& global) {
    const auto setup = remoteSetup(global);
    if (!setup) return tl::unexpected(setup.error());
    return RemoteDesk::open(*setup);
}

ExitCode models(const Global& global) {
    const auto remote = openRemote(global);
    if (!remote) return report(remote.error());
    const auto names = (*remote)->model().models(interruption());
    if (!names) return report(names.error());
    for (const std::string& name : *names) std::cout << name << '\n';
    return ExitCode::Ok;
}

ExitCode test(const Global& global) {
    const auto remote = openRemote(global);
    if (!remote) return report(remote.error());
    const auto answer = (*remote)->model().ask({{"user", "Answer with the word yes."}}, {}, interruption());
    if (!answer) return report(answer.error());
    std::cout << "The server answers: " << *answer << '\n';
    return ExitCode::Ok;
}

// The key, from the first line of the standard input.
ExitCode keepKey(const Global& global) {
    const auto folder = dataFolder();
    if (!folder) return report(folder.error());
    const SecretKeeper keeper(*folder, global.keyring);
    std::string key;
    std::getline(std::cin, key);
    if (key.empty()) {
        if (auto gone = keeper.remove(kRemoteKey); !gone) return report(gone.error());
        std::cout << "The key was forgotten.\n";
        return ExitCode::Ok;
    }
    const auto place = keeper.write(kRemoteKey, key);
    if (!place) return report(place.error());
    std::cout << keeper.sentence(*place) << '\n';
    return ExitCode::Ok;
}

ExitCode ask(const Global& global, const std::string& text, bool yes) {
    const auto remote = openRemote(global);
    if (!remote) return report(remote.error());
    agent::HandOver& handOver = (*remote)->handOver();
    agent::Request request;
    request.text = text;
    const auto offer = handOver.preview(request);
    if (!offer) return report(offer.error());
    if (!agreesTo(*offer, yes))
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
    const auto add = [&](const char* name, const char* help, ExitCode (*run)(const Global&)) {
        commands.run(Commands::addTo(*remote, name, help, ""),
                     withData([run, &commands] { return run(commands.global); }));
    };
    add("models", "List what the server has", models);
    add("test", "Ask it for one word", test);
    add("key", "Keep the key on the standard input in the keyring; an empty line forgets it", keepKey);
    auto words = std::make_shared<std::string>();
    auto yes = std::make_shared<bool>(false);
    CLI::App* asking =
        Commands::addTo(*remote, "ask", "Show what would be sent, with stand-ins, and send it", "");
    asking->add_option("MESSAGE", *words, "What you want to know")->required();
    asking->add_flag("--yes", *yes, "Send without asking");
    commands.run(asking, withData([words, yes, &commands] { return ask(commands.global, *words, *yes); }));
}

}  // namespace hearth::app::cli
