#include "library/power_supply.h"

#include <fstream>
#include <string>

namespace hearth::app {

namespace fs = std::filesystem;

namespace {

std::string wordOf(const fs::path& file) {
    std::string word;
    std::ifstream(file) >> word;
    return word;
}

}  // namespace

// A battery of a mouse says "Discharging" too; its scope is "Device".
bool onBattery(const fs::path& folder) {
    std::error_code error;
    bool discharging = false;
    for (const auto& supply : fs::directory_iterator(folder, error)) {
        const std::string type = wordOf(supply.path() / "type");
        if ((type == "Mains" || type == "USB") && wordOf(supply.path() / "online") == "1") return false;
        if (type == "Battery" && wordOf(supply.path() / "scope") != "Device")
            discharging = discharging || wordOf(supply.path() / "status") == "Discharging";
    }
    return discharging;
}

}  // namespace hearth::app
