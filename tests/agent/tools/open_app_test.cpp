#include <gmock/gmock.h>

#include <algorithm>

#include "fakes/tool_fixture.h"

namespace hearth::tests {
namespace {

using testing::ElementsAre;

class OpenApp : public ToolFixture {
  protected:
    OpenApp() {
        context_.applicationDirs = {dir_ / "own", dir_ / "system"};
        put("system/firefox", "Firefox", "firefox %u", "Categories=WebBrowser;\n");
        put("system/epiphany", "Epiphany", "epiphany", "Categories=WebBrowser;\n");
        put("system/top", "Top", "top", "Terminal=true\n");
        put("system/hidden", "Secret", "secret", "");
        put("own/hidden", "Secret", "secret", "Hidden=true\n");
    }
    void put(const std::string& file, const std::string& name, const std::string& exec,
             const std::string& more) {
        write(dir_ / (file + ".desktop"),
              "[Desktop Entry]\nType=Application\nName=" + name + "\nExec=" + exec + "\n" + more);
    }
};

TEST_F(OpenApp, WaitsAndThenStartsTheProgram) {
    const auto prepared = prepare("open_app", {{"app", "firefox"}});
    EXPECT_EQ(prepared.summary, "Open Firefox");
    EXPECT_TRUE(desktop_.launched.empty());
    EXPECT_TRUE(tool("open_app").spec().writes);
    const auto outcome = tool("open_app").run(prepared.fields, {});
    ASSERT_TRUE(outcome);
    EXPECT_EQ(outcome->text, "Opened Firefox.");
    EXPECT_THAT(desktop_.launched, ElementsAre(ElementsAre("firefox")));
    perform("open_app", {{"app", "top"}});
    EXPECT_THAT(desktop_.launched.back(), ElementsAre("x-terminal-emulator", "-e", "top"));
}

TEST_F(OpenApp, AsksOrSaysWhatIsMissing) {
    EXPECT_EQ(prepare("open_app", {}).question, "Which program should I open?");
    const auto prepared = prepare("open_app", {{"app", "browser"}});
    EXPECT_EQ(prepared.question, "Which program do you mean?");
    EXPECT_THAT(prepared.fields.at(0).choices, ElementsAre("Epiphany", "Firefox"));
    for (const char* app : {"photoshop", "secret"}) {
        const auto missing = tool("open_app").prepare({"open_app", {{"app", app}}});
        ASSERT_FALSE(missing) << app;
        EXPECT_EQ(missing.error().code, base::ErrorCode::NotFound) << app;
    }
}

}  // namespace
}  // namespace hearth::tests
