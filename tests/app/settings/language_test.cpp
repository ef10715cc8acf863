// The language of the agent: the setting first, then the environment as POSIX orders it.
#include "settings/language.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include "fakes/temporary_folder.h"
#include "settings/settings_file.h"

namespace hearth::app {
namespace {

class LanguageTag : public testing::Test {
  protected:
    LanguageTag() {
        for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) ::unsetenv(name);
    }
};

TEST_F(LanguageTag, IsTheChosenOne) {
    ::setenv("LANG", "zh_CN.UTF-8", 1);
    EXPECT_EQ(languageTag("de"), "de");
    EXPECT_EQ(languageTag("system"), "zh_CN.UTF-8");
}

TEST_F(LanguageTag, FollowsTheEnvironment) {
    EXPECT_EQ(languageTag("system"), "en");
    ::setenv("LANG", "de_DE.UTF-8", 1);
    EXPECT_EQ(languageTag("system"), "de_DE.UTF-8");
    ::setenv("LC_MESSAGES", "zh_CN.UTF-8", 1);
    EXPECT_EQ(languageTag("system"), "zh_CN.UTF-8");
    ::setenv("LC_ALL", "C", 1);
    EXPECT_EQ(languageTag("system"), "C");
}

TEST_F(LanguageTag, IsReadFromTheDataFolder) {
    const tests::TemporaryFolder folder;
    EXPECT_EQ(languageTagIn(folder.path()), "en");
    auto settings = SettingsFile::in(folder.path());
    ASSERT_TRUE(settings.set("window.language", "de"));
    EXPECT_EQ(languageTagIn(folder.path()), "de");
}

}  // namespace
}  // namespace hearth::app
