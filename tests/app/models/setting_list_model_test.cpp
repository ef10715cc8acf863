#include "models/setting_list_model.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <set>

#include "fakes/temporary_folder.h"

namespace hearth::app {
namespace {

class SettingListModelTest : public testing::Test {
  protected:
    QVariant at(int row, int role) const { return model.data(model.index(row), role); }
    int rowOf(const char* name) const {
        for (int row = 0; row < model.count(); ++row)
            if (at(row, SettingListModel::NameRole).toString() == QLatin1String(name)) return row;
        return -1;
    }

    tests::TemporaryFolder folder;
    Settings settings{folder / "settings.ini"};
    SettingListModel model{settings};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};
};

TEST_F(SettingListModelTest, ShowsWhatCanBeChosenInGroups) {
    EXPECT_EQ(rowOf("window.width"), -1) << "the window's own memory";
    EXPECT_EQ(rowOf("chat.model"), -1) << "has a page of its own";
    QStringList groups;
    for (int row = 0; row < model.count(); ++row) {
        EXPECT_FALSE(at(row, SettingListModel::TitleRole).toString().isEmpty());
        EXPECT_FALSE(at(row, SettingListModel::ExplanationRole).toString().isEmpty());
        EXPECT_EQ(at(row, SettingListModel::ChoicesRole).toStringList().size(),
                  at(row, SettingListModel::ChoiceTitlesRole).toStringList().size());
        const QString group = at(row, SettingListModel::GroupRole).toString();
        if (groups.isEmpty() || groups.last() != group) groups.append(group);
    }
    EXPECT_EQ(groups.size(), static_cast<qsizetype>(std::set<QString>(groups.begin(), groups.end()).size()))
        << "each group is in one piece";
    EXPECT_EQ(at(rowOf("network.offline"), SettingListModel::KindRole).toInt(),
              static_cast<int>(SettingListModel::Kind::Switch));
    EXPECT_EQ(at(rowOf("window.accent"), SettingListModel::KindRole).toInt(),
              static_cast<int>(SettingListModel::Kind::Colour));
}

TEST_F(SettingListModelTest, FindsByWordsOfTitleExplanationAndChoices) {
    const std::pair<const char*, const char*> cases[] = {
        {"text size", "window.text_scale"}, {"DARK", "window.look"},           {"deutsch", "window.language"},
        {"downloads", "network.offline"},   {"memory", "models.unload_after"},
    };
    for (const auto& [words, name] : cases) {
        model.setSearch(QString::fromUtf8(words));
        EXPECT_GE(rowOf(name), 0) << words;
        EXPECT_LE(model.count(), 2) << words;
    }
    model.setSearch(QStringLiteral("xyzzy"));
    EXPECT_EQ(model.count(), 0);
    model.setSearch({});
    EXPECT_GE(model.count(), 8);
}

TEST_F(SettingListModelTest, ChoosesAndFollows) {
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.choose(QStringLiteral("window.look"), QStringLiteral("dark"));
    EXPECT_EQ(settings.look(), Settings::Look::Dark);
    EXPECT_EQ(at(rowOf("window.look"), SettingListModel::CurrentRole).toInt(), 2);
    EXPECT_GE(changed.size(), 1);
    model.choose(QStringLiteral("window.accent"), QStringLiteral("#123456"));
    EXPECT_EQ(at(rowOf("window.accent"), SettingListModel::CurrentRole).toInt(), -1);
    QSignalSpy problem(&settings, &Settings::problem);
    model.choose(QStringLiteral("window.accent"), QStringLiteral("pink"));
    EXPECT_EQ(problem.size(), 1);
    EXPECT_EQ(settings.accent(), QColor(0x123456));
}

}  // namespace
}  // namespace hearth::app
