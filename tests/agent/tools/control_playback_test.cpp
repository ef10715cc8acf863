#include <gmock/gmock.h>

#include <algorithm>

#include "fakes/fake_media_player.h"
#include "fakes/tool_fixture.h"

namespace hearth::tests {
namespace {

using testing::ElementsAre;

using ControlPlayback = ToolFixture;

TEST_F(ControlPlayback, TellsThePlayer) {
    FakeMediaPlayer player(desktop_);
    const auto paused = perform("control_playback", {{"action", "pause"}});
    EXPECT_EQ(paused.text, "Paused Fake Player.");
    EXPECT_THAT(player.commands, ElementsAre("Pause"));
    ASSERT_TRUE(tool("control_playback").undo(paused.undo));
    EXPECT_THAT(player.commands, ElementsAre("Pause", "Play"));
    EXPECT_EQ(prepare("control_playback", {{"action", "next"}}).summary, "Next on Fake Player");
}

TEST_F(ControlPlayback, TurnsSwitches) {
    FakeMediaPlayer player(desktop_);
    player.properties["Shuffle"] = {false, false};
    EXPECT_EQ(perform("control_playback", {{"action", "shuffle"}}).text, "Shuffle is on on Fake Player.");
    EXPECT_EQ(perform("control_playback", {{"action", "shuffle"}}).text, "Shuffle is off on Fake Player.");
    const auto fields = prepare("control_playback", {{"action", "repeat"}}).fields;
    EXPECT_FALSE(tool("control_playback").run(fields, {}));
}

TEST_F(ControlPlayback, PrefersThePlayerThatPlays) {
    FakeMediaPlayer idle(desktop_, "a");
    idle.properties["PlaybackStatus"] = {std::string("Stopped"), false};
    FakeMediaPlayer busy(desktop_, "b");
    perform("control_playback", {{"action", "pause"}});
    EXPECT_TRUE(idle.commands.empty());
    EXPECT_THAT(busy.commands, ElementsAre("Pause"));
}

TEST_F(ControlPlayback, SaysWhenThereIsNoPlayer) {
    const auto prepared = tool("control_playback").prepare({"control_playback", {{"action", "pause"}}});
    ASSERT_FALSE(prepared);
    EXPECT_EQ(prepared.error().code, base::ErrorCode::Unsupported);
    EXPECT_FALSE(tool("control_playback").prepare({"control_playback", {{"action", "dance"}}}));
    EXPECT_EQ(prepare("control_playback", {}).question, "What should the player do?");
}

}  // namespace
}  // namespace hearth::tests
