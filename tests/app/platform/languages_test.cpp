#include "platform/languages.h"

#include <gtest/gtest.h>

#include <QCoreApplication>
#include <QSignalSpy>

namespace hearth::app {
namespace {

TEST(Languages, FindTheCodeOfALocale) {
    const std::pair<const char*, const char*> cases[] = {
        {"de_AT", "de"}, {"zh_CN", "zh_CN"}, {"zh_SG", "zh_CN"},
        {"zh_TW", "en"}, {"fr_FR", "en"},    {"en_GB", "en"},
    };
    for (const auto& [locale, code] : cases)
        EXPECT_EQ(Languages::codeOf(QLocale(QString::fromLatin1(locale))), QLatin1String(code)) << locale;
}

TEST(Languages, SpeakTheChosenOneAndStopSpeakingIt) {
    const QLocale before;
    {
        Languages languages;
        QSignalSpy changed(&languages, &Languages::changed);
        const auto settings = [] { return QCoreApplication::translate("SettingsPage", "Settings"); };
        languages.use(QStringLiteral("de"));
        EXPECT_EQ(settings(), QStringLiteral("Einstellungen"));
        languages.use(QStringLiteral("zh_CN"));
        EXPECT_EQ(settings(), QString::fromUtf8("设置"));
        languages.use(QStringLiteral("en"));
        EXPECT_EQ(settings(), QStringLiteral("Settings"));
        EXPECT_EQ(changed.size(), 3);
        languages.use(QStringLiteral("de"));
    }
    EXPECT_EQ(QCoreApplication::translate("SettingsPage", "Settings"), QStringLiteral("Settings"));
    QLocale::setDefault(before);
}

}  // namespace
}  // namespace hearth::app
