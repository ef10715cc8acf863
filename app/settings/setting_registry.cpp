#include "settings/setting_registry.h"

#include <algorithm>
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

}  // namespace

const std::vector<SettingSpec>& settingSpecs() {
    static const std::vector<SettingSpec> specs = {
        {"network.offline", "Nothing leaves this device: no downloads, no other servers", Type::Bool,
         "false"},
        {"chat.model", "File of the larger model that converses; empty: the built-in model alone", Type::Text,
         ""},
        {"window.look",
         "Light or dark pages, or as the desktop says",
         Type::Choice,
         "system",
         0,
         0,
         {"system", "light", "dark"}},
        {"window.text_scale", "Size of all text, times the usual one", Type::Real, "1", 1, 2},
        {"window.reduced_motion", "Nothing moves but what you move", Type::Bool, "false"},
        {"window.side_bar", "Whether the side bar is shown", Type::Bool, "true", 0, 0, {}, true},
        {"window.width", "Width of the window", Type::Integer, "1080", 320, 8192, {}, true},
        {"window.height", "Height of the window", Type::Integer, "760", 320, 8192, {}, true},
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
        case Type::Text:
            return "one line of text";
    }
    return "";
}

}  // namespace hearth::app
