// Runs every fuzz target over its seed corpus, and over cheap mutations of each seed.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <vector>

#include "fuzz/targets.h"

namespace hearth::fuzz {
namespace {

namespace fs = std::filesystem;

struct Target {
    const char* name;
    void (*run)(const std::uint8_t* data, std::size_t size);
};

class Corpus : public testing::TestWithParam<Target> {};

std::vector<std::uint8_t> read(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

TEST_P(Corpus, SeedsAndTheirMutationsReturn) {
    const fs::path folder = fs::path(HEARTH_SOURCE) / "tests/fuzz/corpus" / GetParam().name;
    std::vector<fs::path> seeds;
    for (const auto& entry : fs::directory_iterator(folder)) seeds.push_back(entry.path());
    // Models whose numbers are known are seeds too.
    if (std::string(GetParam().name) == "model")
        for (const auto& entry : fs::directory_iterator(fs::path(HEARTH_SOURCE) / "tests/golden"))
            if (entry.path().extension() == ".gguf") seeds.push_back(entry.path());
    std::sort(seeds.begin(), seeds.end());
    ASSERT_FALSE(seeds.empty()) << folder;
    std::mt19937 random(1);
    for (const fs::path& seed : seeds) {
        SCOPED_TRACE(seed.string());
        const auto bytes = read(seed);
        GetParam().run(bytes.data(), bytes.size());
        for (int round = 0; round < 300 && !bytes.empty(); ++round) {
            auto changed = bytes;
            for (int i = 0; i < 1 + round % 4; ++i)
                changed[random() % changed.size()] ^= static_cast<std::uint8_t>(1u << (random() % 8));
            if (round % 3 == 0) changed.resize(random() % (changed.size() + 1));
            // A copy of exactly that length: reading one byte too far is then found by the sanitizer.
            const std::vector<std::uint8_t> exact(changed.begin(), changed.end());
            GetParam().run(exact.data(), exact.size());
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Targets, Corpus,
                         testing::Values(Target{"adapter", adapter}, Target{"answer", answer},
                                         Target{"calls", calls}, Target{"catalogue", catalogue},
                                         Target{"document", document}, Target{"exchange", exchange},
                                         Target{"frames", frames}, Target{"template", chatTemplate},
                                         Target{"gguf", gguf}, Target{"grammar", grammar},
                                         Target{"model", model}, Target{"personal", personal},
                                         Target{"schema", schema}, Target{"tokenizer", tokenizer}),
                         [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace hearth::fuzz
