// How much memory programs may still take on this computer.
#pragma once

#include <cstdint>
#include <optional>

namespace hearth::app {

// Bytes, without swapping (MemAvailable of /proc/meminfo); nothing where the system does not say.
std::optional<std::uint64_t> freeMemory();

}  // namespace hearth::app
