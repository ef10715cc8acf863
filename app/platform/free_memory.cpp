#include "platform/free_memory.h"

#include <fstream>
#include <string>

namespace hearth::app {

std::optional<std::uint64_t> freeMemory() {
    std::ifstream info("/proc/meminfo");
    std::string name;
    std::string unit;
    for (std::uint64_t kilobytes = 0; info >> name >> kilobytes; std::getline(info, unit))
        if (name == "MemAvailable:") return kilobytes * 1024;
    return std::nullopt;
}

}  // namespace hearth::app
