#include "catalogue/machine.h"

#include <dlfcn.h>

#include <algorithm>
#include <charconv>
#include <fstream>
#include <sstream>

#include "base/cpu.h"

namespace hearth::app {

namespace fs = std::filesystem;

namespace {

std::string firstLine(const fs::path& file) {
    std::ifstream in(file);
    std::string line;
    std::getline(in, line);
    return line;
}

// "MemTotal:       24689864 kB"
std::uint64_t memoryLine(const fs::path& root, const std::string& name) {
    std::ifstream in(root / "proc/meminfo");
    for (std::string line; std::getline(in, line);) {
        std::istringstream words(line);
        std::string key;
        std::uint64_t kilobytes = 0;
        if (words >> key >> kilobytes && key == name + ":") return kilobytes * 1024;
    }
    return 0;
}

// PCI vendors (pci.ids of the PCI-SIG) that make what models could run on.
std::string vendorName(const std::string& id) {
    if (id == "0x10de") return "NVIDIA";
    if (id == "0x1002") return "AMD";
    if (id == "0x8086") return "Intel";
    if (id == "0x5143") return "Qualcomm";
    return {};
}

std::vector<GraphicsCard> graphicsCards(const fs::path& root) {
    std::vector<GraphicsCard> cards;
    std::error_code none;
    for (const auto& entry : fs::directory_iterator(root / "sys/class/drm", none)) {
        const std::string name = entry.path().filename().string();
        if (!name.starts_with("card") || name.find('-') != std::string::npos)
            continue;  // "card0-DP-1" is a plug
        const fs::path device = entry.path() / "device";
        const std::string vendor = vendorName(firstLine(device / "vendor"));
        if (vendor.empty()) continue;
        GraphicsCard card;
        card.name = vendor + " " + firstLine(device / "device");
        const std::string memory = firstLine(device / "mem_info_vram_total");  // amdgpu alone tells
        std::from_chars(memory.data(), memory.data() + memory.size(), card.memoryBytes);
        cards.push_back(std::move(card));
    }
    std::sort(cards.begin(), cards.end(),
              [](const GraphicsCard& a, const GraphicsCard& b) { return a.name < b.name; });
    return cards;
}

bool vulkanLoaderInstalled() {
    void* library = ::dlopen("libvulkan.so.1", RTLD_LAZY | RTLD_LOCAL);
    if (library == nullptr) return false;
    ::dlclose(library);
    return true;
}

}  // namespace

Machine lookAtMachine(const fs::path& root) {
    const base::CpuInfo& cpu = base::cpuInfo();
    Machine machine;
    machine.cpu = cpu.model;
    machine.cores = cpu.physicalCores;
    machine.threads = cpu.logicalCores;
    if (cpu.avx2) machine.instructions.emplace_back("AVX2");
    if (cpu.avx512) machine.instructions.emplace_back("AVX-512");
    if (cpu.avx512Vnni) machine.instructions.emplace_back("AVX-512 VNNI");
    machine.memoryBytes = memoryLine(root, "MemTotal");
    machine.freeMemoryBytes = memoryLine(root, "MemAvailable");
    machine.graphics = graphicsCards(root);
    machine.vulkan = vulkanLoaderInstalled();
    return machine;
}

}  // namespace hearth::app
