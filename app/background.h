// The background part: rings what is due while no window is open. A small process without window and model.
#pragma once

namespace hearth::app {

// `hearth --background`. Ends at once, with 0, where one is running already or there is no desktop session.
int runBackground(int argc, char** argv);

}  // namespace hearth::app
