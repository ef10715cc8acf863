#include "applications/desktop_entries.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <sstream>

#include "agent/file_changes.h"
#include "words/words.h"

namespace hearth::agent {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kMaxFiles = 10000;
constexpr std::size_t kMaxBytes = 1u << 20;
constexpr double kLeastFit = 0.7;

// "\s", "\n", "\t", "\r", "\\" of a value (section "Possible value types").
std::string unescaped(const std::string& value) {
    std::string out;
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (value[i] != '\\' || i + 1 == value.size()) {
            out += value[i];
            continue;
        }
        const char next = value[++i];
        out += next == 's' ? ' ' : next == 'n' ? '\n' : next == 't' ? '\t' : next == 'r' ? '\r' : '\\';
        if (next != 's' && next != 'n' && next != 't' && next != 'r' && next != '\\') out += next;
    }
    return out;
}

std::vector<std::string> listOf(const std::string& value) {
    std::vector<std::string> parts;
    std::istringstream in(value);
    for (std::string part; std::getline(in, part, ';');)
        if (!words::trimmed(part).empty()) parts.push_back(words::trimmed(part));
    return parts;
}

using Keys = std::map<std::string, std::string>;

// The keys of the group [Desktop Entry].
Keys keysOf(const std::string& text) {
    Keys keys;
    bool inside = false;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) {
        if (!line.empty() && line.back() == '\r') line.pop_back();
        if (line.rfind('[', 0) == 0) {
            inside = line == "[Desktop Entry]";
            continue;
        }
        const std::size_t equals = line.find('=');
        if (!inside || line.rfind('#', 0) == 0 || equals == std::string::npos) continue;
        std::string key = line.substr(0, equals);
        while (!key.empty() && key.back() == ' ') key.pop_back();
        const std::size_t start = line.find_first_not_of(' ', equals + 1);
        keys.emplace(key, start == std::string::npos ? "" : line.substr(start));
    }
    return keys;
}

std::string valueOf(const Keys& keys, const std::string& key, const std::string& language = {}) {
    for (std::string tag = language; !tag.empty();) {
        if (auto it = keys.find(key + "[" + tag + "]"); it != keys.end()) return unescaped(it->second);
        const std::size_t cut = tag.find_last_of("-_");
        tag = cut == std::string::npos ? "" : tag.substr(0, cut);
    }
    auto it = keys.find(key);
    return it == keys.end() ? std::string() : unescaped(it->second);
}

// What people call kinds of programs, and the category of the menu specification.
std::string categoryOf(const std::string& text) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 24> kNames = {{
        {"browser", "WebBrowser"},
        {"web browser", "WebBrowser"},
        {"internet", "WebBrowser"},
        {"mail", "Email"},
        {"email", "Email"},
        {"e mail", "Email"},
        {"terminal", "TerminalEmulator"},
        {"console", "TerminalEmulator"},
        {"command line", "TerminalEmulator"},
        {"file manager", "FileManager"},
        {"files", "FileManager"},
        {"editor", "TextEditor"},
        {"text editor", "TextEditor"},
        {"notepad", "TextEditor"},
        {"calculator", "Calculator"},
        {"calendar", "Calendar"},
        {"settings", "Settings"},
        {"control panel", "Settings"},
        {"music player", "Music"},
        {"video player", "Video"},
        {"spreadsheet", "Spreadsheet"},
        {"word processor", "WordProcessor"},
        {"camera", "Camera"},
        {"contacts", "ContactManagement"},
    }};
    std::string name;
    for (const std::string& word : words::of(text)) {
        const bool filler = word == "app" || word == "application" || word == "program" || word == "the" ||
                            word == "my" || word == "a";
        if (!filler) name += (name.empty() ? "" : " ") + word;
    }
    for (const auto& [said, category] : kNames)
        if (name == said) return std::string(category);
    return {};
}

double fitOf(const Application& application, const std::string& text) {
    double fit = words::likeness(text, application.name);
    fit = std::max(fit, 0.95 * words::likeness(text, application.genericName));
    for (const std::string& name : application.plainNames)
        fit = std::max(fit, 0.95 * words::likeness(text, name));
    for (const std::string& keyword : application.keywords)
        fit = std::max(fit, 0.8 * words::likeness(text, keyword));
    // "org.gnome.Calculator", "code": some are known by their id alone.
    const std::size_t dot = application.id.rfind('.');
    const std::string last = dot == std::string::npos ? application.id : application.id.substr(dot + 1);
    return std::max(fit, 0.9 * words::likeness(text, last));
}

}  // namespace

std::vector<std::string> commandOf(const std::string& exec) {
    std::vector<std::string> command;
    std::string word;
    bool any = false;
    bool quoted = false;
    auto flush = [&] {
        if (any) command.push_back(word);
        word.clear();
        any = false;
    };
    for (std::size_t i = 0; i < exec.size(); ++i) {
        const char c = exec[i];
        if (c == '"') {
            quoted = !quoted;
            any = true;
        } else if (quoted && c == '\\' && i + 1 < exec.size()) {
            word += exec[++i];
        } else if (!quoted && (c == ' ' || c == '\t')) {
            flush();
        } else if (c == '%' && i + 1 < exec.size()) {
            if (exec[++i] == '%') word += '%', any = true;
        } else {
            word += c;
            any = true;
        }
    }
    flush();
    return command;
}

std::vector<Application> parseDesktopEntry(const std::string& text, const std::string& id,
                                           const std::string& language) {
    const Keys keys = keysOf(text);
    const auto says = [&](const char* key) { return valueOf(keys, key) == "true"; };
    Application application;
    application.id = id;
    application.name = valueOf(keys, "Name", language);
    application.genericName = valueOf(keys, "GenericName", language);
    application.plainNames = {valueOf(keys, "Name"), valueOf(keys, "GenericName")};
    application.keywords = listOf(valueOf(keys, "Keywords", language));
    if (valueOf(keys, "Keywords") != valueOf(keys, "Keywords", language))
        for (std::string& word : listOf(valueOf(keys, "Keywords")))
            application.keywords.push_back(std::move(word));
    application.categories = listOf(valueOf(keys, "Categories"));
    application.command = commandOf(valueOf(keys, "Exec"));
    application.terminal = says("Terminal");
    const bool shown = valueOf(keys, "Type") == "Application" && !says("Hidden") && !says("NoDisplay");
    if (!shown || application.name.empty() || application.command.empty()) return {};
    return {application};
}

std::vector<Application> readApplications(const std::vector<fs::path>& folders, const std::string& language) {
    std::vector<Application> all;
    std::set<std::string> seen;
    std::size_t files = 0;
    for (const fs::path& folder : folders) {
        std::error_code error;
        fs::recursive_directory_iterator it(folder, fs::directory_options::skip_permission_denied, error);
        for (const fs::recursive_directory_iterator end; !error && it != end && files < kMaxFiles;
             it.increment(error)) {
            if (it->path().extension() != ".desktop") continue;
            ++files;
            // Folders inside become part of the id with a dash between.
            std::string id = it->path().lexically_relative(folder).replace_extension().string();
            std::replace(id.begin(), id.end(), '/', '-');
            if (!seen.insert(id).second) continue;
            if (auto text = readFile(it->path(), kMaxBytes))
                for (Application& application : parseDesktopEntry(*text, id, language))
                    all.push_back(std::move(application));
        }
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Application& a, const Application& b) { return a.name < b.name; });
    return all;
}

std::vector<Application> findApplications(const std::vector<Application>& all, const std::string& text) {
    for (const Application& application : all)
        if (words::folded(application.name) == words::folded(text)) return {application};
    std::vector<std::pair<double, const Application*>> fitting;
    double best = kLeastFit;
    const std::string category = categoryOf(text);
    for (const Application& application : all) {
        const auto& kinds = application.categories;
        const bool ofKind =
            !category.empty() && std::find(kinds.begin(), kinds.end(), category) != kinds.end();
        const double fit = std::max(ofKind ? 0.9 : 0.0, fitOf(application, text));
        if (fit < kLeastFit) continue;
        fitting.emplace_back(fit, &application);
        best = std::max(best, fit);
    }
    std::stable_sort(fitting.begin(), fitting.end(), [](auto& a, auto& b) { return a.first > b.first; });
    std::vector<Application> found;
    for (const auto& [fit, application] : fitting)
        if (fit >= best - 0.05) found.push_back(*application);
    return found;
}

}  // namespace hearth::agent
