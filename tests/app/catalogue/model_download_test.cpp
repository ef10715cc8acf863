#include "catalogue/model_download.h"

#include <gtest/gtest.h>

namespace hearth::app {
namespace {

TEST(ModelRules, AllowTheHostsOfTheCatalogueForModelsAlone) {
    Catalogue catalogue;
    catalogue.hosts = {"huggingface.co", "*.hf.co"};
    const auto rules = modelRules(catalogue);
    ASSERT_EQ(rules.size(), 2u);
    for (const auto& rule : rules) EXPECT_EQ(rule.purpose, "models");
    EXPECT_EQ(rules[1].host, "*.hf.co");
}

}  // namespace
}  // namespace hearth::app
