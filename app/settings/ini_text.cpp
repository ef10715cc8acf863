#include "settings/ini_text.h"

#include <cstdlib>

#include "base/utf8.h"

namespace hearth::app {

namespace {

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

std::string_view keyOf(std::string_view line) {
    const auto equals = line.find('=');
    return equals == std::string_view::npos ? std::string_view{} : trimmed(line.substr(0, equals));
}

std::string quoted(std::string_view value) {
    std::string out;
    bool quotes = value.empty() ? false : value.front() == ' ' || value.back() == ' ';
    for (const char c : value) {
        if (c == ';' || c == ',' || c == '=' || c == '"') quotes = true;
        if (c == '\\' || c == '"') out += '\\';
        if (c == '\n')
            out += "\\n";
        else if (c == '\t')
            out += "\\t";
        else
            out += c;
    }
    return quotes ? "\"" + out + "\"" : out;
}

// "\x20ac": as many digits as there are.
std::size_t readHex(std::string_view text, std::size_t at, std::string& out) {
    std::size_t end = at;
    while (end < text.size() && end < at + 6 && std::isxdigit(static_cast<unsigned char>(text[end])) != 0)
        ++end;
    const std::string digits(text.substr(at, end - at));
    base::appendUtf8(out, static_cast<char32_t>(std::strtoul(digits.c_str(), nullptr, 16)));
    return end;
}

std::string unquoted(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '"') continue;
        if (text[i] != '\\' || i + 1 == text.size()) {
            out += text[i];
            continue;
        }
        const char c = text[++i];
        if (c == 'x')
            i = readHex(text, i + 1, out) - 1;
        else
            out += c == 'n' ? '\n' : c == 't' ? '\t' : c == 'r' ? '\r' : c;
    }
    return out;
}

}  // namespace

IniText::IniText(std::string_view text) {
    while (!text.empty()) {
        const auto end = text.find('\n');
        std::string_view line = text.substr(0, end);
        if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
        lines_.emplace_back(line);
        if (end == std::string_view::npos) break;
        text.remove_prefix(end + 1);
    }
}

IniText::Place IniText::locate(std::string_view section, std::string_view key) const {
    Place place{0, std::nullopt};
    bool inside = false;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        const std::string_view line = trimmed(lines_[i]);
        if (line.size() > 1 && line.front() == '[' && line.back() == ']') {
            inside = line.substr(1, line.size() - 2) == section;
            if (inside) place.section = i + 1;
            continue;
        }
        if (!inside || line.empty()) continue;
        place.section = i + 1;
        if (keyOf(line) == key) place.line = i;
    }
    return place;
}

std::optional<std::string> IniText::find(std::string_view section, std::string_view key) const {
    const Place place = locate(section, key);
    if (!place.line) return std::nullopt;
    const std::string_view line = lines_[*place.line];
    return unquoted(trimmed(line.substr(line.find('=') + 1)));
}

void IniText::set(std::string_view section, std::string_view key, std::string_view value) {
    const std::string line = std::string(key) + "=" + quoted(value);
    const Place place = locate(section, key);
    if (place.line) {
        lines_[*place.line] = line;
    } else if (place.section > 0) {
        lines_.insert(lines_.begin() + static_cast<std::ptrdiff_t>(place.section), line);
    } else {
        if (!lines_.empty()) lines_.emplace_back();
        lines_.push_back("[" + std::string(section) + "]");
        lines_.push_back(line);
    }
}

void IniText::remove(std::string_view section, std::string_view key) {
    for (Place place = locate(section, key); place.line; place = locate(section, key))
        lines_.erase(lines_.begin() + static_cast<std::ptrdiff_t>(*place.line));
}

std::string IniText::text() const {
    std::string out;
    for (const std::string& line : lines_) out += line + "\n";
    return out;
}

}  // namespace hearth::app
