// Opening models for a subcommand, with progress, and what subcommands read and write. Main thread.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "cli/command.h"
#include "engine/logits.h"
#include "engine/model.h"

namespace hearth::app::cli {

// `fileOrName`: a GGUF file, or a model of `hearth model list`, also by its name in the catalogue.
base::Result<std::shared_ptr<const engine::Model>> openModel(const std::string& fileOrName, int threads);

// The model that calls functions: --model, else the built-in one.
base::Result<std::shared_ptr<const engine::Model>> openActionModel(const Global& global);

// Token ids with spaces between; `option` is named in errors.
base::Result<std::vector<engine::TokenId>> readTokens(const std::string& text, const std::string& option);

// FILE or FILE=SCALE of --adapter: the scale stands behind the last "="; a file whose own name holds one is
// given with "=1".
base::Result<std::vector<engine::AdapterFile>> readAdapters(const std::vector<std::string>& texts);
void addAdapterOption(CLI::App& command, std::vector<std::string>& adapters);

// Little-endian float32.
base::Result<void> writeFloats(const std::string& path, const std::vector<float>& values);

}  // namespace hearth::app::cli
