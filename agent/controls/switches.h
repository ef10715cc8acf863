// Settings of the desktop that are on or off: dark style, do not disturb, night light, Bluetooth, Wi-Fi and
// flight mode, through what each desktop offers (gsettings and D-Bus of GNOME, BlueZ, NetworkManager, KDE's
// own programs). Nothing is cached. Worker thread only.
#pragma once

#include <string>
#include <vector>

#include "agent/tool_context.h"
#include "base/result.h"

namespace hearth::agent {

struct Switch {
    const char* id;     // "wifi"
    const char* label;  // "Wi-Fi", a phrase
    const char* names;  // what people call it, folded, separated by |
    // Unsupported with a sentence where this desktop does not offer it.
    base::Result<bool> (*read)(const ToolContext&);
    base::Result<void> (*write)(const ToolContext&, bool on);
};

const std::vector<Switch>& switches();

// The switch that `words` names; null for none.
const Switch* findSwitch(const std::string& words);

}  // namespace hearth::agent
