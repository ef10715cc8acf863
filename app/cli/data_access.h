// The user's data as commands reach it: unlocked where it is sealed. Main thread.
#pragma once

#include <filesystem>
#include <memory>

#include "cli/command.h"
#include "privacy/sealed_files.h"

namespace hearth::app::cli {

// What keeps sealed data readable; null where nothing is sealed. Asks for the passphrase.
base::Result<std::unique_ptr<privacy::SealedFiles>> unlockData(const std::filesystem::path& folder);

// The action with the data unlocked for as long as it runs.
Action withData(Action action);

// Errors: Conflict where another program works with the folder.
base::Result<void> checkAlone(const std::filesystem::path& folder);

}  // namespace hearth::app::cli
