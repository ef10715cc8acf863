// One program at a time in a data folder: a lock on <folder>/lock (or another name) that the kernel gives
// back when its holder ends, however it ends. Two programs that changed the same list or finished the same
// interrupted action would lose each other's work. Movable; the destructor lets go. Any thread.
#pragma once

#include <filesystem>

#include "base/result.h"

namespace hearth::agent::store {

class FolderLock {
  public:
    // Makes the folder if needed. Waits up to `waitMs` for another program to end (a command is done in a
    // moment, a window is not); then Conflict, with a sentence that says who has it.
    static base::Result<FolderLock> acquire(const std::filesystem::path& folder, int waitMs,
                                            const char* name = "lock");

    FolderLock(FolderLock&& other) noexcept : file_(other.file_) { other.file_ = -1; }
    FolderLock(const FolderLock&) = delete;
    FolderLock& operator=(const FolderLock&) = delete;
    FolderLock& operator=(FolderLock&&) = delete;
    ~FolderLock();

  private:
    explicit FolderLock(int file) : file_(file) {}
    int file_;
};

}  // namespace hearth::agent::store
