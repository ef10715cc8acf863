#include "system/system_state.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <sstream>
#include <thread>

#include "words/words.h"

namespace hearth::agent {

namespace fs = std::filesystem;

namespace {

// Files below /proc and /sys have no size; a few lines are all that is wanted of them.
std::string firstLine(const fs::path& path) {
    std::ifstream in(path);
    std::string line;
    std::getline(in, line);
    return words::trimmed(line);
}

std::optional<std::int64_t> number(const fs::path& path) {
    std::istringstream in(firstLine(path));
    std::int64_t value = 0;
    return in >> value ? std::optional(value) : std::nullopt;
}

// The entries of a folder in order of name; a folder that is not there has none.
std::vector<fs::path> entries(const fs::path& folder) {
    std::vector<fs::path> found;
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
        found.push_back(it->path());
    std::sort(found.begin(), found.end());
    return found;
}

}  // namespace

std::optional<Battery> readBattery(const fs::path& root) {
    for (const fs::path& supply : entries(root / "sys/class/power_supply")) {
        if (firstLine(supply / "type") != "Battery") continue;
        // The batteries of mice and headphones say so.
        if (firstLine(supply / "scope") == "Device") continue;
        if (auto percent = number(supply / "capacity"))
            return Battery{static_cast<int>(std::clamp<std::int64_t>(*percent, 0, 100)),
                           firstLine(supply / "status")};
    }
    return std::nullopt;
}

std::optional<Memory> readMemory(const fs::path& root) {
    std::ifstream in(root / "proc/meminfo");
    Memory memory;
    const std::array<std::pair<const char*, std::uint64_t*>, 4> wanted = {
        {{"MemTotal:", &memory.total},
         {"MemAvailable:", &memory.available},
         {"SwapTotal:", &memory.swapTotal},
         {"SwapFree:", &memory.swapFree}}};
    for (std::string line; std::getline(in, line);) {
        std::istringstream parts(line);
        std::string key;
        std::uint64_t kibibytes = 0;
        if (!(parts >> key >> kibibytes)) continue;
        for (auto& [name, target] : wanted)
            if (key == name) *target = kibibytes * 1024;
    }
    return memory.total > 0 ? std::optional(memory) : std::nullopt;
}

std::optional<Storage> readStorage(const fs::path& folder) {
    std::error_code error;
    const fs::space_info space = fs::space(folder, error);
    if (error || space.capacity == 0) return std::nullopt;
    return Storage{space.capacity, space.available};
}

std::optional<Processor> readProcessor(const fs::path& root) {
    std::ifstream in(root / "proc/cpuinfo");
    Processor processor;
    for (std::string line; std::getline(in, line);) {
        const std::size_t colon = line.find(':');
        if (colon == std::string::npos) continue;
        const std::string key = words::trimmed(line.substr(0, colon));
        if (key == "processor") ++processor.cores;
        if (key == "model name") processor.name = words::trimmed(line.substr(colon + 1));
    }
    std::istringstream load(firstLine(root / "proc/loadavg"));
    load >> processor.load;
    return processor.cores > 0 ? std::optional(processor) : std::nullopt;
}

std::vector<NetworkLink> readNetwork(const fs::path& root) {
    std::vector<NetworkLink> links;
    for (const fs::path& link : entries(root / "sys/class/net")) {
        const std::string name = link.filename().string();
        if (name == "lo") continue;
        std::error_code ignored;
        links.push_back(
            {name, fs::exists(link / "wireless", ignored), firstLine(link / "operstate") == "up"});
    }
    return links;
}

std::optional<std::int64_t> readUptime(const fs::path& root) {
    std::istringstream in(firstLine(root / "proc/uptime"));
    double seconds = 0;
    return in >> seconds ? std::optional(static_cast<std::int64_t>(seconds)) : std::nullopt;
}

std::optional<double> readTemperature(const fs::path& root) {
    std::optional<double> hottest;
    for (const fs::path& zone : entries(root / "sys/class/thermal"))
        if (zone.filename().string().rfind("thermal_zone", 0) == 0)
            if (auto milli = number(zone / "temp"); milli && *milli > 0)
                hottest = std::max(hottest.value_or(0), static_cast<double>(*milli) / 1000);
    return hottest;
}

std::string sizeText(std::uint64_t bytes, const Phrases& phrases) {
    static constexpr std::array<const char*, 6> kUnits = {"", "kB", "MB", "GB", "TB", "PB"};
    double value = static_cast<double>(bytes);
    std::size_t unit = 0;
    while (value >= 999.5 && unit + 1 < kUnits.size()) value /= 1000, ++unit;
    if (unit == 0) return phrases.say("{count, plural, one{# byte} other{# bytes}}", {{"count", bytes}});
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), value < 9.95 ? "%.1f %s" : "%.0f %s", value, kUnits[unit]);
    return phrases.numerals(text.data());
}

std::string spanText(std::int64_t seconds, const Phrases& phrases) {
    const auto counted = [&phrases](const char* one, std::int64_t count) {
        return phrases.say(one, {{"count", count}});
    };
    const auto both = [&phrases](const std::string& larger, const std::string& smaller) {
        return phrases.say("{larger}, {smaller}", {{"larger", larger}, {"smaller", smaller}});
    };
    constexpr const char* kMinutes = phrase("{count, plural, one{# minute} other{# minutes}}");
    constexpr const char* kHours = phrase("{count, plural, one{# hour} other{# hours}}");
    if (seconds < 60)
        return counted(phrase("{count, plural, one{# second} other{# seconds}}"),
                       std::max<std::int64_t>(seconds, 0));
    const std::int64_t minutes = seconds / 60;
    if (minutes < 60) return counted(kMinutes, minutes);
    const std::int64_t hours = minutes / 60;
    if (hours < 24) {
        const std::string whole = counted(kHours, hours);
        return minutes % 60 == 0 ? whole : both(whole, counted(kMinutes, minutes % 60));
    }
    const std::string days = counted(phrase("{count, plural, one{# day} other{# days}}"), hours / 24);
    return hours % 24 == 0 ? days : both(days, counted(kHours, hours % 24));
}

}  // namespace hearth::agent
