#include <algorithm>

#include "fakes/fake_media_player.h"
#include "fakes/tool_fixture.h"

namespace hearth::tests {
namespace {

class AddToPlaylist : public ToolFixture {
  protected:
    AddToPlaylist() { write(song_, "x"); }
    std::filesystem::path song_ = context_.homeDir / "Music/Blue Train.flac";
    std::filesystem::path list_ = context_.homeDir / "Music/Jazz.m3u8";
};

TEST_F(AddToPlaylist, WritesAPlaylistAndUndoTakesItBack) {
    const auto first = perform("add_to_playlist", {{"playlist", "my jazz playlist"}, {"song", "blue train"}});
    EXPECT_EQ(first.text, "Added “Blue Train” to the playlist “Jazz”.");
    EXPECT_EQ(read(list_), "#EXTM3U\n" + song_.string() + "\n");
    ASSERT_TRUE(tool("add_to_playlist").undo(first.undo));
    EXPECT_FALSE(std::filesystem::exists(list_));
}

TEST_F(AddToPlaylist, TakesWhatPlays) {
    FakeMediaPlayer player(desktop_);
    player.load("Blue Train", "", "");
    EXPECT_EQ(prepare("add_to_playlist", {{"playlist", "jazz"}, {"song", "this song"}}).summary,
              "Add “Blue Train” to the playlist “Jazz”");
}

TEST_F(AddToPlaylist, AsksOrSaysWhatIsMissing) {
    EXPECT_EQ(prepare("add_to_playlist", {}).question, "Onto which playlist?");
    EXPECT_EQ(prepare("add_to_playlist", {{"playlist", "jazz"}}).questionField, "song");
    EXPECT_FALSE(tool("add_to_playlist").prepare({"x", {{"playlist", "jazz"}, {"song", "unknown melody"}}}));
}

}  // namespace
}  // namespace hearth::tests
