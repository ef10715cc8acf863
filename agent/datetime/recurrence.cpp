// Recurrences in the terms of RFC 5545, and the names of languages.
#include "agent/datetime.h"

namespace hearth::agent {

std::string Recurrence::rule() const {
    static constexpr const char* kFrequencies[] = {"SECONDLY", "MINUTELY", "HOURLY", "DAILY",
                                                   "WEEKLY",   "MONTHLY",  "YEARLY"};
    static constexpr const char* kDays[] = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
    std::string text = std::string("FREQ=") + kFrequencies[static_cast<int>(frequency)];
    if (interval > 1) text += ";INTERVAL=" + std::to_string(interval);
    if (month != 0) text += ";BYMONTH=" + std::to_string(month);
    for (std::size_t i = 0; i < monthDays.size(); ++i) {
        text += (i == 0 ? ";BYMONTHDAY=" : ",") + std::to_string(monthDays[i]);
    }
    for (std::size_t i = 0; i < days.size(); ++i) {
        text += i == 0 ? ";BYDAY=" : ",";
        if (days[i].nth != 0) text += std::to_string(days[i].nth);
        text += kDays[(days[i].weekday - 1) % 7];
    }
    return text;
}

std::optional<Language> languageFromTag(std::string_view tag) {
    const std::string_view code = tag.substr(0, tag.find_first_of("-_."));
    if (code == "en") return Language::English;
    if (code == "de") return Language::German;
    if (code == "fr") return Language::French;
    if (code == "es") return Language::Spanish;
    if (code == "zh") return Language::Chinese;
    return std::nullopt;
}

}  // namespace hearth::agent
