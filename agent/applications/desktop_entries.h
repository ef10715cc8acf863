// The programs of this desktop as its .desktop files describe them (freedesktop.org Desktop Entry
// Specification 1.5). Nothing is cached: the folders are read when asked. Any thread.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace hearth::agent {

struct Application {
    std::string id;           // "org.gnome.Calculator": the file's name without .desktop
    std::string name;         // in the user's language where the file has it
    std::string genericName;  // "Calculator"
    std::vector<std::string> keywords;
    std::vector<std::string> categories;
    std::vector<std::string> command;  // without field codes
    bool terminal = false;
    std::vector<std::string> plainNames = {};  // name and genericName as the file has them for everybody:
                                               // in English mostly
};

// Programs that menus show, by name. Of two files with one id the one from the earlier folder wins, and hides
// the program if it says so. `language` is a BCP 47 tag.
std::vector<Application> readApplications(const std::vector<std::filesystem::path>& folders,
                                          const std::string& language);

// One file's text; nothing for what is no program, is hidden, or has no command.
std::vector<Application> parseDesktopEntry(const std::string& text, const std::string& id,
                                           const std::string& language);

// The words of an Exec line: quotes and escapes undone, field codes (%f, %U, …) dropped.
std::vector<std::string> commandOf(const std::string& exec);

// The programs that `words` may mean, best first; only those that fit equally well. "browser", "mail" and the
// like mean the programs of that category.
std::vector<Application> findApplications(const std::vector<Application>& all, const std::string& words);

}  // namespace hearth::agent
