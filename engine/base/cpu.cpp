#include "base/cpu.h"

#include <algorithm>
#include <fstream>
#include <set>
#include <thread>
#include <utility>

#if defined(__linux__)
#include <sched.h>
#include <unistd.h>
#endif

namespace hearth::base {
namespace {

void readFeatures(CpuInfo& info) {
#if defined(__x86_64__)
    __builtin_cpu_init();
    info.avx2 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
    info.avx512 = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
                  __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq");
    info.avx512Vnni = info.avx512 && __builtin_cpu_supports("avx512vnni");
#else
    (void)info;
#endif
}

#if defined(__linux__)
// A number from a file of /sys, or -1.
int readNumber(const std::string& path) {
    std::ifstream file(path);
    int value = -1;
    return file >> value ? value : -1;
}

std::uint64_t cacheSize(int name) {
    const long bytes = sysconf(name);
    return bytes > 0 ? static_cast<std::uint64_t>(bytes) : 0;
}

void readTopology(CpuInfo& info) {
    cpu_set_t allowed;
    CPU_ZERO(&allowed);
    if (sched_getaffinity(0, sizeof allowed, &allowed) != 0) return;
    std::set<std::pair<int, int>> cores;
    int logical = 0;
    for (int cpu = 0; cpu < CPU_SETSIZE; ++cpu) {
        if (!CPU_ISSET(cpu, &allowed)) continue;
        ++logical;
        const std::string folder = "/sys/devices/system/cpu/cpu" + std::to_string(cpu) + "/topology/";
        const int core = readNumber(folder + "core_id");
        const int package = readNumber(folder + "physical_package_id");
        // Where the system does not say, every processor counts as a core of its own.
        cores.insert(core < 0 ? std::pair(-1, cpu) : std::pair(package, core));
    }
    info.logicalCores = std::max(1, logical);
    info.physicalCores = std::max(1, static_cast<int>(cores.size()));
    info.l1Bytes = cacheSize(_SC_LEVEL1_DCACHE_SIZE);
    info.l2Bytes = cacheSize(_SC_LEVEL2_CACHE_SIZE);
    info.l3Bytes = cacheSize(_SC_LEVEL3_CACHE_SIZE);
}

std::string readModel() {
    std::ifstream file("/proc/cpuinfo");
    std::string line;
    while (std::getline(file, line)) {
        if (line.rfind("model name", 0) != 0) continue;
        const std::size_t colon = line.find(':');
        const std::size_t start =
            colon == std::string::npos ? colon : line.find_first_not_of(" \t", colon + 1);
        if (start != std::string::npos) return line.substr(start);
    }
    return "unknown";
}
#else
void readTopology(CpuInfo& info) {
    const int logical = static_cast<int>(std::thread::hardware_concurrency());
    info.logicalCores = info.physicalCores = std::max(1, logical);
}

std::string readModel() {
    return "unknown";
}
#endif

CpuInfo readCpu() {
    CpuInfo info;
    readFeatures(info);
    readTopology(info);
    info.model = readModel();
    return info;
}

}  // namespace

const CpuInfo& cpuInfo() {
    static const CpuInfo info = readCpu();
    return info;
}

}  // namespace hearth::base
