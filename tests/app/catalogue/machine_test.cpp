#include "catalogue/machine.h"

#include <gtest/gtest.h>

#include <fstream>

#include "fakes/temporary_folder.h"

namespace hearth::app {
namespace {

namespace fs = std::filesystem;

TEST(Machine, IsReadFromTheKernel) {
    const tests::TemporaryFolder root;
    const auto put = [&](const std::string& file, const std::string& text) {
        fs::create_directories((root / file).parent_path());
        std::ofstream(root / file) << text;
    };
    put("proc/meminfo", "MemTotal:       16000000 kB\nMemFree: 1 kB\nMemAvailable:    9000000 kB\n");
    put("sys/class/drm/card0/device/vendor", "0x1002\n");
    put("sys/class/drm/card0/device/device", "0x744c\n");
    put("sys/class/drm/card0/device/mem_info_vram_total", "25753026560\n");
    put("sys/class/drm/card0-DP-1/status", "connected\n");
    put("sys/class/drm/card1/device/vendor", "0x1af4\n");  // of a virtual machine: nothing to compute with
    const Machine machine = lookAtMachine(root.path());
    EXPECT_EQ(machine.memoryBytes, 16'000'000ull * 1024);
    EXPECT_EQ(machine.freeMemoryBytes, 9'000'000ull * 1024);
    ASSERT_EQ(machine.graphics.size(), 1u);
    EXPECT_EQ(machine.graphics[0].name, "AMD 0x744c");
    EXPECT_EQ(machine.graphics[0].memoryBytes, 25'753'026'560u);
}

TEST(Machine, ThisOneHasMemoryAndCores) {
    const Machine machine = lookAtMachine();
    EXPECT_GE(machine.cores, 1);
    EXPECT_GE(machine.threads, machine.cores);
    EXPECT_GT(machine.memoryBytes, machine.freeMemoryBytes);
    EXPECT_GT(machine.freeMemoryBytes, 0u);
}

TEST(Machine, NothingToReadIsNoError) {
    const tests::TemporaryFolder empty;
    EXPECT_EQ(lookAtMachine(empty.path()).memoryBytes, 0u);
}

}  // namespace
}  // namespace hearth::app
