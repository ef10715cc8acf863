// Starts the window and runs it until it is closed.
#pragma once

namespace hearth::app {

// True where a window can be shown: a display server is named in the environment.
bool displayPresent();

// `hearth [--demo] [request …]`. Gives the exit code of the program: 0, or 1 where the window could not be
// started or another one could not be reached; the reason is then on the error output.
int runWindow(int argc, char** argv);

}  // namespace hearth::app
