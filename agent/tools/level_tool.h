// What the tools share that set a level: the card with the level as it would be, setting it, and undo to the
// level before.
#pragma once

#include <string>

#include "controls/level.h"
#include "tools/basic_tool.h"

namespace hearth::agent::tools {

// Fills `result` for a change of `control`: its field `name` gets the level ("50%").
base::Result<Prepared> preparedLevel(const ToolContext& context, const LevelControl& control, Prepared result,
                                     const std::string& words, const std::string& direction);
// Sets the level that the fields name. Outcome::undo is a levelToken.
base::Result<Outcome> runLevel(const ToolContext& context, const LevelControl& control,
                               const std::string& target);
base::Result<std::string> undoLevel(const ToolContext& context, const LevelControl& control,
                                    const std::string& token);

// The hidden field with the level that the card showed.
inline constexpr const char* kTargetField = "target";

}  // namespace hearth::agent::tools
