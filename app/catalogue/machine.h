// What this machine is, as far as running models is concerned. Reads files of the kernel; any thread.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace hearth::app {

struct GraphicsCard {
    std::string name;               // "AMD", "NVIDIA 0x2684"
    std::uint64_t memoryBytes = 0;  // of its own; 0: shared with the processor, or not known
};

struct Machine {
    std::string cpu;
    int cores = 1;                          // physical
    int threads = 1;                        // logical
    std::vector<std::string> instructions;  // sets that the engine has kernels for: "AVX2", "AVX-512", …
    std::uint64_t memoryBytes = 0;
    std::uint64_t freeMemoryBytes = 0;  // that programs could have now
    double bandwidth = 0;               // bytes a second from memory; 0: not measured
    std::vector<GraphicsCard> graphics;
    bool vulkan = false;  // the loader is installed
};

// Without the bandwidth, which takes a moment: engine::memoryBandwidth(). `root`: below which /proc and /sys
// lie.
Machine lookAtMachine(const std::filesystem::path& root = "/");

}  // namespace hearth::app
