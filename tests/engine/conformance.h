// Files of expected numbers that a reference engine gave. They are not in the repository: without the folder
// of shared data tests that need them say so and are skipped.
#pragma once

#include <zlib.h>

#include <filesystem>
#include <vector>

#include "engine/tokenizer.h"

namespace hearth::tests {

// The prompt of all of them.
inline const std::vector<engine::TokenId> kConformancePrompt = {1,  72, 101, 108, 108, 111, 44,  250,
                                                                33, 17, 99,  200, 5,   61,  128, 77};

inline std::filesystem::path conformanceFolder() {
    return std::filesystem::path(HEARTH_SHARED) / "conformance/logits";
}

// `count` float32 from a gzip file; empty where it holds fewer.
inline std::vector<float> readFloats(const std::filesystem::path& path, std::size_t count) {
    std::vector<float> out(count);
    const gzFile file = gzopen(path.c_str(), "rb");
    if (!file) return {};
    const auto bytes = static_cast<unsigned>(out.size() * sizeof(float));
    const bool whole = gzread(file, out.data(), bytes) == static_cast<int>(bytes);
    gzclose(file);
    return whole ? out : std::vector<float>();
}

// Σ (got - expected)² / Σ expected²
inline double nmse(const std::vector<float>& got, const std::vector<float>& expected) {
    double difference = 0;
    double size = 0;
    for (std::size_t i = 0; i < expected.size(); ++i) {
        const double d = static_cast<double>(got[i]) - expected[i];
        difference += d * d;
        size += static_cast<double>(expected[i]) * expected[i];
    }
    return difference / size;
}

}  // namespace hearth::tests
