#include "files/file_search.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <fstream>

#include "words/words.h"

namespace hearth::agent {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kMaxEntries = 200'000;
constexpr int kMaxDepth = 16;
constexpr std::size_t kMaxFound = 50;
constexpr double kLeastFit = 0.6;

struct Kind {
    const char* names;    // that people give it
    const char* endings;  // of files; empty: folders
};

constexpr Kind kKinds[] = {
    {"pdf", "pdf"},
    {"photo picture image screenshot photograph pic", "jpg jpeg png gif webp heic tif tiff bmp svg avif"},
    {"video film movie clip recording", "mp4 mkv avi mov webm m4v mpg mpeg"},
    {"music song audio track sound", "mp3 flac ogg oga opus m4a wav aac wma"},
    {"spreadsheet excel table calc", "ods xlsx xls csv tsv"},
    {"presentation slide powerpoint slides deck", "odp pptx ppt key"},
    {"document doc word letter paper report", "odt docx doc rtf pdf txt md tex epub"},
    {"text markdown", "txt md rst org"},
    {"archive zip", "zip tar gz bz2 xz zst 7z rar"},
    {"book ebook", "epub pdf mobi"},
    {"code source script program", "c cc cpp h hpp py js ts java rs go sh rb html css"},
    {"folder directory", ""},
};

const Kind* kindOf(const std::string& text) {
    for (const std::string& word : words::of(text))
        for (const Kind& kind : kKinds)
            for (const std::string& name : words::of(kind.names))
                if (word == name || word == name + "s") return &kind;
    return nullptr;
}

bool isOfKind(const fs::path& path, bool folder, const Kind& kind) {
    if (*kind.endings == '\0') return folder;
    if (folder) return false;
    std::string ending = words::folded(path.extension().string());
    if (!ending.empty()) ending.erase(0, 1);
    const auto endings = words::of(kind.endings);
    return std::find(endings.begin(), endings.end(), ending) != endings.end();
}

std::int64_t secondsOf(fs::file_time_type time) {
    const auto system = std::chrono::file_clock::to_sys(time);
    return std::chrono::duration_cast<std::chrono::seconds>(system.time_since_epoch()).count();
}

// "TaxReturn_2025-final" as words: names join them in many ways.
std::string nameAsWords(const std::string& name) {
    std::string out;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const bool upper = name[i] >= 'A' && name[i] <= 'Z';
        const bool afterLower = i > 0 && name[i - 1] >= 'a' && name[i - 1] <= 'z';
        if (upper && afterLower) out += ' ';
        out += name[i] == '_' || name[i] == '.' ? ' ' : name[i];
    }
    return out;
}

double fitOf(const fs::path& path, const std::string& query) {
    if (query.empty()) return 1;
    const double name = words::likeness(query, nameAsWords(path.stem().string()));
    const double whole = words::likeness(query, nameAsWords(path.filename().string()));
    // "the invoice from taxes": a word may be that of the folder.
    const std::string both = path.parent_path().filename().string() + " " + path.stem().string();
    const double withFolder = name > 0 ? 0.9 * words::coverage(query, nameAsWords(both)) : 0;
    return std::max({name, whole, withFolder});
}

class Search {
  public:
    Search(const FileQuery& query, const base::CancelToken& cancel)
        : query_(query), kind_(kindOf(query.kind)), cancel_(cancel) {}

    void below(const fs::path& folder) {
        std::error_code error;
        fs::recursive_directory_iterator it(folder, fs::directory_options::skip_permission_denied, error);
        for (const fs::recursive_directory_iterator end; !error && it != end; it.increment(error)) {
            if (++entries_ > kMaxEntries || cancel_.cancelled()) {
                result_.complete = false;
                return;
            }
            std::error_code ignored;
            const bool isFolder = it->is_directory(ignored) && !it->is_symlink(ignored);
            const std::string name = it->path().filename().string();
            const bool skipped = name.rfind('.', 0) == 0 || name == "node_modules" || name == "__pycache__";
            if (isFolder && (skipped || it.depth() >= kMaxDepth)) {
                it.disable_recursion_pending();
                if (!skipped) result_.complete = false;
            }
            if (!skipped) take(*it, isFolder);
        }
    }

    FileSearch finish() {
        auto& found = result_.found;
        std::stable_sort(found.begin(), found.end(), [](const FoundFile& a, const FoundFile& b) {
            return a.fit != b.fit ? a.fit > b.fit : a.modified > b.modified;
        });
        if (found.size() > kMaxFound) found.resize(kMaxFound);
        return std::move(result_);
    }

  private:
    void take(const fs::directory_entry& entry, bool isFolder) {
        if (kind_ ? !isOfKind(entry.path(), isFolder, *kind_) : (isFolder && query_.words.empty())) return;
        const double fit = fitOf(entry.path(), query_.words);
        if (fit < kLeastFit) return;
        std::error_code error;
        FoundFile file;
        file.path = entry.path();
        file.folder = isFolder;
        file.fit = fit;
        file.modified = secondsOf(entry.last_write_time(error));
        if (error) return;
        if ((query_.after && file.modified < *query_.after) ||
            (query_.before && file.modified >= *query_.before))
            return;
        if (!isFolder) file.size = entry.file_size(error);
        if (error) file.size = 0;
        result_.found.push_back(std::move(file));
    }

    const FileQuery& query_;
    const Kind* kind_;
    const base::CancelToken& cancel_;
    std::size_t entries_ = 0;
    FileSearch result_;
};

}  // namespace

std::vector<fs::path> userFolders(const fs::path& home) {
    std::vector<fs::path> folders;
    auto add = [&](const fs::path& folder) {
        std::error_code error;
        if (folder.lexically_normal() == home.lexically_normal() || !fs::is_directory(folder, error)) return;
        if (std::find(folders.begin(), folders.end(), folder) == folders.end()) folders.push_back(folder);
    };
    std::ifstream in(home / ".config" / "user-dirs.dirs");
    for (std::string line; std::getline(in, line);) {
        const std::size_t open = line.find("=\"");
        const std::size_t close = line.rfind('"');
        if (line.rfind("XDG_", 0) != 0 || open == std::string::npos || close <= open + 1) continue;
        if (line.find("TEMPLATES") < open || line.find("PUBLICSHARE") < open) continue;
        std::string value = line.substr(open + 2, close - open - 2);
        const std::string variable = "$HOME/";
        if (value.rfind(variable, 0) == 0)
            add(home / value.substr(variable.size()));
        else if (value.rfind('/', 0) == 0)
            add(value);
    }
    for (const char* name : {"Desktop", "Documents", "Downloads", "Music", "Pictures", "Videos"})
        add(home / name);
    if (folders.empty()) folders.push_back(home);
    return folders;
}

FileSearch findFiles(const fs::path& home, const FileQuery& query, const base::CancelToken& cancel) {
    Search search(query, cancel);
    for (const fs::path& folder : userFolders(home)) search.below(folder);
    return search.finish();
}

bool isFileKind(const std::string& kind) {
    return kindOf(kind) != nullptr;
}

std::string shortPath(const fs::path& path, const fs::path& home) {
    const std::string whole = path.string();
    const std::string start = home.string();
    const bool below = !start.empty() && whole.rfind(start + "/", 0) == 0;
    return below ? "~" + whole.substr(start.size()) : whole;
}

}  // namespace hearth::agent
