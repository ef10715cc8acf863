#include "ingest/folder_scan.h"

#include <fnmatch.h>
#include <sys/stat.h>

#include <algorithm>
#include <filesystem>

namespace hearth::rag {

namespace {

namespace fs = std::filesystem;

bool matchesAny(const std::vector<std::string>& patterns, const std::string& name, const std::string& path) {
    return std::any_of(patterns.begin(), patterns.end(), [&](const std::string& pattern) {
        const bool forPaths = pattern.find('/') != std::string::npos;
        return ::fnmatch(pattern.c_str(), forPaths ? path.c_str() : name.c_str(), FNM_PERIOD * forPaths) == 0;
    });
}

class Scan {
  public:
    Scan(const std::string& folder, const FolderRules& rules,
         const std::function<void(const FileState&)>& file,
         const std::function<void(const std::string&)>& subfolder, const base::CancelToken& cancel)
        : folder_(folder), rules_(rules), file_(file), subfolder_(subfolder), cancel_(cancel) {}

    void entry(const std::string& path, bool followLink) {
        struct stat about = {};
        if (::lstat(path.c_str(), &about) != 0) return;
        if (S_ISLNK(about.st_mode)) {
            if (::stat(path.c_str(), &about) != 0) return;
            if (S_ISDIR(about.st_mode) && !followLink) return;
        }
        if (S_ISDIR(about.st_mode)) {
            list(path);
        } else if (S_ISREG(about.st_mode)) {
            file_({path, static_cast<std::uint64_t>(about.st_size), about.st_mtime});
        }
    }

    ScanCounts counts;

  private:
    void list(const std::string& path) {
        if (subfolder_) subfolder_(path);
        std::error_code error;
        std::vector<std::string> names;
        fs::directory_iterator entries(path, error);
        for (; !error && entries != fs::directory_iterator(); entries.increment(error))
            names.push_back(entries->path().filename().string());
        counts.unreadable += static_cast<bool>(error);
        std::sort(names.begin(), names.end());
        for (const std::string& name : names) {
            if (cancel_.cancelled()) return;
            const std::string below = path + "/" + name;
            if (isExcluded(rules_, relativeTo(folder_, below)))
                ++counts.excluded;
            else
                entry(below, false);
        }
    }

    const std::string& folder_;
    const FolderRules& rules_;
    const std::function<void(const FileState&)>& file_;
    const std::function<void(const std::string&)>& subfolder_;
    const base::CancelToken& cancel_;
};

}  // namespace

const std::vector<std::string>& alwaysExcluded() {
    static const std::vector<std::string> patterns = {
        "node_modules", "__pycache__", "lost+found",   "$RECYCLE.BIN", "System Volume Information",
        "*.tmp",        "*.part",      "*.crdownload", "*.swp",        "*~",
        "~$*",          "*.pyc",       "*.o",          "*.lock",       "Thumbs.db"};
    return patterns;
}

bool isExcluded(const FolderRules& rules, std::string_view path) {
    for (std::size_t begin = 0; begin < path.size();) {
        const std::size_t end = std::min(path.find('/', begin), path.size());
        const std::string name(path.substr(begin, end - begin));
        const std::string whole(path.substr(0, end));
        if (!rules.hidden && name[0] == '.') return true;
        if (matchesAny(alwaysExcluded(), name, whole) || matchesAny(rules.exclude, name, whole)) return true;
        begin = end + 1;
    }
    return false;
}

std::string relativeTo(const std::string& folder, const std::string& path) {
    if (path == folder) return {};
    const std::string prefix = folder.ends_with('/') ? folder : folder + "/";
    return path.rfind(prefix, 0) == 0 ? path.substr(prefix.size()) : path;
}

ScanCounts scanFolder(const std::string& folder, const std::string& start, const FolderRules& rules,
                      const std::function<void(const FileState&)>& file,
                      const std::function<void(const std::string&)>& subfolder,
                      const base::CancelToken& cancel) {
    Scan scan(folder, rules, file, subfolder, cancel);
    if (start != folder && isExcluded(rules, relativeTo(folder, start)))
        ++scan.counts.excluded;
    else
        scan.entry(start, start == folder);
    return scan.counts;
}

}  // namespace hearth::rag
