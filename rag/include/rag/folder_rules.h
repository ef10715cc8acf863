// Which files of a folder are looked at: not hidden ones, not those that patterns leave out. Values; any
// thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hearth::rag {

struct FolderRules {
    // Shell patterns: with a slash for paths below the folder ("old/*"), else for names anywhere ("*.tmp").
    std::vector<std::string> exclude;
    bool hidden = false;  // names that begin with a dot too
};

// `path` relative to the watched folder, without a leading slash: true where it or a folder it is in is left
// out.
bool isExcluded(const FolderRules& rules, std::string_view path);

// What is never of use: other programs' caches and what they are in the middle of writing.
const std::vector<std::string>& alwaysExcluded();

}  // namespace hearth::rag
