// A folder of iCalendar files, one event or to-do a file (vdir), also one folder deeper for collections of
// other programs. Reads only; changes go through FileChanges. Files that cannot be read are named in
// problems() and otherwise left alone.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "calendar/item.h"

namespace hearth::agent::calendar {

class CalendarFolder {
  public:
    // Reads all files now. A folder that does not exist is empty.
    CalendarFolder(const std::filesystem::path& dir, const std::string& zone);

    const std::vector<std::shared_ptr<const Item>>& items() const { return items_; }
    std::vector<Occurrence> occurrences(std::int64_t from, std::int64_t to) const {
        return occurrencesOf(items_, from, to, zone_);
    }
    // One line a file: "lunch.ics: This is no readable calendar file: …".
    const std::vector<std::string>& problems() const { return problems_; }

  private:
    void read(const std::filesystem::path& file);

    std::string zone_;
    std::vector<std::shared_ptr<const Item>> items_;
    std::vector<std::string> problems_;
};

}  // namespace hearth::agent::calendar
