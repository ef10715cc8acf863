#include <algorithm>

#include "fakes/tool_fixture.h"

namespace hearth::tests {
namespace {

using GetSetting = ToolFixture;

TEST_F(GetSetting, LeavesOutWhatTheDesktopDoesNotTell) {
    context_.systemRoot = dir_ / "root";
    const auto none = tool("get_setting").run(prepare("get_setting", {}).fields, {});
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().message, "This desktop tells me nothing about its settings.");
    write(context_.systemRoot / "sys/class/backlight/a/brightness", "30\n");
    write(context_.systemRoot / "sys/class/backlight/a/max_brightness", "60\n");
    EXPECT_EQ(perform("get_setting", {}).text, "The brightness is at 50%.");
}

TEST_F(GetSetting, SaysWhatItDoesNotKnow) {
    const auto unknown =
        tool("get_setting").run(prepare("get_setting", {{"setting", "tyre pressure"}}).fields, {});
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error().code, base::ErrorCode::Unsupported);
}

}  // namespace
}  // namespace hearth::tests
