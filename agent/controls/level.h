// Things with a level from 0 to 100 percent: the volume and the screen's brightness. Reading and setting go
// through the Desktop port; nothing is cached. Worker thread only.
#pragma once

#include <optional>
#include <string>

#include "agent/tool.h"
#include "agent/tool_context.h"

namespace hearth::agent {

struct Level {
    int percent = 0;  // 0 to 100; the volume may be read above it
    bool muted = false;
    friend bool operator==(const Level&, const Level&) = default;
};

// A thing with a level. Static tables: see volumeControl() and brightnessControl().
struct LevelControl {
    const char* name;  // "volume"
    bool mutes;        // it can be silenced
    int least;         // percent below which it is not set: a black screen shows no way back
    base::Result<Level> (*read)(const ToolContext&);
    base::Result<void> (*write)(const ToolContext&, const Level&);
};

// The sound that comes out, through wpctl (PipeWire) or pactl (PulseAudio). Unsupported where neither works.
const LevelControl& volumeControl();
// The built-in screen, through /sys/class/backlight and logind (org.freedesktop.login1). Unsupported where
// there is no backlight.
const LevelControl& brightnessControl();

// The level that words mean: "50", "fifty percent", "max", "half"; with a direction the change from `now`
// ("up" by `words`, or by 10). InvalidInput when they mean none.
base::Result<Level> levelFor(const ToolContext& context, const LevelControl& control, const Level& now,
                             const std::string& words, const std::string& direction);

// "50%", "muted".
std::string levelText(const Phrases& phrases, const Level& level);
// For undo: "50 0", and back.
std::string levelToken(const Level& level);
std::optional<Level> levelFromToken(const std::string& token);

}  // namespace hearth::agent
