// Which tools a request is offered.
#include "routing/tool_ranking.h"

#include <gmock/gmock.h>

#include <algorithm>

#include "fakes/tool_fixture.h"

namespace hearth::agent {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using Strings = std::vector<std::string>;

TEST(Terms, AreWordsWithoutEndings) {
    EXPECT_THAT(termsOf("Please set the Timers, it's cooking!"), ElementsAre("set", "timer", "cook"));
    EXPECT_EQ(termsOf("reminder"), termsOf("reminders"));
    EXPECT_EQ(termsOf("cancelled batteries"), termsOf("cancelling battery"));
    EXPECT_THAT(termsOf("  ?! the a "), IsEmpty());
    EXPECT_THAT(termsOf("Über Straße"), testing::SizeIs(2));
}

class ToolRankingTest : public tests::ToolFixture {
  protected:
    Strings best(const std::string& request, const std::vector<ToolRanking::Likely>& likely = {}) {
        auto ranked = ToolRanking(registry_.specs()).rank(request, likely);
        EXPECT_EQ(ranked.size(), registry_.size());
        ranked.resize(std::min(ranked.size(), kOfferedTools));
        return ranked;
    }
};

TEST_F(ToolRankingTest, WordsFindTheToolThatTheyDescribe) {
    const std::pair<const char*, const char*> cases[] = {
        {"set a timer for ten minutes", "set_timer"},
        {"wake me with an alarm at seven", "set_alarm"},
        {"which events are on my calendar", "list_events"},
        {"add butter to the shopping list", "add_list_item"},
        {"turn the volume up", "change_volume"},
        {"send an email to Ana", "send_email"},
    };
    for (const auto& [request, tool] : cases) {
        if (registry_.find(tool) == nullptr) continue;
        EXPECT_THAT(best(request), Contains(tool)) << request;
    }
}

TEST_F(ToolRankingTest, TheBuiltInModelMayPick) {
    const auto picked =
        best("qwertz uiop", {{"get_weather", 0.6}, {"create_note", 0.3}, {"irrelevant", 0.1}});
    EXPECT_EQ(picked[0], "get_weather");
    EXPECT_EQ(picked[1], "create_note");
}

TEST(OfferedTools, KeepCardsAndWhatWasThere) {
    const Strings ranked{"a", "b", "c", "d", "e", "f", "g", "h", "i", "j"};
    EXPECT_THAT(offeredTools(ranked, {}, {}), ElementsAre("a", "b", "c", "d", "e", "f", "g", "h"));
    EXPECT_THAT(offeredTools(ranked, {"z"}, {}), ElementsAre("a", "b", "c", "d", "e", "f", "g", "z"));
    const Strings before{"a", "b", "c", "x"};
    EXPECT_EQ(offeredTools(ranked, {}, before), before) << "the best three are in it";
    EXPECT_THAT(offeredTools(ranked, {"z"}, before), Contains("z"));
    EXPECT_THAT(offeredTools({"q", "a", "b"}, {}, before), ElementsAre("a", "b", "q"));
}

}  // namespace
}  // namespace hearth::agent
