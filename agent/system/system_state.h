// How this computer is doing, read from /proc and /sys: nothing is kept, everything is read anew. `root` is
// the folder that holds proc and sys ("/" on a real machine). What a machine does not have is absent, never
// invented. Sizes in bytes, times in seconds. Any thread.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "agent/phrases.h"

namespace hearth::agent {

struct Battery {
    int percent = 0;
    std::string status;  // "Charging", "Discharging", "Full", "Not charging"; as the kernel says it
};

struct Memory {
    std::uint64_t total = 0;
    std::uint64_t available = 0;
    std::uint64_t swapTotal = 0;
    std::uint64_t swapFree = 0;
};

struct Storage {
    std::uint64_t total = 0;
    std::uint64_t free = 0;  // that the user may fill
};

struct Processor {
    std::string name;  // empty where the kernel does not say
    int cores = 0;     // logical ones
    double load = 0;   // running tasks over the last minute
};

struct NetworkLink {
    std::string name;
    bool wireless = false;
    bool up = false;
};

std::optional<Battery> readBattery(const std::filesystem::path& root);
std::optional<Memory> readMemory(const std::filesystem::path& root);
// The file system that holds `folder`.
std::optional<Storage> readStorage(const std::filesystem::path& folder);
std::optional<Processor> readProcessor(const std::filesystem::path& root);
// All links but the loopback.
std::vector<NetworkLink> readNetwork(const std::filesystem::path& root);
std::optional<std::int64_t> readUptime(const std::filesystem::path& root);
// The hottest sensor in °C.
std::optional<double> readTemperature(const std::filesystem::path& root);

// "512 MB", "1.5 GB": powers of 1000, as shops and file managers count.
std::string sizeText(std::uint64_t bytes, const Phrases& phrases = {});
// "3 days, 4 hours", "12 minutes".
std::string spanText(std::int64_t seconds, const Phrases& phrases = {});

}  // namespace hearth::agent
