// `hearth bench gui`: how fast the window starts, opens long conversations, scrolls, finds and streams, drawn
// by the processor alone and without a display. A program of its own: it makes the application.
#pragma once

namespace hearth::app {

// The exit code. `--json`: figures as JSON.
int runGuiBench(int argc, char** argv);
// The part that a fresh process measures: prints milliseconds from its start to the first frame, and resident
// KiB then, for the data folder in argv[2].
int runGuiStart(int argc, char** argv);

}  // namespace hearth::app
