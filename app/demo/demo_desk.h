// Made-up events, reminders, notes and lists around today, for `hearth --demo` and the pictures. Written by
// the same forms that the pages use.
#pragma once

#include <filesystem>

namespace hearth::app {

void fillDemoDesk(const std::filesystem::path& dataDir);

}  // namespace hearth::app
