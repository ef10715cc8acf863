// What every tool is given: where data lies, what time it is and where, and the ports to the outside.
// Made by the composition root (or a test); it outlives the tools, which keep a reference. Plain data, used
// on the assistant's worker thread.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "agent/phrases.h"

namespace hearth::agent {

class Desktop;
class FileChanges;

// The time of day comes from here and from nowhere else, so that tests choose it.
class Clock {
  public:
    virtual ~Clock() = default;
    virtual std::int64_t now() const = 0;  // seconds since 1970-01-01T00:00:00Z
};

class SystemClock final : public Clock {
  public:
    std::int64_t now() const override;
};

struct ToolContext {
    std::filesystem::path dataDir;                         // ~/.local/share/hearth
    std::filesystem::path calendarDir;                     // one .ics file an event
    std::filesystem::path remindersDir;                    // one .ics file a reminder, alarm or timer
    std::filesystem::path notesDir;                        // one .md file a note
    std::filesystem::path listsDir;                        // one .md file a list
    std::filesystem::path contactsDir;                     // one .vcf file a person
    std::filesystem::path homeDir;                         // where files are searched
    std::vector<std::filesystem::path> applicationDirs;    // that hold .desktop files, first wins
    std::string searchUrl = "https://duckduckgo.com/?q=";  // the words go behind it, percent-encoded
    std::filesystem::path systemRoot = "/";                // below which /proc and /sys are read
    std::string zone;                                      // tz database name; empty: the system's
    Phrases phrases;                                       // the user's language
    const Clock* clock = nullptr;
    Desktop* desktop = nullptr;
    FileChanges* changes = nullptr;  // through which tools write files: see agent/file_changes.h

    // The usual folders below `dataDir`; the caller sets clock, desktop and changes.
    static ToolContext below(const std::filesystem::path& dataDir);

    // A phrase in the user's language: see Phrases::say.
    std::string say(std::string_view english) const { return phrases.say(english); }
    std::string say(std::string_view english, std::initializer_list<Place> places) const {
        return phrases.say(english, places);
    }
};

}  // namespace hearth::agent
