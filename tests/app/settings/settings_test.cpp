// The settings as the window has them: one file, written by earlier versions too, and followed.
#include "settings/settings.h"

#include <gmock/gmock.h>

#include <QSettings>
#include <QSignalSpy>
#include <QTest>
#include <fstream>

#include "fakes/temporary_folder.h"

namespace hearth::app {
namespace {

class SettingsTest : public testing::Test {
  protected:
    QString path(const char* name) const { return QString::fromStdString((folder / name).string()); }
    QUrl url(const char* name) const { return QUrl::fromLocalFile(path(name)); }
    tests::TemporaryFolder folder;
};

TEST_F(SettingsTest, ReadsWhatEarlierVersionsWrote) {
    const QString model = QStringLiteral("/media/stick/Qwen3, 4B – größer.gguf");
    {
        QSettings old(path("settings.ini"), QSettings::IniFormat);
        old.setValue(QStringLiteral("window/look"), 2);
        old.setValue(QStringLiteral("window/text_scale"), 1.3);
        old.setValue(QStringLiteral("window/reduced_motion"), true);
        old.setValue(QStringLiteral("window/width"), 900);
        old.setValue(QStringLiteral("chat/model"), model);
    }
    const Settings settings(folder / "settings.ini");
    EXPECT_EQ(settings.look(), Settings::Look::Dark);
    EXPECT_DOUBLE_EQ(settings.textScale(), 1.3);
    EXPECT_TRUE(settings.reducedMotion());
    EXPECT_EQ(settings.windowWidth(), 900);
    EXPECT_EQ(settings.chatModel(), model);
}

TEST_F(SettingsTest, KeepsWhatIsChosenAndSaysWhatDoesNotFit) {
    {
        Settings settings(folder / "settings.ini");
        QSignalSpy changed(&settings, &Settings::changed);
        settings.setTextScale(7);
        EXPECT_DOUBLE_EQ(settings.textScale(), 2);
        settings.setTextScale(2);
        EXPECT_EQ(changed.size(), 1) << "nothing new";
        QSignalSpy problem(&settings, &Settings::problem);
        EXPECT_FALSE(settings.put("window.look", "pink"));
        EXPECT_FALSE(settings.put("no.such", "1"));
        EXPECT_EQ(problem.size(), 2);
        EXPECT_TRUE(settings.put("models.unload_after", "never"));
        EXPECT_EQ(settings.unloadAfterMinutes(), 0);
        settings.reset("models.unload_after");
        EXPECT_EQ(settings.unloadAfterMinutes(), 15);
    }
    const Settings again(folder / "settings.ini");
    EXPECT_DOUBLE_EQ(again.textScale(), 2);
    EXPECT_FALSE(again.rightToLeft());
}

TEST_F(SettingsTest, FollowsTheCommandLine) {
    Settings settings(folder / "settings.ini");
    settings.setSideBar(false);  // there is a file to be followed now
    ASSERT_TRUE(SettingsFile(folder / "settings.ini").set("network.offline", "on"));
    EXPECT_TRUE(QTest::qWaitFor([&] { return settings.offline(); }, 20000));
    ASSERT_TRUE(SettingsFile(folder / "settings.ini").set("window.direction", "right_to_left"));
    EXPECT_TRUE(QTest::qWaitFor([&] { return settings.rightToLeft(); }, 20000));
}

TEST_F(SettingsTest, GoOutAndComeBack) {
    Settings settings(folder / "settings.ini");
    QSignalSpy said(&settings, &Settings::said);
    QSignalSpy problem(&settings, &Settings::problem);
    settings.setOffline(true);
    settings.exportTo(url("out.json"));
    EXPECT_EQ(said.size(), 1);
    settings.exportTo(url("no/such/folder.json"));
    EXPECT_EQ(problem.size(), 1);

    Settings other(folder / "other.ini");
    QSignalSpy otherProblem(&other, &Settings::problem);
    other.importFrom(url("gone.json"));
    std::ofstream(folder / "bad.json") << R"({"network.offline": true, "window.look": "pink"})";
    other.importFrom(url("bad.json"));
    ASSERT_EQ(otherProblem.size(), 2);
    EXPECT_THAT(otherProblem.at(1).at(0).toString().toStdString(), testing::HasSubstr("pink"));
    EXPECT_FALSE(other.offline()) << "all or nothing";
    other.importFrom(url("out.json"));
    EXPECT_TRUE(other.offline());
}

}  // namespace
}  // namespace hearth::app
