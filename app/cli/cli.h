// The command line: `hearth SUBCOMMAND …`. One file a subcommand; each adds itself to the parser and runs
// when it was named. Everything runs on the main thread.
#pragma once

#include "remote/secret_keeper.h"

namespace hearth::app {

// Parses the arguments and runs. Gives the exit code of the program (see ExitCode in cli/command.h).
// `keyring`: the desktop's, where there is one.
int runCli(int argc, char** argv, KeyringDoor keyring = {});

}  // namespace hearth::app
