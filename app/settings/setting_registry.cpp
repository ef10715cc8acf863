#include "settings/setting_registry.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>
#include <cstdio>

namespace hearth::app {

using base::ErrorCode;
using base::fail;
using base::Result;
using Type = SettingSpec::Type;

namespace {

std::string numberText(double value) {
    char text[40];
    std::snprintf(text, sizeof text, "%.10g", value);
    return text;
}

std::optional<double> readNumber(std::string_view text) {
    double value = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (code != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
    return value;
}

std::optional<std::string> readBool(std::string_view text) {
    for (const std::string_view yes : {"true", "on", "yes", "1"})
        if (text == yes) return "true";
    for (const std::string_view no : {"false", "off", "no", "0"})
        if (text == no) return "false";
    return std::nullopt;
}

// A number, in range and whole where it must be; nothing otherwise.
std::optional<std::string> readRanged(const SettingSpec& spec, std::string_view text) {
    const auto value = readNumber(text);
    if (!value || *value < spec.least || *value > spec.most) return std::nullopt;
    if (spec.type == Type::Integer && *value != std::floor(*value)) return std::nullopt;
    return numberText(*value);
}

std::optional<std::string> readChoice(const SettingSpec& spec, std::string_view text) {
    if (std::find(spec.choices.begin(), spec.choices.end(), text) != spec.choices.end())
        return std::string(text);
    const auto index = readNumber(text);
    if (!index || *index < 0 || *index >= static_cast<double>(spec.choices.size()) ||
        *index != std::floor(*index))
        return std::nullopt;
    return std::string(spec.choices[static_cast<std::size_t>(*index)]);
}

// "#A8431B" and "#a8431b" are the same.
std::optional<std::string> readColour(std::string_view text) {
    if (text.size() != 7 || text.front() != '#') return std::nullopt;
    std::string out(text);
    for (char& c : out) {
        if (&c == out.data()) continue;
        if (std::isxdigit(static_cast<unsigned char>(c)) == 0) return std::nullopt;
        c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    return out;
}

}  // namespace

// Where the texts are looked for by the tools of Qt, which this floor does not use.
#define HEARTH_TEXT(context, text) text

const std::vector<SettingSpec>& settingSpecs() {
    static const std::vector<SettingSpec> specs = {
        {"window.look",
         HEARTH_TEXT("Settings", "Colours"),
         HEARTH_TEXT("Settings", "Light or dark pages, or as the desktop says"),
         Type::Choice,
         "system",
         0,
         0,
         {"system", "light", "dark"},
         {HEARTH_TEXT("Settings", "As the desktop"), HEARTH_TEXT("Settings", "Light"),
          HEARTH_TEXT("Settings", "Dark")}},
        {"window.accent",
         HEARTH_TEXT("Settings", "Accent"),
         HEARTH_TEXT("Settings", "Colour of what is chosen and of the one thing to do"),
         Type::Colour,
         "#a8431b",
         0,
         0,
         {"#a8431b", "#8a5a00", "#2a6e47", "#0f6a8b", "#4f5bb5", "#a12b5f", "#5c574f"},
         {HEARTH_TEXT("Settings", "Ember"), HEARTH_TEXT("Settings", "Amber"),
          HEARTH_TEXT("Settings", "Forest"), HEARTH_TEXT("Settings", "Lake"), HEARTH_TEXT("Settings", "Dusk"),
          HEARTH_TEXT("Settings", "Berry"), HEARTH_TEXT("Settings", "Stone")}},
        {"window.text_scale",
         HEARTH_TEXT("Settings", "Text size"),
         HEARTH_TEXT("Settings", "Size of all text, times the usual one"),
         Type::Real,
         "1",
         1,
         2,
         {"1", "1.15", "1.3", "1.5", "1.75", "2"},
         {"100 %", "115 %", "130 %", "150 %", "175 %", "200 %"}},
        {"window.reduced_motion", HEARTH_TEXT("Settings", "Less motion"),
         HEARTH_TEXT("Settings", "Nothing moves but what you move"), Type::Bool, "false"},
        {"window.language",
         HEARTH_TEXT("Settings", "Language"),
         HEARTH_TEXT("Settings", "Of buttons and pages; I understand requests in English"),
         Type::Choice,
         "system",
         0,
         0,
         {"system", "en", "de", "zh_CN"},
         {HEARTH_TEXT("Settings", "As the desktop"), "English", "Deutsch", "简体中文"}},
        {"window.direction",
         HEARTH_TEXT("Settings", "Direction"),
         HEARTH_TEXT("Settings", "Where lines and the window begin"),
         Type::Choice,
         "language",
         0,
         0,
         {"language", "left_to_right", "right_to_left"},
         {HEARTH_TEXT("Settings", "As the language"), HEARTH_TEXT("Settings", "Left to right"),
          HEARTH_TEXT("Settings", "Right to left")}},
        {"window.keep_in_tray", HEARTH_TEXT("Settings", "Keep running in the tray"),
         HEARTH_TEXT("Settings", "Closing the window hides it; it opens at once. Reminders ring either way"),
         Type::Bool, "false"},
        {"reminders.background", HEARTH_TEXT("Settings", "Ring while the window is closed"),
         HEARTH_TEXT("Settings", "A small part stays for reminders, alarms and timers; no model is loaded"),
         Type::Bool, "true"},
        {"library.on_battery", HEARTH_TEXT("Settings", "Read documents on battery"),
         HEARTH_TEXT("Settings", "Otherwise new and changed documents wait for mains power"), Type::Bool,
         "false"},
        {"models.unload_after",
         HEARTH_TEXT("Settings", "Keep an unused model in memory"),
         HEARTH_TEXT("Settings", "Then it gives its memory back, and your next words load it again"),
         Type::Choice,
         "15",
         0,
         0,
         {"never", "60", "15", "5"},
         {HEARTH_TEXT("Settings", "Always"), HEARTH_TEXT("Settings", "60 minutes"),
          HEARTH_TEXT("Settings", "15 minutes"), HEARTH_TEXT("Settings", "5 minutes")}},
        {"network.offline", HEARTH_TEXT("Settings", "Offline"),
         HEARTH_TEXT("Settings", "Nothing leaves this device: no downloads, no other servers"), Type::Bool,
         "false"},
        {"remote.url", HEARTH_TEXT("Settings", "Server of a larger model"),
         HEARTH_TEXT("Settings", "Address of a server with OpenAI's interface, ending in /v1; empty: none"),
         Type::Text, ""},
        {"remote.model", HEARTH_TEXT("Settings", "Model of that server"),
         HEARTH_TEXT("Settings", "As the server lists it"), Type::Text, ""},
        {"remote.use",
         HEARTH_TEXT("Settings", "A larger model elsewhere"),
         HEARTH_TEXT("Settings", "Whether a new conversation may ask it; each can be changed by itself"),
         Type::Choice,
         "never",
         0,
         0,
         {"never", "ask", "automatic"},
         {HEARTH_TEXT("Settings", "Never"), HEARTH_TEXT("Settings", "Ask me each time"),
          HEARTH_TEXT("Settings", "Where the model here is unsure")}},
        {"remote.patience",
         HEARTH_TEXT("Settings", "Wait for the model here"),
         HEARTH_TEXT("Settings",
                     "What would take longer goes to the larger model, where that may be by itself"),
         Type::Choice,
         "60",
         0,
         0,
         {"0", "15", "60", "300"},
         {HEARTH_TEXT("Settings", "However long it takes"), HEARTH_TEXT("Settings", "15 seconds"),
          HEARTH_TEXT("Settings", "1 minute"), HEARTH_TEXT("Settings", "5 minutes")}},
        {"privacy.kinds_off", HEARTH_TEXT("Settings", "Personal data that is not masked"),
         HEARTH_TEXT("Settings", "Kinds as hearth redact names them, with spaces between"), Type::Text, ""},
        {"chat.model", HEARTH_TEXT("Settings", "Larger model"),
         HEARTH_TEXT("Settings", "File of the larger model that converses; empty: the built-in model alone"),
         Type::Text, ""},
        {"chat.reasoning", HEARTH_TEXT("Settings", "Think before answering"),
         HEARTH_TEXT("Settings", "A larger model that can reasons first: slower, often better"), Type::Bool,
         "false"},
        {"chat.adapters",
         "",
         "LoRA adapters of each larger model, as JSON",
         Type::Text,
         "",
         0,
         0,
         {},
         {},
         true},
        {"window.side_bar", "", "Whether the side bar is shown", Type::Bool, "true", 0, 0, {}, {}, true},
        {"window.width", "", "Width of the window", Type::Integer, "1080", 320, 8192, {}, {}, true},
        {"window.height", "", "Height of the window", Type::Integer, "760", 320, 8192, {}, {}, true},
        {"window.x",
         "",
         "Where the window is, from the left",
         Type::Integer,
         "-30000",
         -30000,
         30000,
         {},
         {},
         true},
        {"window.y",
         "",
         "Where the window is, from the top",
         Type::Integer,
         "-30000",
         -30000,
         30000,
         {},
         {},
         true},
        {"window.maximized",
         "",
         "Whether the window fills the screen",
         Type::Bool,
         "false",
         0,
         0,
         {},
         {},
         true},
        {"window.welcomed", "", "Whether the welcome has been read", Type::Bool, "false", 0, 0, {}, {}, true},
    };
    return specs;
}

const SettingSpec* findSetting(std::string_view name) {
    for (const SettingSpec& spec : settingSpecs())
        if (spec.name == name) return &spec;
    return nullptr;
}

Result<std::string> checkSetting(const SettingSpec& spec, std::string_view value) {
    std::optional<std::string> read;
    switch (spec.type) {
        case Type::Bool:
            read = readBool(value);
            break;
        case Type::Integer:
        case Type::Real:
            read = readRanged(spec, value);
            break;
        case Type::Choice:
            read = readChoice(spec, value);
            break;
        case Type::Colour:
            read = readColour(value);
            break;
        case Type::Text:
            if (value.find_first_of(std::string_view("\0\r\n", 3)) == std::string_view::npos)
                read = std::string(value);
            break;
    }
    if (read) return *read;
    return fail(ErrorCode::InvalidInput,
                "“" + std::string(value) + "” does not fit: give " + rangeOf(spec) + ".",
                std::string(spec.name));
}

std::string rangeOf(const SettingSpec& spec) {
    switch (spec.type) {
        case Type::Bool:
            return "true or false";
        case Type::Integer:
            return "a whole number from " + numberText(spec.least) + " to " + numberText(spec.most);
        case Type::Real:
            return "a number from " + numberText(spec.least) + " to " + numberText(spec.most);
        case Type::Choice: {
            std::string out;
            for (std::size_t i = 0; i < spec.choices.size(); ++i)
                out += (i == 0                         ? ""
                        : i + 1 == spec.choices.size() ? " or "
                                                       : ", ") +
                       std::string(spec.choices[i]);
            return out;
        }
        case Type::Colour:
            return "a colour such as #a8431b";
        case Type::Text:
            return "one line of text";
    }
    return "";
}

}  // namespace hearth::app
