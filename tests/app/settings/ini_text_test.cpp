#include "settings/ini_text.h"

#include <gtest/gtest.h>

namespace hearth::app {
namespace {

TEST(IniText, ReadsWhatTheWindowWrites) {
    const IniText ini(
        "[window]\nlook=2\r\ntext_scale=1.25\n\n[models]\n1\\path=\"/a=b;c.gguf\"\n2\\path=/\\x20ac/"
        "d\\n\nsize=2\n");
    EXPECT_EQ(ini.find("window", "look"), "2");
    EXPECT_EQ(ini.find("window", "text_scale"), "1.25");
    EXPECT_EQ(ini.find("models", "1\\path"), "/a=b;c.gguf");
    EXPECT_EQ(ini.find("models", "2\\path"), "/€/d\n");
    EXPECT_EQ(ini.find("window", "size"), std::nullopt);
    EXPECT_EQ(ini.find("none", "look"), std::nullopt);
}

TEST(IniText, ChangesOneLineAndKeepsTheRest) {
    IniText ini("[window]\nlook=2\n\n[other]\nstays=a, b\n");
    ini.set("window", "look", "0");
    ini.set("window", "width", "900");
    ini.set("network", "offline", "true");
    EXPECT_EQ(ini.text(), "[window]\nlook=0\nwidth=900\n\n[other]\nstays=a, b\n\n[network]\noffline=true\n");
    ini.remove("window", "width");
    EXPECT_EQ(ini.find("window", "width"), std::nullopt);
}

TEST(IniText, KeepsEveryValue) {
    for (const char* value : {"", "plain", " spaces ", "a\"b\\c", "a\nb\tc", "x=1;y,z", "日本語", "\\x41"}) {
        IniText ini("");
        ini.set("s", "k", value);
        EXPECT_EQ(IniText(ini.text()).find("s", "k"), value);
    }
}

}  // namespace
}  // namespace hearth::app
