// Notices what changes in folders: through inotify, and where the system has no more watches to give, by
// looking again every few seconds. Reports a path once it was left alone for a second, so that what is still
// being written is not read too early. One thread calls it; it starts none.
#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "base/cancel.h"
#include "base/result.h"
#include "rag/folder_rules.h"

namespace hearth::rag {

struct WatchSettings {
    std::chrono::milliseconds quiet{1000};  // without a write, before a path is reported
    std::chrono::milliseconds most{4000};   // after which it is reported all the same
    std::chrono::milliseconds look{3000};   // between two looks at what cannot be watched
    bool onlyLook = false;                  // without inotify
};

class FolderWatch {
  public:
    // Errors: NotFound for a folder that is not there, Io.
    static base::Result<FolderWatch> open(const std::string& folder, FolderRules rules,
                                          WatchSettings settings = {});
    FolderWatch(FolderWatch&&) noexcept;
    FolderWatch& operator=(FolderWatch&&) noexcept;
    ~FolderWatch();

    // Waits for changes, at most so long: paths of files and folders that are new, written or gone. Empty:
    // none.
    std::vector<std::string> wait(std::chrono::milliseconds timeout, const base::CancelToken& cancel = {});

    // Whether a part of the folder is looked at again and again, for want of watches.
    bool looks() const;

  private:
    class State;
    explicit FolderWatch(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace hearth::rag
