// The way out for subcommands: its log in the data folder, the Offline switch of the settings. Main thread.
#pragma once

#include <memory>

#include "base/result.h"
#include "privacy/egress.h"

namespace hearth::app::cli {

base::Result<std::unique_ptr<privacy::Egress>> openEgress(std::vector<privacy::EgressRule> rules);

}  // namespace hearth::app::cli
