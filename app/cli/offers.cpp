#include "cli/offers.h"

#include <iostream>

#include "cli/terminal.h"
#include "settings/settings_file.h"
#include "storage/data_folder.h"

namespace hearth::app::cli {

base::Result<RemoteSetup> remoteSetup(const Global& global) {
    const auto folder = dataFolder();
    if (!folder) return tl::unexpected(folder.error());
    const auto names = assetFile("models/names.tagger");
    if (!names) return tl::unexpected(names.error());
    RemoteSetup setup{*folder, *names, namedServer(*folder)};
    if (setup.server.url.empty()) return setup;
    auto kept = SecretKeeper(*folder, global.keyring).read(kRemoteKey);
    if (!kept) return tl::unexpected(kept.error());
    setup.server.key = std::move(kept->text);
    return setup;
}

base::Result<agent::RemoteUse> remoteUse(const std::string& wanted) {
    const auto folder = dataFolder();
    if (!folder) return tl::unexpected(folder.error());
    const std::string word = wanted.empty() ? SettingsFile::in(*folder).text("remote.use") : wanted;
    if (word == "ask") return agent::RemoteUse::Ask;
    if (word == "automatic") return agent::RemoteUse::Automatic;
    if (word == "never") return agent::RemoteUse::Never;
    return base::fail(base::ErrorCode::InvalidInput, "--remote is never, ask or automatic", word);
}

bool agreesTo(const agent::HandOverOffer& offer, bool yes) {
    std::cerr << "To " << offer.model << (offer.model.empty() ? "" : " at ") << offer.host << " goes:\n"
              << offer.text << '\n';
    for (const auto& [original, standIn] : offer.replaced)
        std::cerr << "  (" << standIn << " stands for " << original << ")\n";
    if (yes) return true;
    if (!inputIsTerminal()) return false;
    const auto typed = readLine("Send it? y or n: ");
    return typed && (*typed == "y" || *typed == "yes");
}

base::Result<Turn> runTurnWithOffers(agent::Agent& agent, agent::Request& request, bool echo, bool yes) {
    auto turn = runTurn(agent, request, echo);
    if (!turn || !turn->offer) return turn;
    if (agreesTo(*turn->offer, yes)) {
        request.remoteAgreed = true;
    } else {
        std::cerr << "hearth: nothing was sent" << (inputIsTerminal() ? "" : "; --send sends it unasked")
                  << '\n';
        request.remote = agent::RemoteUse::Never;
    }
    return runTurn(agent, request, echo);
}

}  // namespace hearth::app::cli
