// Zeros over files before they go, so that their bytes are not left in free blocks. A disk that keeps old
// blocks elsewhere (flash, snapshots) keeps those. Any thread.
#pragma once

#include <filesystem>

namespace hearth::privacy {

// All the bytes of an open file, which need not have a name any more; on disk when it returns. A file that
// cannot be written stays as it is.
void overwriteOpenFile(int descriptor);

// A regular file, never what a link leads to; it stays where it is.
void overwriteFile(const std::filesystem::path& file);

}  // namespace hearth::privacy
