#include "privacy/kind_names.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "privacy/finder.h"

namespace hearth::privacy {
namespace {

TEST(KindNames, EveryKindHasOneOfItsOwn) {
    std::vector<std::string> kinds = Finder().kinds();
    for (const char* kind : {"PERSON", "ORGANIZATION", "GPE", "STREET_ADDRESS", "NRP"})
        kinds.emplace_back(kind);
    std::set<std::string> names;
    for (const std::string& kind : kinds) {
        const char* name = kindName(kind);
        ASSERT_NE(name, nullptr) << kind;
        EXPECT_TRUE(names.insert(name).second) << name;
    }
    EXPECT_EQ(kindName("OF_TOMORROW"), nullptr);
    EXPECT_STREQ(kindName("US_SSN"), "Social security number (USA)");
}

}  // namespace
}  // namespace hearth::privacy
