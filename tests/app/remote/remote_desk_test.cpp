#include "remote/remote_desk.h"

#include <gtest/gtest.h>

#include "fakes/temporary_folder.h"
#include "settings/settings_file.h"

namespace hearth::app {
namespace {

TEST(RemoteDesk, HeedsThePatienceThatIsSet) {
    const tests::TemporaryFolder folder;
    const auto desk = RemoteDesk::open({folder.path(),
                                        HEARTH_SOURCE "/assets/models/names.tagger",
                                        {"https://gateway.example.org/v1", "large", ""}});
    ASSERT_TRUE(desk) << desk.error().text();
    EXPECT_EQ((*desk)->handOver().patience(), 60);
    for (const auto& [chosen, seconds] : {std::pair{"15", 15.0}, {"0", 0.0}, {"300", 300.0}}) {
        ASSERT_TRUE(SettingsFile::in(folder.path()).set("remote.patience", chosen));
        EXPECT_EQ((*desk)->handOver().patience(), seconds);
    }
    EXPECT_FALSE(SettingsFile::in(folder.path()).set("remote.patience", "soon"));
}

}  // namespace
}  // namespace hearth::app
