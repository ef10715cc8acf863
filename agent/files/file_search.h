// Finding files of the user by words, kind and day: in the folders that the desktop names for documents,
// pictures and so on, within fixed bounds. Nothing is cached or indexed. Any thread.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/cancel.h"

namespace hearth::agent {

struct FoundFile {
    std::filesystem::path path;
    bool folder = false;
    std::uint64_t size = 0;     // bytes; 0 for folders
    std::int64_t modified = 0;  // seconds since 1970, UTC
    double fit = 0;             // 0 to 1
};

struct FileQuery {
    std::string words;                   // in the name; empty: any
    std::string kind;                    // "pdf", "photo", "spreadsheet", "folder", …; empty: any
    std::optional<std::int64_t> after;   // changed at or after, seconds since 1970 UTC
    std::optional<std::int64_t> before;  // changed before
};

struct FileSearch {
    std::vector<FoundFile> found;  // best first, of equal ones the last changed; at most 50
    bool complete = true;          // false: stopped at a bound (200,000 entries, 16 levels) or cancelled
};

// The user's folders after <home>/.config/user-dirs.dirs (xdg-user-dirs), else those usual names that exist;
// the home folder itself where there is none of them.
std::vector<std::filesystem::path> userFolders(const std::filesystem::path& home);

// Searches those folders; hidden files and links to folders are left out.
FileSearch findFiles(const std::filesystem::path& home, const FileQuery& query,
                     const base::CancelToken& cancel);

// True if this is a kind that `findFiles` tells apart: "pdfs", "my photos", "word document".
bool isFileKind(const std::string& kind);

// "~/Documents/a.pdf" for a path below `home`.
std::string shortPath(const std::filesystem::path& path, const std::filesystem::path& home);

}  // namespace hearth::agent
