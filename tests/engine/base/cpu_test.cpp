#include "base/cpu.h"

#include <gtest/gtest.h>

namespace hearth::base {
namespace {

TEST(CpuInfo, CountsCoresAndKeepsToNestedInstructionSets) {
    const CpuInfo& cpu = cpuInfo();
    EXPECT_FALSE(cpu.model.empty());
    EXPECT_GE(cpu.physicalCores, 1);
    EXPECT_GE(cpu.logicalCores, cpu.physicalCores);
    if (cpu.avx512Vnni) {
        EXPECT_TRUE(cpu.avx512);
    }
    if (cpu.avx512) {
        EXPECT_TRUE(cpu.avx2);
    }
}

}  // namespace
}  // namespace hearth::base
