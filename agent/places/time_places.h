// Time zones by the names that people give them: cities, countries, states, abbreviations ("EST", "Pacific").
// Names come from the time zone database and region names of ICU, and from a table of further cities. No
// state, any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hearth::agent {

struct TimePlace {
    std::string zone;  // "Asia/Tokyo"
    std::string name;  // "Tokyo"
};

// What `text` may mean: one zone, several for a country that spans them (one for each clock time at
// `instant`, seconds since 1970 UTC), none for a place that is not known.
std::vector<TimePlace> findTimePlaces(std::string_view text, std::int64_t instant);

// Seconds east of UTC in a zone at an instant; 0 for an unknown zone.
int offsetOf(const std::string& zone, std::int64_t instant);

// "UTC", "UTC+1", "UTC−3:30".
std::string offsetText(int secondsEast);

}  // namespace hearth::agent
