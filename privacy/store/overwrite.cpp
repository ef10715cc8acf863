#include "privacy/overwrite.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>

namespace hearth::privacy {

void overwriteOpenFile(int descriptor) {
    struct stat state {};
    if (descriptor < 0 || ::fstat(descriptor, &state) != 0 || !S_ISREG(state.st_mode)) return;
    static const std::array<char, 65536> zeros{};
    for (off_t at = 0; at < state.st_size;) {
        const auto amount = static_cast<std::size_t>(std::min<off_t>(state.st_size - at, zeros.size()));
        const ssize_t written = ::pwrite(descriptor, zeros.data(), amount, at);
        if (written <= 0) return;
        at += written;
    }
    (void)::fsync(descriptor);
}

void overwriteFile(const std::filesystem::path& file) {
    const int descriptor = ::open(file.c_str(), O_WRONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (descriptor < 0) return;
    overwriteOpenFile(descriptor);
    ::close(descriptor);
}

}  // namespace hearth::privacy
