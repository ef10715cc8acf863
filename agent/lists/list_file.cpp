#include "lists/list_file.h"

#include <algorithm>
#include <array>

#include "agent/file_changes.h"
#include "words/words.h"

namespace hearth::agent {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kMaxLists = 1000;
constexpr std::size_t kMaxBytes = 1u << 20;

struct Line {
    std::size_t begin = 0;  // of the line in the file
    std::size_t end = 0;    // one past its line end
};

std::vector<Line> linesOf(const std::string& bytes) {
    std::vector<Line> lines;
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t newline = bytes.find('\n', at);
        const std::size_t end = newline == std::string::npos ? bytes.size() : newline + 1;
        lines.push_back({at, end});
        at = end;
    }
    return lines;
}

// Where the mark of a check box stands in the line ("- [ ] ", also with * or +, indented); npos: no check
// box.
std::size_t markOf(const std::string& bytes, const Line& line) {
    std::size_t at = line.begin;
    while (at < line.end && (bytes[at] == ' ' || bytes[at] == '\t')) ++at;
    if (at + 5 > line.end) return std::string::npos;
    const bool bullet = bytes[at] == '-' || bytes[at] == '*' || bytes[at] == '+';
    if (!bullet || bytes[at + 1] != ' ' || bytes[at + 2] != '[' || bytes[at + 4] != ']')
        return std::string::npos;
    const char mark = bytes[at + 3];
    return mark == ' ' || mark == 'x' || mark == 'X' ? at + 3 : std::string::npos;
}

// A text on one line: a line break inside would make another item of it.
std::string oneLine(std::string text) {
    for (char& c : text)
        if (c == '\n' || c == '\r') c = ' ';
    return words::trimmed(text);
}

}  // namespace

std::vector<ListItem> ListFile::items() const {
    std::vector<ListItem> found;
    const auto lines = linesOf(bytes);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::size_t mark = markOf(bytes, lines[i]);
        if (mark == std::string::npos) continue;
        std::string text = bytes.substr(mark + 2, lines[i].end - mark - 2);
        while (!text.empty() && (text.back() == '\n' || text.back() == '\r' || text.back() == ' '))
            text.pop_back();
        text.erase(0, std::min(text.find_first_not_of(' '), text.size()));
        if (!text.empty()) found.push_back({text, bytes[mark] != ' ', i});
    }
    return found;
}

std::vector<ListItem> ListFile::openItems() const {
    auto all = items();
    all.erase(std::remove_if(all.begin(), all.end(), [](const ListItem& item) { return item.done; }),
              all.end());
    return all;
}

std::string ListFile::withAdded(const std::vector<std::string>& texts) const {
    std::string out = bytes.empty() ? "# " + name + "\n\n" : bytes;
    if (out.back() != '\n') out += '\n';
    for (const std::string& text : texts) out += "- [ ] " + oneLine(text) + "\n";
    return out;
}

std::string ListFile::withoutLines(const std::vector<std::size_t>& gone) const {
    std::string out;
    const auto lines = linesOf(bytes);
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (std::find(gone.begin(), gone.end(), i) == gone.end())
            out += bytes.substr(lines[i].begin, lines[i].end - lines[i].begin);
    return out;
}

std::string ListFile::withTicked(const std::vector<std::size_t>& ticked) const {
    std::string out = bytes;
    const auto lines = linesOf(bytes);
    for (std::size_t i : ticked)
        if (i < lines.size())
            if (const std::size_t mark = markOf(bytes, lines[i]); mark != std::string::npos) out[mark] = 'x';
    return out;
}

std::vector<ListFile> readLists(const fs::path& folder) {
    std::vector<ListFile> lists;
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end && lists.size() < kMaxLists;
         it.increment(error)) {
        const fs::path& path = it->path();
        if (path.extension() != ".md" || path.filename().string().rfind('.', 0) == 0) continue;
        auto bytes = readFile(path, kMaxBytes);
        if (!bytes) continue;
        ListFile list{path, path.stem().string(), std::move(*bytes)};
        if (list.bytes.rfind("# ", 0) == 0)
            if (const auto heading = words::trimmed(list.bytes.substr(2, list.bytes.find('\n') - 2));
                !heading.empty())
                list.name = heading;
        lists.push_back(std::move(list));
    }
    std::sort(lists.begin(), lists.end(),
              [](const ListFile& a, const ListFile& b) { return a.name < b.name; });
    return lists;
}

std::string canonicalListName(const std::string& text) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 16> kNames = {{
        {"shopping", "Shopping"},
        {"grocery", "Shopping"},
        {"groceries", "Shopping"},
        {"supermarket", "Shopping"},
        {"store", "Shopping"},
        {"buy", "Shopping"},
        {"todo", "To-do"},
        {"to do", "To-do"},
        {"to dos", "To-do"},
        {"todos", "To-do"},
        {"task", "To-do"},
        {"tasks", "To-do"},
        {"chores", "To-do"},
        {"to-do", "To-do"},
        {"", "To-do"},
        {"do", "To-do"},
    }};
    // "my", "the" and "list" say nothing, but "to" does: "to do".
    std::string meaning;
    for (const std::string& word : words::of(text)) {
        const bool filler = word != "to" && word != "do" && words::isFiller(word);
        if (!filler) meaning += (meaning.empty() ? "" : " ") + word;
    }
    if (meaning.rfind("to ", 0) == 0 && meaning != "to do" && meaning != "to dos") meaning.erase(0, 3);
    for (const auto& [name, canonical] : kNames)
        if (meaning == name) return std::string(canonical);
    std::string kept = words::trimmed(text);
    for (const char* start : {"my ", "the ", "a ", "our ", "My ", "The ", "Our "})
        if (kept.rfind(start, 0) == 0) kept.erase(0, std::string_view(start).size());
    for (const char* end : {" list", " lists", " List"}) {
        const std::string_view ending = end;
        if (kept.size() > ending.size() &&
            kept.compare(kept.size() - ending.size(), ending.size(), ending) == 0)
            kept.erase(kept.size() - ending.size());
    }
    return words::capitalized(kept);
}

std::optional<ListFile> findList(const std::vector<ListFile>& lists, const std::string& text) {
    const std::string canonical = words::folded(canonicalListName(text));
    for (const std::string& wanted : {words::folded(text), canonical})
        for (const ListFile& list : lists)
            if (words::folded(list.name) == wanted) return list;
    for (const ListFile& list : lists)
        if (words::folded(canonicalListName(list.name)) == canonical) return list;
    const ListFile* best = nullptr;
    double bestFit = 0.75;
    for (const ListFile& list : lists)
        if (const double fit = words::likeness(canonical, list.name); fit > bestFit)
            best = &list, bestFit = fit;
    return best ? std::optional(*best) : std::nullopt;
}

}  // namespace hearth::agent
