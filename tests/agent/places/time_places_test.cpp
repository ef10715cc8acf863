#include "places/time_places.h"

#include <gtest/gtest.h>

namespace hearth::agent {
namespace {

constexpr std::int64_t kNow = 1795361400;  // 2026-11-22T15:30:00Z

TEST(TimePlaces, KnowsHowPeopleNameZones) {
    const struct {
        const char* text;
        const char* zone;
    } cases[] = {
        {"Tokyo", "Asia/Tokyo"},
        {"new york city", "America/New_York"},
        {"las vegas, nv", "America/Los_Angeles"},
        {"the pacific time zone", "America/Los_Angeles"},
        {"EST", "America/New_York"},
        {"utc", "Etc/UTC"},
        {"france", "Europe/Paris"},
        {"France's timezone", "Europe/Paris"},
        {"Ireland", "Europe/Dublin"},
        {"São Paulo", "America/Sao_Paulo"},
        {"buenos aires", "America/Buenos_Aires"},
        {"sweden right now", "Europe/Stockholm"},
        {"munich, germany", "Europe/Berlin"},
        {"hong kong", "Asia/Hong_Kong"},
        {"london", "Europe/London"},
        {"england", "Europe/London"},
        {"california", "America/Los_Angeles"},
        {"mumbai", "Asia/Calcutta"},
    };
    for (const auto& c : cases) {
        const auto places = findTimePlaces(c.text, kNow);
        ASSERT_EQ(places.size(), 1u) << c.text;
        EXPECT_EQ(offsetOf(places[0].zone, kNow), offsetOf(c.zone, kNow))
            << c.text << " gave " << places[0].zone;
    }
    for (const char* text : {"", "nowhere", "time", "my house"})
        EXPECT_TRUE(findTimePlaces(text, kNow).empty()) << text;
}

TEST(TimePlaces, GivesEveryClockOfACountry) {
    const auto places = findTimePlaces("usa", kNow);
    ASSERT_GE(places.size(), 6u);
    EXPECT_EQ(places[0].name, "New York");
    EXPECT_EQ(findTimePlaces("germany", kNow).at(0).name, "Germany");
}

TEST(TimePlaces, WritesOffsets) {
    EXPECT_EQ(offsetText(0), "UTC");
    EXPECT_EQ(offsetText(3600), "UTC+1");
    EXPECT_EQ(offsetText(-12600), "UTC−3:30");
    EXPECT_EQ(offsetText(20700), "UTC+5:45");
}

}  // namespace
}  // namespace hearth::agent
