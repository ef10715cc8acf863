#include <algorithm>

#include "fakes/fake_media_player.h"
#include "fakes/tool_fixture.h"

namespace hearth::tests {
namespace {

using IdentifyMusic = ToolFixture;

TEST_F(IdentifyMusic, SaysWhatPlays) {
    FakeMediaPlayer player(desktop_);
    EXPECT_EQ(perform("identify_music", {}).text, "Fake Player does not say what it plays.");
    player.load("Blue", "Ana", "Skies");
    EXPECT_EQ(perform("identify_music", {}).text, "Fake Player plays “Blue” by Ana (Skies).");
    player.properties["PlaybackStatus"] = {std::string("Paused"), false};
    EXPECT_EQ(perform("identify_music", {}).text, "Fake Player has “Blue” by Ana (Skies).");
}

TEST_F(IdentifyMusic, AsksBeforeItSearches) {
    const auto prepared = prepare("identify_music", {{"song", "Blue Train"}});
    EXPECT_EQ(prepared.waits, true);
    EXPECT_EQ(value(prepared, "search_words"), "Blue Train song");
    const auto none = tool("identify_music").run(prepare("identify_music", {}).fields, {});
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().code, base::ErrorCode::Unsupported);
    EXPECT_TRUE(desktop_.opened.empty());
}

}  // namespace
}  // namespace hearth::tests
