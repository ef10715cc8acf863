// The parts of `hearth model`: each adds its subcommands. Main thread.
#pragma once

#include "cli/command.h"

namespace hearth::app::cli {

void addModelText(Commands& commands, CLI::App& model);  // tokenize, render
void addModelVerify(Commands& commands, CLI::App& model);
void addModelFiles(Commands& commands, CLI::App& model);  // list, catalogue, get, add, remove
void addEmbed(Commands& commands, CLI::App& model);

}  // namespace hearth::app::cli
