// The user's notes: a folder of Markdown files, one a note, that any editor may write too. A note's title is
// its first heading, else its first line, else its file name. Nothing is cached: each call reads the folder.
// Used on the assistant's worker thread.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace hearth::agent {

struct Note {
    std::filesystem::path path;
    std::string title;
    std::string text;           // the file's, as it is
    std::int64_t modified = 0;  // seconds since 1970, UTC
};

// All notes below `folder` (.md, .markdown, .txt; hidden files left out), the last changed first. At most
// 5,000 files of at most 1 MiB each; others are not read.
std::vector<Note> readNotes(const std::filesystem::path& folder);

struct NoteMatch {
    Note note;
    double fit = 0;       // 0 to 1
    std::string excerpt;  // the line that fits best, shortened
};

// The notes that fit the words of `query`, best first; every note, unweighed, for an empty query.
std::vector<NoteMatch> findNotes(const std::vector<Note>& notes, const std::string& query);

}  // namespace hearth::agent
