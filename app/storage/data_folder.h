// Where the user's data lies, and where the program's own files do. Pure functions of the environment.
#pragma once

#include <filesystem>
#include <string>

#include "base/result.h"

namespace hearth::app {

// $HEARTH_DATA_DIR, else $XDG_DATA_HOME/hearth, else ~/.local/share/hearth; made if it is not there. `demo`:
// an empty folder of this process below the temporary one.
base::Result<std::filesystem::path> dataFolder(bool demo = false);

// A file of assets/: from share/hearth beside the program where it is installed, else from the source tree it
// was built in. NotFound names the places that were looked at.
base::Result<std::filesystem::path> assetFile(const std::string& name);

}  // namespace hearth::app
