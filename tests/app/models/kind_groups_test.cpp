#include "models/kind_groups.h"

#include <gtest/gtest.h>

#include <map>

#include "privacy/finder.h"

namespace hearth::app {
namespace {

TEST(KindGroups, ReadAsPeopleSay) {
    for (const auto& [kind, text] : std::map<std::string, const char*>{{"US_SSN", "US SSN"},
                                                                       {"DE_TAX_ID", "DE tax ID"},
                                                                       {"CREDIT_CARD", "Credit card"},
                                                                       {"IP_ADDRESS", "IP address"},
                                                                       {"GPE", "Places"},
                                                                       {"URL", "URL"}})
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
