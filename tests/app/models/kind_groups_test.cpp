#include "models/kind_groups.h"

#include <gtest/gtest.h>

#include <map>

#include "privacy/finder.h"

namespace hearth::app {
namespace {

TEST(KindGroups, ReadAsPeopleSay) {
    for (const auto& [kind, text] :
         std::map<std::string, const char*>{{"US_SSN", "Social security number (USA)"},
                                            {"DE_TAX_ID", "Tax identification number (Germany)"},
                                            {"CREDIT_CARD", "Card number"},
                                            {"GPE", "City or country"},
                                            {"OF_TOMORROW", "OF_TOMORROW"}})
        EXPECT_EQ(kindText(kind), text);
}

TEST(KindGroups, EveryKindHasAGroupAndEveryGroupHasKinds) {
    std::map<KindGroup, int> counts;
    for (const std::string& kind : privacy::Finder().kinds()) ++counts[groupOf(kind)];
    for (const KindGroup group : kKindGroups) {
        EXPECT_GT(counts[group], 0) << titleOf(group).toStdString();
        EXPECT_FALSE(titleOf(group).isEmpty());
    }
    EXPECT_EQ(groupOf("API_KEY"), KindGroup::Keys);
    EXPECT_EQ(groupOf("DE_PASSPORT"), KindGroup::Authorities);
    EXPECT_EQ(groupOf("PERSON"), KindGroup::People);
}

}  // namespace
}  // namespace hearth::app
