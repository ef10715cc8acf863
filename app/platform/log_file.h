// The log for people who look for a fault: `logs/hearth.log` in the data folder, for the user's eyes only, at
// most two files of 512 KiB. It says what the program did and how long it took, never what a person wrote.
#pragma once

#include <filesystem>

#include "base/result.h"

namespace hearth::app {

// From here on base::log() writes to the file, from any thread. Lines below $HEARTH_LOG (debug, info, warning
// or error; info where it is not set) are dropped. Errors: the file cannot be written.
base::Result<void> startLogFile(const std::filesystem::path& dataDir);

// Ends it: what comes after goes to standard error again.
void stopLogFile();

}  // namespace hearth::app
