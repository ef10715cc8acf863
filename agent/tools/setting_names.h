// Names of settings, shared by the tools that change and read them.
#pragma once

#include <string>

#include "controls/level.h"

namespace hearth::agent::tools {

// The level that `words` names ("the volume", "screen brightness"); null for none.
const LevelControl* findLevel(const std::string& words);

// What is said about a setting that nothing here knows.
std::string unknownSetting(const std::string& setting);

}  // namespace hearth::agent::tools
