// Where the program that has a data folder open listens for the user's other programs. A pure function of the
// environment.
#pragma once

#include <filesystem>

namespace hearth::app {

// A socket's path may be 107 bytes at most: it lies in $XDG_RUNTIME_DIR or the temporary folder, which are
// short, and is named after the data folder, which need not be.
std::filesystem::path socketPath(const std::filesystem::path& dataDir);

}  // namespace hearth::app
