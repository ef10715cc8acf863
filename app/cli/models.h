// Opening models for a subcommand, with progress. Main thread.
#pragma once

#include <memory>
#include <string>

#include "base/result.h"
#include "cli/command.h"
#include "engine/model.h"

namespace hearth::app::cli {

base::Result<std::shared_ptr<const engine::Model>> openModel(const std::string& file, int threads);

// The model that calls functions: --model, else the built-in one.
base::Result<std::shared_ptr<const engine::Model>> openActionModel(const Global& global);

}  // namespace hearth::app::cli
