// What Hearth keeps on this device, by kind, with counts and sizes; and deleting it. Only what Hearth itself
// makes is counted and deleted: other files that lie in the data folder stay. One thread at a time.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"

namespace hearth::app {

struct StoredKind {
    std::string name;  // "conversations", "notes", … as `hearth wipe --keep` takes it
    std::string what;  // "conversations with 42 messages", "notes"
    std::int64_t count = 0;
    std::uint64_t bytes = 0;  // on disk; those of one database are told where they are first counted
    std::vector<std::filesystem::path> paths;
};

// Kinds of which there is nothing are there with a count of 0.
std::vector<StoredKind> storedData(const std::filesystem::path& dataDir,
                                   const std::filesystem::path& cacheDir);

// Deletes all kinds but those named. Errors: InvalidInput for a name that is no kind; Io says what is left.
base::Result<void> wipe(const std::vector<StoredKind>& kinds, const std::vector<std::string>& keep);

// $XDG_CACHE_HOME/hearth, else ~/.cache/hearth; empty where neither is known.
std::filesystem::path cacheFolder();

}  // namespace hearth::app
