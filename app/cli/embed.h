// hearth model embed: texts to vectors.
#pragma once

#include "cli/command.h"

namespace hearth::app::cli {

// Adds the subcommand to `hearth model`.
void addEmbed(Commands& commands, CLI::App& model);

}  // namespace hearth::app::cli
