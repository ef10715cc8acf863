// Where the document library lies in the data folder. The database is sealed with the others. The graph of
// its vectors is no database and says what the documents are about: it is not kept where data is sealed, and
// made again from the database where it is missing. Any thread.
#pragma once

#include <filesystem>

#include "base/result.h"

namespace hearth::app {

std::filesystem::path libraryFile(const std::filesystem::path& dataFolder);
// Empty where data is sealed: nothing is kept.
std::filesystem::path libraryGraph(const std::filesystem::path& dataFolder);
// Errors: Io.
base::Result<void> removeLibraryGraph(const std::filesystem::path& dataFolder);

}  // namespace hearth::app
