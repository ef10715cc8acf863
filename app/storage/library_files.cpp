#include "storage/library_files.h"

#include <vector>

#include "privacy/vault.h"

namespace hearth::app {

namespace fs = std::filesystem;

namespace {

constexpr const char* graphName = "library.graph";

}  // namespace

fs::path libraryFile(const fs::path& dataFolder) {
    return dataFolder / "library.db";
}

fs::path libraryGraph(const fs::path& dataFolder) {
    return privacy::Vault(dataFolder).present() ? fs::path() : dataFolder / graphName;
}

base::Result<void> removeLibraryGraph(const fs::path& dataFolder) {
    std::error_code error;
    std::vector<fs::path> files;  // with sums, and those of libraries on servers
    for (const auto& entry : fs::directory_iterator(dataFolder, error))
        if (entry.path().filename().string().starts_with(graphName)) files.push_back(entry.path());
    for (const fs::path& file : files) {
        fs::remove(file, error);
        if (error)
            return base::fail(base::ErrorCode::Io, "What is not sealed cannot be removed: " + error.message(),
                              file.string());
    }
    return {};
}

}  // namespace hearth::app
