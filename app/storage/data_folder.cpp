#include "storage/data_folder.h"

#include <unistd.h>

#include <cstdlib>
#include <system_error>

namespace hearth::app {

namespace fs = std::filesystem;

base::Result<fs::path> dataFolder(bool demo) {
    const auto variable = [](const char* name) {
        const char* value = std::getenv(name);
        return fs::path(value == nullptr ? "" : value);
    };
    std::error_code error;
    fs::path folder = variable("HEARTH_DATA_DIR");
    if (folder.empty() && demo)
        folder = fs::temp_directory_path(error) / ("hearth-demo-" + std::to_string(getpid()));
    if (folder.empty() && !variable("XDG_DATA_HOME").empty()) folder = variable("XDG_DATA_HOME") / "hearth";
    if (folder.empty() && !variable("HOME").empty()) folder = variable("HOME") / ".local/share/hearth";
    if (folder.empty())
        return base::fail(
            base::ErrorCode::NotFound,
            "I do not know where to keep your data: HOME is not set. Set HEARTH_DATA_DIR to a folder.");
    folder = fs::absolute(folder, error);
    fs::create_directories(folder, error);
    if (error)
        return base::fail(base::ErrorCode::Io, "The data folder cannot be made: " + error.message() + ".",
                          folder.string());
    return folder;
}

base::Result<fs::path> assetFile(const std::string& name) {
    std::error_code error;
    const fs::path program = fs::read_symlink("/proc/self/exe", error);
    const fs::path installed = program.parent_path().parent_path() / "share/hearth" / name;
    if (fs::exists(installed, error)) return installed;
    const fs::path source = fs::path(HEARTH_ASSETS) / name;
    if (fs::exists(source, error)) return source;
    return base::fail(base::ErrorCode::NotFound,
                      "A file of the program is missing; please install Hearth again.",
                      installed.string() + ", " + source.string());
}

}  // namespace hearth::app
