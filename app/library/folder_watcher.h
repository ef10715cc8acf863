// A thread that watches one folder and hands on what changed in it. `changed` is called on that thread; the
// destructor waits for it.
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "base/cancel.h"
#include "rag/folder_watch.h"

namespace hearth::app {

class FolderWatcher {
  public:
    using Changed = std::function<void(std::vector<std::string> paths)>;

    FolderWatcher(rag::FolderWatch watch, Changed changed)
        : thread_(
              [watch = std::move(watch), changed = std::move(changed), cancel = cancel_.token()]() mutable {
                  while (!cancel.cancelled()) {
                      auto paths = watch.wait(std::chrono::minutes(1), cancel);
                      if (!paths.empty() && !cancel.cancelled()) changed(std::move(paths));
                  }
              }) {}
    ~FolderWatcher() {
        cancel_.cancel();
        thread_.join();
    }
    FolderWatcher(const FolderWatcher&) = delete;
    FolderWatcher& operator=(const FolderWatcher&) = delete;

    void stop() { cancel_.cancel(); }  // without waiting

  private:
    base::CancelSource cancel_;
    std::thread thread_;
};

}  // namespace hearth::app
