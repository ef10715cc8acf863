// In which language the agent speaks: the setting of the window, or the environment. Pure functions of the
// settings file and the environment.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace hearth::app {

// `setting` is what window.language says: a code ("de"), or "system", which means the language of the
// messages by LC_ALL, LC_MESSAGES and LANG (POSIX, 8.2): "de_AT.UTF-8". For agent::Phrases::of.
std::string languageTag(std::string_view setting);

// The same for the settings of a data folder, which are read.
std::string languageTagIn(const std::filesystem::path& dataDir);

}  // namespace hearth::app
