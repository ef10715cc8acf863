// How the library stands, as its thread tells it. Plain values.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "rag/library_store.h"

namespace hearth::app {

enum class FolderPhase {
    Waiting,  // to be looked through
    Reading,
    Ready,    // and watched
    Missing,  // it is not there now; what is known of it is kept
    Failed,   // see `problem`
};

struct FolderState {
    rag::LibraryFolder folder;
    rag::LibraryCounts counts;
    FolderPhase phase = FolderPhase::Waiting;
    std::uint64_t found = 0;  // files of the pass that runs
    std::uint64_t done = 0;   // of these
    std::string current;      // the file that is being read
    std::string problem;      // for a person
};

enum class LibraryPause { None, Asked, Typing, Battery };

struct LibraryState {
    bool known = false;  // whether it has been looked at all
    std::vector<FolderState> folders;
    LibraryPause pause = LibraryPause::None;
    std::vector<std::int64_t> attached;  // conversations that have files of their own
    std::int64_t unembedded = 0;         // passages that are found by their words alone so far
    std::int64_t bytes = 0;              // that the index takes
    std::string problem;                 // why nothing can be read; empty: all is well
    std::uint64_t contents = 0;          // another number whenever what can be found is other than before
};

}  // namespace hearth::app
