#include <gmock/gmock.h>

#include <algorithm>

#include "fakes/fake_media_player.h"
#include "fakes/tool_fixture.h"

namespace hearth::tests {
namespace {

using testing::ElementsAre;

class PlayMedia : public ToolFixture {
  protected:
    PlayMedia() {
        write(song_, "x");
        write(context_.homeDir / "Videos/Metropolis.mkv", "x");
    }
    std::filesystem::path song_ = context_.homeDir / "Music/John Coltrane/Blue Train.flac";
};

TEST_F(PlayMedia, PlaysTheUsersOwnFiles) {
    const auto prepared = prepare("play_music", {{"song", "blue train"}, {"artist", "coltrane"}});
    EXPECT_EQ(prepared.summary, "Play Blue Train.flac");
    EXPECT_EQ(perform("play_music", {{"song", "blue train"}}).text, "Opened Blue Train.flac.");
    EXPECT_THAT(desktop_.opened, ElementsAre(testing::EndsWith("Blue%20Train.flac")));
    FakeMediaPlayer player(desktop_);
    EXPECT_EQ(perform("play_media", {{"title", "Metropolis"}}).text,
              "Playing Metropolis.mkv on Fake Player.");
    EXPECT_THAT(player.commands, ElementsAre(testing::StartsWith("OpenUri file:///")));
}

TEST_F(PlayMedia, SearchesForTheRestAfterAsking) {
    const auto prepared = prepare("play_music", {{"genre", "bossa nova"}});
    EXPECT_EQ(value(prepared, "search_words"), "listen to bossa nova");
    EXPECT_EQ(prepared.warnings.size(), 1u);
    EXPECT_TRUE(desktop_.opened.empty());
    EXPECT_NE(prepare("play_media", {{"title", "Metropolis"}, {"service", "Netflix"}})
                  .warnings.at(0)
                  .find("service"),
              std::string::npos);
}

TEST_F(PlayMedia, JustPlaysOrSaysThatNothingCan) {
    EXPECT_FALSE(tool("play_music").prepare({"play_music", {}}));
    FakeMediaPlayer player(desktop_);
    EXPECT_EQ(perform("play_music", {}).text, "Playing on Fake Player.");
    EXPECT_THAT(player.commands, ElementsAre("Play"));
}

}  // namespace
}  // namespace hearth::tests
