// Starting other programs without a shell. Any thread.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"

namespace hearth::app {

// Starts the program and leaves it to itself. Errors: NotFound where there is no such program.
base::Result<void> startProgram(const std::vector<std::string>& arguments);

// Runs the program to its end and gives what it printed (at most 4 MiB). Errors: NotFound; Io with what it
// printed to its error output where it did not end with 0; Cancelled where it took longer than `timeoutMs`
// (it is then killed).
base::Result<std::string> runProgram(const std::vector<std::string>& arguments, int timeoutMs);

}  // namespace hearth::app
