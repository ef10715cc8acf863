#include "store/folder_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstring>
#include <thread>

#include "agent/phrases.h"

namespace hearth::agent::store {

namespace fs = std::filesystem;
using base::ErrorCode;
using base::fail;
using base::Result;

Result<FolderLock> FolderLock::acquire(const fs::path& folder, int waitMs, const char* name) {
    std::error_code error;
    fs::create_directories(folder, error);
    const fs::path path = folder / name;
    const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0)
        return fail(ErrorCode::Io,
                    std::string(phrase("The data folder cannot be used")) + ": " + std::strerror(errno),
                    path.string());
    FolderLock lock(file);
    const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(waitMs);
    while (::flock(file, LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK && errno != EINTR)
            return fail(ErrorCode::Io,
                        std::string(phrase("The data folder cannot be locked")) + ": " + std::strerror(errno),
                        path.string());
        if (std::chrono::steady_clock::now() >= end)
            return fail(ErrorCode::Conflict,
                        phrase("Hearth is open already and uses this data. Ask there, or close it first"),
                        folder.string());
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return lock;
}

FolderLock::~FolderLock() {
    if (file_ >= 0) ::close(file_);
}

}  // namespace hearth::agent::store
