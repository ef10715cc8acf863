// The user's data as commands reach it: unlocked where it is sealed. Main thread.
#pragma once

#include <filesystem>

#include "cli/command.h"

namespace hearth::app::cli {

// The action with the data unlocked for as long as it runs; asks for the passphrase where it is sealed.
Action withData(Action action);

// Errors: Conflict where another program works with the folder.
base::Result<void> checkAlone(const std::filesystem::path& folder);

}  // namespace hearth::app::cli
