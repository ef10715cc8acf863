// Settings, what is stored, and wiping it, by the command line.
#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "app/cli/command_line.h"

namespace hearth::app {
namespace {

using Json = nlohmann::json;
namespace fs = std::filesystem;
using testing::HasSubstr;

TEST(SettingsCommand, ShowsAndChanges) {
    const CommandLine hearth;
    EXPECT_THAT(hearth.run("settings list").out, HasSubstr("network.offline = false  (default)"));
    EXPECT_EQ(hearth.run("settings set network.offline on").code, 0);
    EXPECT_EQ(hearth.run("settings get network.offline").out, "true\n");
    const Ran wrong = hearth.run("settings set window.look pink");
    EXPECT_EQ(wrong.code, 2);
    EXPECT_THAT(wrong.err, HasSubstr("system, light or dark"));
    EXPECT_EQ(hearth.run("settings get no.such").code, 2);
    for (const Json& one : Json::parse(hearth.run("settings list --json").out))
        EXPECT_EQ(one.at("chosen"), one.at("name") == "network.offline") << one;
}

TEST(SettingsCommand, GoOutAndComeBack) {
    const CommandLine hearth;
    ASSERT_EQ(hearth.run("settings set window.look dark").code, 0);
    const std::string file = hearth.file("kept.json");
    ASSERT_EQ(hearth.run("settings export '" + file + "'").code, 0);
    ASSERT_EQ(hearth.run("settings reset window.look").code, 0);
    EXPECT_EQ(hearth.run("settings get window.look").out, "system\n");
    EXPECT_EQ(hearth.run("settings import '" + file + "'").code, 0);
    EXPECT_EQ(hearth.run("settings get window.look").out, "dark\n");
    EXPECT_EQ(hearth.run("settings import -", "{}x").code, 2);
}

TEST(Wipe, CountsAsksAndDeletes) {
    const CommandLine hearth;
    EXPECT_THAT(hearth.run("wipe --yes").out, HasSubstr("logged actions"));  // the log it opened itself
    fs::create_directories(hearth.data() / "notes");
    std::ofstream(hearth.data() / "notes/a.md") << "a note";
    std::ofstream(hearth.data() / "mine.txt") << "mine";
    EXPECT_THAT(hearth.run("stored").out, HasSubstr("1 notes"));
    const Ran asked = hearth.run("wipe");
    EXPECT_EQ(asked.code, 3);
    EXPECT_THAT(asked.out, HasSubstr("1 notes"));
    EXPECT_TRUE(fs::exists(hearth.data() / "notes/a.md"));
    EXPECT_EQ(hearth.run("wipe --yes --keep nonsense").code, 2);
    EXPECT_EQ(hearth.run("wipe --yes --keep notes").code, 0);
    EXPECT_TRUE(fs::exists(hearth.data() / "notes/a.md"));
    EXPECT_EQ(hearth.run("wipe --yes").code, 0);
    EXPECT_FALSE(fs::exists(hearth.data() / "notes"));
    EXPECT_TRUE(fs::exists(hearth.data() / "mine.txt"));
}

}  // namespace
}  // namespace hearth::app
