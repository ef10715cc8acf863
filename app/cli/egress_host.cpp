#include "cli/egress_host.h"

#include "assistant/data_folder.h"
#include "settings/settings_file.h"

namespace hearth::app::cli {

base::Result<std::unique_ptr<privacy::Egress>> openEgress(std::vector<privacy::EgressRule> rules) {
    const auto folder = dataFolder();
    if (!folder) return tl::unexpected(folder.error());
    auto log = privacy::EgressLog::open(*folder / "hearth.db");
    if (!log) return tl::unexpected(log.error());
    privacy::Egress::Options options;
    options.rules = std::move(rules);
    options.offline = [settings = SettingsFile::in(*folder)] { return settings.isOn("network.offline"); };
    return std::make_unique<privacy::Egress>(std::move(options), std::move(*log));
}

}  // namespace hearth::app::cli
