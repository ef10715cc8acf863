#include "calendar/calendar_folder.h"

#include <algorithm>

#include "agent/file_changes.h"

namespace hearth::agent::calendar {

namespace fs = std::filesystem;

namespace {

bool isCalendarFile(const fs::path& path) {
    return path.extension() == ".ics" && !path.filename().string().starts_with('.');
}

std::vector<fs::path> filesOf(const fs::path& dir) {
    std::vector<fs::path> files;
    std::error_code error;
    for (fs::directory_iterator it(dir, error), end; !error && it != end; it.increment(error)) {
        const fs::path path = it->path();
        std::error_code kindError;
        if (it->is_directory(kindError) && !path.filename().string().starts_with('.')) {
            std::error_code innerError;
            for (fs::directory_iterator inner(path, innerError); !innerError && inner != end;
                 inner.increment(innerError))
                if (isCalendarFile(inner->path())) files.push_back(inner->path());
        } else if (isCalendarFile(path)) {
            files.push_back(path);
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace

CalendarFolder::CalendarFolder(const fs::path& dir, const std::string& zone) : zone_(zone) {
    for (const fs::path& file : filesOf(dir)) read(file);
}

void CalendarFolder::read(const fs::path& file) {
    auto text = readFile(file);
    if (!text) {
        problems_.push_back(file.filename().string() + ": " + text.error().message);
        return;
    }
    auto items = readItems(*text, file, zone_);
    if (!items) {
        problems_.push_back(file.filename().string() + ": " + items.error().message);
        return;
    }
    for (Item& item : *items) items_.push_back(std::make_shared<const Item>(std::move(item)));
}

}  // namespace hearth::agent::calendar
