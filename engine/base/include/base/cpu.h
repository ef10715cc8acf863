// What the processor can do. Read once at first use, constant from then on, usable from any thread.
#pragma once

#include <cstdint>
#include <string>

namespace hearth::base {

struct CpuInfo {
    std::string model;          // as the processor names itself, or "unknown"
    int logicalCores = 1;       // that this process may run on
    int physicalCores = 1;      // of those, counting the threads of one core once
    std::uint64_t l1Bytes = 0;  // data cache of a core; 0: unknown
    std::uint64_t l2Bytes = 0;  // of a core
    std::uint64_t l3Bytes = 0;  // of the package

    // Instruction sets that the processor has and the operating system saves.
    bool avx2 = false;        // AVX2, FMA and F16C together
    bool avx512 = false;      // AVX-512 F, BW, VL and DQ together
    bool avx512Vnni = false;  // with 8-bit dot products
};

const CpuInfo& cpuInfo();

}  // namespace hearth::base
