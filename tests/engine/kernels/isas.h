// The kernel tables that this machine can run, for tests that compare each with the reference.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "kernels/kernels.h"

namespace hearth::engine::testing {

inline std::vector<const Kernels*> availableKernels() {
    std::vector<const Kernels*> tables;
    for (const char* isa : {"reference", "avx2", "avx512"}) {
        if (const auto table = selectKernels(isa)) tables.push_back(*table);
    }
    return tables;
}

inline const Kernels& reference() {
    return *selectKernels("reference").value();
}

inline std::vector<float> randomValues(std::size_t count, unsigned seed, float spread = 1) {
    std::mt19937 random(seed);
    std::normal_distribution<float> normal(0, spread);
    std::vector<float> values(count);
    for (float& value : values) value = normal(random);
    return values;
}

inline std::string isaName(const ::testing::TestParamInfo<const Kernels*>& test) {
    return std::string(test.param->name);
}

}  // namespace hearth::engine::testing
