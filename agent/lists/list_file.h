// A list of the user: a Markdown file of check boxes ("- [ ] milk", "- [x] bread") that other programs may
// read and write. What is not a check box (headings, remarks, order, line ends) is kept as it is.
// Values and pure functions; reading a folder keeps nothing.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace hearth::agent {

struct ListItem {
    std::string text;
    bool done = false;
    std::size_t line = 0;  // in the file, from 0
};

struct ListFile {
    std::filesystem::path path;
    std::string name;   // the file's name without its ending, or its heading
    std::string bytes;  // empty for a list that is not on disk yet

    std::vector<ListItem> items() const;
    std::vector<ListItem> openItems() const;
    // The file with these items added at the end; a new file gets a heading.
    std::string withAdded(const std::vector<std::string>& texts) const;
    // The file without those lines.
    std::string withoutLines(const std::vector<std::size_t>& lines) const;
    // The file with those items ticked off.
    std::string withTicked(const std::vector<std::size_t>& lines) const;
};

// All lists of `folder` by name; at most 1,000 files of 1 MiB.
std::vector<ListFile> readLists(const std::filesystem::path& folder);

// "my grocery list" and "shopping" both mean the shopping list; the list's own name wins. What a list would
// be called that does not exist yet: "Shopping", "To-do", "Packing".
std::string canonicalListName(const std::string& words);

// The list that `words` names; the to-do list for no words. Nothing where no list has such a name.
std::optional<ListFile> findList(const std::vector<ListFile>& lists, const std::string& words);

}  // namespace hearth::agent
