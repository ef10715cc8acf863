#include "handover/socket_path.h"

#include <unistd.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <system_error>

namespace hearth::app {

namespace fs = std::filesystem;

namespace {

// FNV-1a: the name must only differ between the folders of one user.
std::uint64_t hashOf(const std::string& text) {
    std::uint64_t hash = 0xcbf29ce484222325;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
    return hash;
}

}  // namespace

fs::path socketPath(const fs::path& dataDir) {
    std::error_code error;
    const char* runtime = std::getenv("XDG_RUNTIME_DIR");
    const bool usable = runtime != nullptr && *runtime != '\0' && access(runtime, W_OK) == 0;
    const fs::path folder = usable ? fs::path(runtime) : fs::temp_directory_path(error);
    fs::path whole = fs::weakly_canonical(dataDir, error);
    if (error) whole = fs::absolute(dataDir, error);
    char name[48];
    (void)std::snprintf(name, sizeof name, "hearth-%016llx.socket",
                        static_cast<unsigned long long>(hashOf(whole.lexically_normal().string())));
    return folder / name;
}

}  // namespace hearth::app
