// Walks over a folder's files. Links to folders are not followed, so that there is no going in circles; what
// cannot be listed is counted. Pure but for reading the disk; any thread.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "base/cancel.h"
#include "rag/folder_rules.h"

namespace hearth::rag {

struct FileState {
    std::string path;
    std::uint64_t size = 0;
    std::int64_t modified = 0;  // Unix seconds
};

struct ScanCounts {
    std::uint64_t excluded = 0;
    std::uint64_t unreadable = 0;  // folders that may not be listed
};

// Calls `file` for each file at or below `start`, which is `folder` or below it, and `subfolder` for each
// folder (where it is given). Gives up early when cancelled.
ScanCounts scanFolder(const std::string& folder, const std::string& start, const FolderRules& rules,
                      const std::function<void(const FileState&)>& file,
                      const std::function<void(const std::string&)>& subfolder,
                      const base::CancelToken& cancel);

// `path` without `folder` before it: "a/b.txt"; "" for the folder itself.
std::string relativeTo(const std::string& folder, const std::string& path);

}  // namespace hearth::rag
