#include "tools/clock_text.h"

#include <array>
#include <cstdio>

namespace hearth::agent::tools {

std::string clockText(const CivilTime& time) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%02d:%02d", time.hour, time.minute);
    return text.data();
}

std::string weekdayText(const Phrases& phrases, const CivilTime& time) {
    return phrases.day(time, phrase("EEEE"));
}

std::string dayText(const Phrases& phrases, const CivilTime& time) {
    return phrases.day(time, phrase("EEEE d MMMM y"));
}

}  // namespace hearth::agent::tools
