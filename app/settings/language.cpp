#include "settings/language.h"

#include <cstdlib>

#include "settings/settings_file.h"

namespace hearth::app {

std::string languageTag(std::string_view setting) {
    if (!setting.empty() && setting != "system") return std::string(setting);
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
        if (const char* value = std::getenv(name); value != nullptr && *value != '\0') return value;
    return "en";
}

std::string languageTagIn(const std::filesystem::path& dataDir) {
    const auto setting = SettingsFile::in(dataDir).get("window.language");
    return languageTag(setting ? setting->text : "system");
}

}  // namespace hearth::app
