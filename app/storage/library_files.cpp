#include "storage/library_files.h"

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
    for (const char* ending : {"", ".sum", ".partial"}) {
        const fs::path file = (dataFolder / graphName).string() + ending;
        std::error_code error;
        fs::remove(file, error);
        if (error)
            return base::fail(base::ErrorCode::Io, "What is not sealed cannot be removed: " + error.message(),
                              file.string());
    }
    return {};
}

}  // namespace hearth::app
