// Files that hold what is the user's: for nobody else. Any thread.
#pragma once

#include <string>

namespace hearth::base {

// Makes the file, empty, readable and writable by this user alone. One that is there stays as it is; what
// goes wrong shows when it is written.
void makePrivateFile(const std::string& path);

}  // namespace hearth::base
