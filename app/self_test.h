// `hearth --self-test`: whether this installation is whole. Every page of the window must load and the
// built-in model must answer; nothing of the user's is touched. Prints what was found; 0 where all is well.
#pragma once

namespace hearth::app {

int runSelfTest(int argc, char** argv);

}  // namespace hearth::app
