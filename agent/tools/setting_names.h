// Names of settings, shared by the tools that change and read them.
#pragma once

#include <string>

#include "controls/level.h"
#include "controls/switches.h"

namespace hearth::agent::tools {

// The level that `words` names ("the volume", "screen brightness"); null for none.
const LevelControl* findLevel(const std::string& words);

// What is said about a setting that nothing here knows.
std::string unknownSetting(const ToolContext& context, const std::string& setting);
// "Wi-Fi is on.", "The volume is at 40%."
std::string switchLine(const ToolContext& context, const Switch& entry, bool on);
std::string levelLine(const ToolContext& context, const LevelControl& control, const Level& level);
// What is asked where no level was said.
std::string levelQuestion(const ToolContext& context, const LevelControl& control);

}  // namespace hearth::agent::tools
