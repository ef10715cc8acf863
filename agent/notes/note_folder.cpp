#include "notes/note_folder.h"

#include <algorithm>
#include <chrono>
#include <sstream>

#include "agent/file_changes.h"
#include "words/words.h"

namespace hearth::agent {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kMaxNotes = 5000;
constexpr std::size_t kMaxBytes = 1u << 20;
constexpr std::size_t kExcerpt = 120;  // characters
// Below this share of the query's words a note has nothing to do with it.
constexpr double kLeastFit = 0.5;

bool isNote(const fs::path& path) {
    const std::string ending = words::folded(path.extension().string());
    return ending == ".md" || ending == ".markdown" || ending == ".txt";
}

std::int64_t modifiedOf(const fs::path& path) {
    std::error_code error;
    const auto time = fs::last_write_time(path, error);
    if (error) return 0;
    const auto system = std::chrono::file_clock::to_sys(time);
    return std::chrono::duration_cast<std::chrono::seconds>(system.time_since_epoch()).count();
}

// Without the signs of headings, lists and quotes.
std::string plainLine(const std::string& line) {
    const std::size_t start = line.find_first_not_of("#>*-+ \t");
    return start == std::string::npos ? std::string() : words::trimmed(line.substr(start));
}

std::string titleOf(const fs::path& path, const std::string& text) {
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);)
        if (const std::string plain = plainLine(line); !plain.empty()) return words::shortened(plain, 80);
    return path.stem().string();
}

std::string excerptOf(const Note& note, const std::string& query) {
    std::string best;
    double bestFit = 0;
    std::istringstream lines(note.text);
    for (std::string line; std::getline(lines, line);) {
        const std::string plain = plainLine(line);
        if (plain.empty() || plain == note.title) continue;
        const double fit = query.empty() ? 1 : words::coverage(query, plain);
        if (best.empty() || fit > bestFit) best = plain, bestFit = fit;
        if (query.empty()) break;
    }
    return words::shortened(best, kExcerpt);
}

}  // namespace

std::vector<Note> readNotes(const fs::path& folder) {
    std::vector<Note> notes;
    std::error_code error;
    fs::recursive_directory_iterator it(folder, fs::directory_options::skip_permission_denied, error);
    for (const fs::recursive_directory_iterator end; !error && it != end && notes.size() < kMaxNotes;
         it.increment(error)) {
        const fs::path& path = it->path();
        const bool hidden = path.filename().string().rfind('.', 0) == 0;
        std::error_code ignored;
        if (it->is_directory(ignored)) {
            if (hidden) it.disable_recursion_pending();
            continue;
        }
        if (hidden || !it->is_regular_file(ignored) || !isNote(path)) continue;
        auto text = readFile(path, kMaxBytes);
        if (!text) continue;
        notes.push_back({path, titleOf(path, *text), *text, modifiedOf(path)});
    }
    std::sort(notes.begin(), notes.end(), [](const Note& a, const Note& b) {
        return a.modified != b.modified ? a.modified > b.modified : a.title < b.title;
    });
    return notes;
}

std::vector<NoteMatch> findNotes(const std::vector<Note>& notes, const std::string& query) {
    std::vector<NoteMatch> matches;
    for (const Note& note : notes) {
        const double title = words::likeness(query, note.title);
        const double inside = words::coverage(query, note.text);
        const double fit = query.empty() ? 1 : std::max(title, 0.9 * inside);
        if (fit >= kLeastFit) matches.push_back({note, fit, excerptOf(note, query)});
    }
    std::stable_sort(matches.begin(), matches.end(),
                     [](const NoteMatch& a, const NoteMatch& b) { return a.fit > b.fit; });
    return matches;
}

}  // namespace hearth::agent
