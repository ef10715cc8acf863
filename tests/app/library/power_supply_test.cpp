#include "library/power_supply.h"

#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <string>

#include "fakes/temporary_folder.h"

namespace hearth::app {
namespace {

namespace fs = std::filesystem;
using Supply = std::map<std::string, std::string>;  // file and what is in it

TEST(PowerSupply, BatteryMeansNothingElseFeedsTheComputer) {
    const Supply mains = {{"type", "Mains"}, {"online", "1"}},
                 unplugged = {{"type", "Mains"}, {"online", "0"}};
    const Supply draining = {{"type", "Battery"}, {"status", "Discharging"}};
    const Supply charging = {{"type", "Battery"}, {"status", "Charging"}};
    const Supply mouse = {{"type", "Battery"}, {"status", "Discharging"}, {"scope", "Device"}};
    const std::vector<std::pair<std::vector<Supply>, bool>> cases = {
        {{}, false},        {{mains}, false},           {{unplugged, draining}, true},
        {{draining}, true}, {{mains, charging}, false}, {{mains, draining}, false},  // a weak supply
        {{mouse}, false},   {{unplugged, mouse}, false}};
    for (const auto& [supplies, battery] : cases) {
        const tests::TemporaryFolder folder;
        for (std::size_t i = 0; i < supplies.size(); ++i) {
            fs::create_directory(folder / std::to_string(i));
            for (const auto& [file, word] : supplies[i])
                std::ofstream(folder / std::to_string(i) / file) << word << "\n";
        }
        EXPECT_EQ(onBattery(folder.path()), battery);
    }
    EXPECT_FALSE(onBattery("/nowhere"));
}

}  // namespace
}  // namespace hearth::app
