// Every setting there is, in one table: name, what it does in one line, default and range. The command line
// and the settings page are made from it. Constant data and pure functions; any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace hearth::app {

struct SettingSpec {
    enum class Type { Bool, Integer, Real, Choice, Colour, Text };
    std::string_view name;    // "window.look": key `look` of the section [window]
    const char* title;        // a few words, for a person; both are translated under “Settings”
    const char* explanation;  // one line
    Type type = Type::Text;
    std::string_view standard;  // the value where none was chosen
    double least = 0;           // of numbers
    double most = 0;
    // Of Choice, where older files hold the index in their place; for Real and Colour, values to offer.
    std::vector<std::string_view> choices = {};
    std::vector<const char*> choiceTitles = {};  // in the same order
    bool remembered = false;  // the window's own memory (its size): neither listed nor exported unless asked
};

const std::vector<SettingSpec>& settingSpecs();
const SettingSpec* findSetting(std::string_view name);  // null: there is none

// The value as it is kept ("on" becomes "true", "1.50" becomes "1.5"). InvalidInput says what would be right.
base::Result<std::string> checkSetting(const SettingSpec& spec, std::string_view value);

// "true or false", "a number from 1 to 2", "system, light or dark".
std::string rangeOf(const SettingSpec& spec);

}  // namespace hearth::app
