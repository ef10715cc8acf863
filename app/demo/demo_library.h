// Made-up documents in a library, for `hearth --demo` and the pictures: written below the data folder, and
// then read as any other.
#pragma once

#include <filesystem>

namespace hearth::app {

void fillDemoLibrary(const std::filesystem::path& dataDir);

}  // namespace hearth::app
