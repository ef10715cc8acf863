// The settings of the user in settings.ini of the data folder: sections and keys, only what was chosen. It
// also reads what earlier versions wrote with QSettings. Every call reads the file anew and every change
// replaces it in one step under a lock, so that several programs may use it at once; keys that this version
// does not know stay. Any thread.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "settings/setting_registry.h"

namespace hearth::app {

class SettingsFile {
  public:
    explicit SettingsFile(std::filesystem::path file) : file_(std::move(file)) {}
    static SettingsFile in(const std::filesystem::path& dataDir) {
        return SettingsFile(dataDir / "settings.ini");
    }

    struct Value {
        std::string text;
        bool chosen = false;  // false: the standard value
    };

    // What is kept and does not fit its range counts as not chosen. NotFound for an unknown name.
    base::Result<Value> get(std::string_view name) const;
    // Errors: NotFound, InvalidInput, Io.
    base::Result<void> set(std::string_view name, std::string_view value);
    base::Result<void> reset(std::string_view name);  // back to the standard value

    // For settings that the program itself asks for; the name must be in the registry.
    bool isOn(std::string_view name) const;
    std::string text(std::string_view name) const;

    // Every setting by its name, read at once.
    std::map<std::string, std::string> all() const;

    // What was chosen, as one JSON object of names and values.
    std::string exported() const;
    // Takes such an object: all of it, or where something does not fit, nothing. Gives how many were set.
    base::Result<int> import(const std::string& json);

    const std::filesystem::path& file() const { return file_; }

  private:
    struct Change {
        const SettingSpec* spec;
        std::optional<std::string> value;  // nothing: back to the standard
    };
    base::Result<void> apply(const std::vector<Change>& changes);

    std::filesystem::path file_;
};

}  // namespace hearth::app
