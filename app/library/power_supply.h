// Whether this computer lives on its battery. Any thread.
#pragma once

#include <filesystem>

namespace hearth::app {

// `folder`: where the kernel tells of supplies. False where it tells of none.
bool onBattery(const std::filesystem::path& folder = "/sys/class/power_supply");

}  // namespace hearth::app
