#include "cli/egress_host.h"

#include "remote/remote_desk.h"
#include "storage/data_folder.h"

namespace hearth::app::cli {

base::Result<std::unique_ptr<privacy::Egress>> openEgress(std::vector<privacy::EgressRule> rules) {
    const auto folder = dataFolder();
    if (!folder) return tl::unexpected(folder.error());
    return app::openEgress(*folder, std::move(rules));
}

}  // namespace hearth::app::cli
