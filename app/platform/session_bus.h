// Whether there is a desktop session to talk to. A pure function of the environment.
#pragma once

namespace hearth::app {

// A session's message bus is named, or lies where sessions have it. The bus libraries would start one of
// their own where there is none: that is not the user's desktop.
bool sessionBusNamed();

}  // namespace hearth::app
