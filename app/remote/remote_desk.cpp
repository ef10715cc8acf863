#include "remote/remote_desk.h"

#include <cstdlib>
#include <sstream>
#include <utility>

#include "privacy/url_host.h"
#include "settings/settings_file.h"

namespace hearth::app {

using base::ErrorCode;
using base::fail;
using base::Result;

agent::RemoteServer namedServer(const std::filesystem::path& dataDir) {
    const SettingsFile settings = SettingsFile::in(dataDir);
    return {settings.text("remote.url"), settings.text("remote.model"), ""};
}

std::set<std::string> kindsIn(const std::string& text) {
    std::set<std::string> out;
    std::istringstream words(text);
    for (std::string kind; words >> kind;) out.insert(kind);
    return out;
}

privacy::FindOptions optionsWithout(const privacy::Finder& finder, const std::set<std::string>& kinds) {
    privacy::FindOptions options;
    for (const std::string& kind : finder.kinds())
        if (!kinds.contains(kind)) options.kinds.push_back(kind);
    if (options.kinds.empty()) options.minScore = 2;  // nothing is to be found
    return options;
}

std::set<std::string> kindsOff(const std::filesystem::path& dataDir) {
    return kindsIn(SettingsFile::in(dataDir).text("privacy.kinds_off"));
}

Result<std::unique_ptr<privacy::Egress>> openEgress(const std::filesystem::path& dataDir,
                                                    std::vector<privacy::EgressRule> rules) {
    auto log = privacy::EgressLog::open(dataDir / "hearth.db");
    if (!log) return tl::unexpected(log.error());
    privacy::Egress::Options options;
    options.rules = std::move(rules);
    options.offline = [settings = SettingsFile::in(dataDir)] { return settings.isOn("network.offline"); };
    return std::make_unique<privacy::Egress>(std::move(options), std::move(*log));
}

Result<std::unique_ptr<privacy::Egress>> openRemoteEgress(const std::filesystem::path& dataDir,
                                                          const agent::RemoteServer& server) {
    if (server.url.empty())
        return fail(ErrorCode::NotFound,
                    "No server is named. For example: hearth settings set remote.url "
                    "https://gateway.example.org/v1");
    const auto host = privacy::hostOf(server.url);
    if (!host) return tl::unexpected(host.error());
    return openEgress(dataDir, {{agent::kRemotePurpose, *host, true}});
}

RemoteDesk::RemoteDesk(const RemoteSetup& setup, std::unique_ptr<privacy::Egress> egress,
                       privacy::Finder finder, privacy::Policy policy, privacy::MappingStore mappings)
    : egress_(std::move(egress)),
      finder_(std::move(finder)),
      mappings_(std::move(mappings)),
      model_(*egress_, setup.server, setup.limits),
      handOver_(model_, finder_, std::move(policy)) {
    handOver_.keepIn(&mappings_);
    handOver_.setKindsOff(kindsOff(setup.dataDir));
    handOver_.setPatience([settings = SettingsFile::in(setup.dataDir)] {
        return static_cast<double>(std::atoi(settings.text("remote.patience").c_str()));
    });
    handOver_.setOffline(
        [settings = SettingsFile::in(setup.dataDir)] { return settings.isOn("network.offline"); });
}

Result<std::unique_ptr<RemoteDesk>> RemoteDesk::open(const RemoteSetup& setup) {
    auto egress = openRemoteEgress(setup.dataDir, setup.server);
    if (!egress) return tl::unexpected(egress.error());
    auto finder = privacy::Finder::withNames(setup.namesModel);
    if (!finder) return tl::unexpected(finder.error());
    auto policy = privacy::Policy::read(setup.dataDir / "policy.json");
    if (!policy) return tl::unexpected(policy.error());
    auto mappings = privacy::MappingStore::open(setup.dataDir);
    if (!mappings) return tl::unexpected(mappings.error());
    return std::unique_ptr<RemoteDesk>(new RemoteDesk(setup, std::move(*egress), std::move(*finder),
                                                      std::move(*policy), std::move(*mappings)));
}

}  // namespace hearth::app
