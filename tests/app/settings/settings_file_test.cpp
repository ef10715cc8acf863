#include "settings/settings_file.h"

#include <gmock/gmock.h>

#include <fstream>
#include <iterator>
#include <set>
#include <thread>

#include "fakes/temporary_folder.h"

namespace hearth::app {
namespace {

using base::ErrorCode;
using testing::HasSubstr;

TEST(SettingRegistry, EverySettingIsExplainedAndItsStandardFits) {
    std::set<std::string_view> names;
    for (const SettingSpec& spec : settingSpecs()) {
        EXPECT_TRUE(names.insert(spec.name).second) << spec.name;
        EXPECT_NE(spec.name.find('.'), std::string_view::npos) << spec.name;
        const std::string_view explanation = spec.explanation;
        EXPECT_FALSE(explanation.empty()) << spec.name;
        EXPECT_EQ(explanation.find('\n'), std::string_view::npos) << spec.name;
        EXPECT_EQ(std::string_view(spec.title).empty(), spec.remembered) << spec.name;
        EXPECT_EQ(spec.choices.size(), spec.choiceTitles.size()) << spec.name;
        for (const auto choice : spec.choices) EXPECT_TRUE(checkSetting(spec, choice)) << choice;
        const auto standard = checkSetting(spec, spec.standard);
        ASSERT_TRUE(standard) << standard.error().text();
        EXPECT_EQ(*standard, spec.standard);
        EXPECT_FALSE(rangeOf(spec).empty());
    }
}

TEST(SettingRegistry, ValuesAreChecked) {
    struct Case {
        const char *name, *value, *kept;  // null: does not fit
    };
    const Case cases[] = {
        {"network.offline", "on", "true"},
        {"network.offline", "0", "false"},
        {"network.offline", "perhaps", nullptr},
        {"window.text_scale", "1.50", "1.5"},
        {"window.text_scale", "3", nullptr},
        {"window.text_scale", "nan", nullptr},
        {"window.text_scale", "1.5x", nullptr},
        {"window.width", "900.5", nullptr},
        {"window.width", "900", "900"},
        {"window.look", "dark", "dark"},
        {"window.look", "2", "dark"},
        {"window.look", "3", nullptr},
        {"window.look", "pink", nullptr},
        {"window.accent", "#A8431B", "#a8431b"},
        {"window.accent", "#a8431", nullptr},
        {"window.accent", "#a8431g", nullptr},
        {"chat.model", "/a b.gguf", "/a b.gguf"},
        {"chat.model", "a\nb", nullptr},
    };
    for (const Case& c : cases) {
        const auto checked = checkSetting(*findSetting(c.name), c.value);
        ASSERT_EQ(checked.has_value(), c.kept != nullptr) << c.name << " " << c.value;
        EXPECT_EQ(checked.value_or(""), c.kept == nullptr ? "" : c.kept);
    }
    EXPECT_THAT(checkSetting(*findSetting("window.look"), "pink").error().text(),
                HasSubstr("system, light or dark"));
}

class SettingsFileTest : public testing::Test {
  protected:
    std::string content() const {
        std::ifstream in(settings_.file());
        return {std::istreambuf_iterator<char>(in), {}};
    }
    tests::TemporaryFolder folder_;
    SettingsFile settings_ = SettingsFile::in(folder_.path());
};

TEST_F(SettingsFileTest, StandardUntilChosen) {
    EXPECT_EQ(settings_.text("window.look"), "system");
    EXPECT_FALSE(settings_.isOn("network.offline"));
    ASSERT_TRUE(settings_.set("network.offline", "on"));
    EXPECT_TRUE(SettingsFile::in(folder_.path()).isOn("network.offline"));
    EXPECT_TRUE(settings_.get("network.offline")->chosen);
    ASSERT_TRUE(settings_.reset("network.offline"));
    EXPECT_FALSE(settings_.get("network.offline")->chosen);
    EXPECT_EQ(settings_.set("no.such", "1").error().code, ErrorCode::NotFound);
    EXPECT_EQ(settings_.set("window.look", "pink").error().code, ErrorCode::InvalidInput);
}

TEST_F(SettingsFileTest, ReadsOlderFilesAndKeepsWhatItDoesNotKnow) {
    std::ofstream(settings_.file()) << "[window]\nlook=1\ntext_scale=7\n\n[future]\nkey=@ByteArray(x)\n";
    EXPECT_EQ(settings_.text("window.look"), "light");
    EXPECT_EQ(settings_.text("window.text_scale"), "1");  // 7 does not fit
    ASSERT_TRUE(settings_.set("window.look", "dark"));
    EXPECT_THAT(content(), HasSubstr("key=@ByteArray(x)"));
    EXPECT_THAT(content(), HasSubstr("look=dark"));
}

TEST_F(SettingsFileTest, GoesOutAndComesBack) {
    ASSERT_TRUE(settings_.set("window.look", "dark"));
    ASSERT_TRUE(settings_.set("window.width", "900"));
    const std::string kept = settings_.exported();
    EXPECT_THAT(kept, HasSubstr("window.look"));
    EXPECT_THAT(kept, testing::Not(HasSubstr("window.width")));
    SettingsFile other(folder_ / "other/settings.ini");
    EXPECT_EQ(*other.import(kept), 1);
    EXPECT_EQ(other.text("window.look"), "dark");
    EXPECT_EQ(*other.import(R"({"network.offline": true, "window.text_scale": 1.5})"), 2);
    EXPECT_EQ(other.text("window.text_scale"), "1.5");
    for (const char* bad : {"", "[]", R"({"no.such":1})", R"({"window.look":"light","window.width":1})",
                            R"({"window.look":{}})"})
        EXPECT_FALSE(other.import(bad)) << bad;
    EXPECT_EQ(other.text("window.look"), "dark");  // all or nothing
}

TEST_F(SettingsFileTest, ManyWritersLoseNothing) {
    const auto write = [this](const char* name, const char* value) {
        for (int i = 0; i < 50; ++i) ASSERT_TRUE(SettingsFile::in(folder_.path()).set(name, value));
    };
    std::thread one(write, "window.width", "900");
    std::thread two(write, "window.height", "800");
    one.join();
    two.join();
    EXPECT_EQ(settings_.text("window.width"), "900");
    EXPECT_EQ(settings_.text("window.height"), "800");
}

}  // namespace
}  // namespace hearth::app
