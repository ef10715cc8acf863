// Values of the agent's desktop port to and from D-Bus messages (D-Bus specification 0.41, "Type system").
#pragma once

#include <dbus/dbus.h>

#include <vector>

#include "agent/desktop.h"

namespace hearth::app {

// False where memory ran out or a container mixes types, which D-Bus cannot carry.
bool appendValue(DBusMessageIter* to, const agent::BusValue& value);
// Everything from here on; types that have no place in BusValue become std::monostate.
std::vector<agent::BusValue> readValues(DBusMessageIter* from);

}  // namespace hearth::app
