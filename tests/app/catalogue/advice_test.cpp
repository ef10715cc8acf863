#include "catalogue/advice.h"

#include <gtest/gtest.h>

namespace hearth::app {
namespace {

TEST(BestModel, IsTheLargestThatRunsWell) {
    constexpr std::uint64_t kGiB = 1u << 30;
    Catalogue catalogue;
    for (const std::uint64_t gib : {1, 2, 5, 20}) {
        CatalogueModel model;
        model.id = std::to_string(gib);
        model.bytes = gib * kGiB;
        model.parameters = gib * 1'000'000'000;
        catalogue.models.push_back(model);
    }
    struct Case {
        std::uint64_t memory;
        double bandwidth;  // bytes a second; 0: not known
        const char* best;  // null: none
    };
    const Case cases[] = {
        {16 * kGiB, 0, "5"},    {16 * kGiB, 20e9, "2"},  // 5 GiB would write 2.8 tokens a second
        {4 * kGiB, 100e9, "2"}, {kGiB / 2, 100e9, nullptr}, {64 * kGiB, 1000e9, "20"},
    };
    for (const Case& c : cases) {
        Machine machine;
        machine.memoryBytes = machine.freeMemoryBytes = c.memory;
        machine.bandwidth = c.bandwidth;
        const CatalogueModel* best = bestModel(catalogue, machine);
        ASSERT_EQ(best != nullptr, c.best != nullptr) << c.memory;
        EXPECT_EQ(best == nullptr ? "" : best->id, c.best == nullptr ? "" : c.best) << c.memory;
    }
}

}  // namespace
}  // namespace hearth::app
