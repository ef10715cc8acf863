// Asking for a passphrase: typed without showing it, or the first line of the file that
// $HEARTH_PASSPHRASE_FILE names, for scripts. Main thread.
#pragma once

#include <string>

#include "base/result.h"
#include "privacy/secret.h"

namespace hearth::app::cli {

// Errors: Refused where there is neither a terminal nor that file, or nothing was typed; Io.
base::Result<privacy::Secret> readPassphrase(const std::string& prompt);

// Twice, until both are the same; or from the file of $HEARTH_NEW_PASSPHRASE_FILE.
base::Result<privacy::Secret> readNewPassphrase();

}  // namespace hearth::app::cli
