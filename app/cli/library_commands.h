// The subcommands of the document library. Main thread.
#pragma once

#include "cli/command.h"

namespace hearth::app::cli {

void addIndex(Commands& commands);
void addSearch(Commands& commands);
void addEvalAnswers(Commands& commands, CLI::App& eval);
void addEvalRag(Commands& commands, CLI::App& eval);
// Runs by itself where it was named: `bench` has an action of its own.
void addBenchRag(Commands& commands, CLI::App& bench);

}  // namespace hearth::app::cli
