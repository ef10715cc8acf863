#include "applications/desktop_entries.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace hearth::agent {
namespace {

using testing::ElementsAre;

TEST(DesktopEntries, ReadsNamesInTheUsersLanguage) {
    const std::string text =
        "# comment\n[Desktop Entry]\nType=Application\nName=Calculator\nName[de]=Taschenrechner\n"
        "GenericName=Calculator\nKeywords=sum;maths\\sand more;\nCategories=Utility;Calculator;\nExec=calc "
        "%U\n"
        "[Desktop Action new]\nName=Other\nExec=other\n";
    auto apps = parseDesktopEntry(text, "org.x.Calc", "de-AT");
    ASSERT_EQ(apps.size(), 1u);
    EXPECT_EQ(apps[0].name, "Taschenrechner");
    EXPECT_THAT(apps[0].keywords, ElementsAre("sum", "maths and more"));
    EXPECT_THAT(apps[0].command, ElementsAre("calc"));
    EXPECT_EQ(parseDesktopEntry(text, "x", "en")[0].name, "Calculator");
}

TEST(DesktopEntries, LeavesOutWhatMenusDoNotShow) {
    for (const char* text :
         {"", "[Desktop Entry]\nType=Link\nName=x\nExec=x\n",
          "[Desktop Entry]\nType=Application\nName=x\nExec=x\nNoDisplay=true\n",
          "[Desktop Entry]\nType=Application\nName=x\nExec=x\nHidden=true\n",
          "[Desktop Entry]\nType=Application\nName=x\n", "Name=x\nExec=x\nType=Application\n"})
        EXPECT_TRUE(parseDesktopEntry(text, "x", "en").empty()) << text;
}

TEST(DesktopEntries, SplitsCommandsWithoutAShell) {
    EXPECT_THAT(commandOf("firefox --new-window %u"), ElementsAre("firefox", "--new-window"));
    EXPECT_THAT(commandOf("\"/opt/My App/run\" \"a\\\"b\\$c\" 100%%"),
                ElementsAre("/opt/My App/run", "a\"b$c", "100%"));
    EXPECT_THAT(commandOf("sh -c \"rm x; y\""), ElementsAre("sh", "-c", "rm x; y"));
    EXPECT_THAT(commandOf("%U"), ElementsAre());
    EXPECT_THAT(commandOf(""), ElementsAre());
}

TEST(DesktopEntries, FindsWhatIsMeant) {
    auto app = [](const char* id, const char* name, const char* generic,
                  std::vector<std::string> categories) {
        return Application{id, name, generic, {}, std::move(categories), {id}, false};
    };
    const std::vector<Application> all = {app("firefox", "Firefox", "Web Browser", {"WebBrowser"}),
                                          app("org.gnome.Calculator", "Calculator", "", {"Calculator"}),
                                          app("code", "Visual Studio Code", "Text Editor", {"TextEditor"}),
                                          app("gedit", "Text Editor", "", {"TextEditor"}),
                                          app("vim", "Vim", "", {"TextEditor"})};
    const struct {
        const char* words;
        std::vector<std::string> ids;
    } cases[] = {
        {"firefox", {"firefox"}},
        {"the web browser", {"firefox"}},
        {"my browser", {"firefox"}},
        {"calculator app", {"org.gnome.Calculator"}},
        {"vs code", {}},
        {"visual studio", {"code"}},
        {"text editor", {"gedit"}},
        {"fierfox", {"firefox"}},
        {"firefix", {"firefox"}},
        {"photoshop", {}},
    };
    for (const auto& c : cases) {
        std::vector<std::string> ids;
        for (const auto& found : findApplications(all, c.words)) ids.push_back(found.id);
        EXPECT_EQ(ids, c.ids) << c.words;
    }
}

}  // namespace
}  // namespace hearth::agent
