#include "models/conversation_list_model.h"

#include <gmock/gmock.h>

#include <QAbstractItemModelTester>
#include <QDateTime>
#include <QLocale>
#include <QSignalSpy>

namespace hearth::app {
namespace {

using testing::ElementsAre;

constexpr std::int64_t kDayMs = 24 * 3600 * 1000;

class ConversationListModelTest : public testing::Test {
  protected:
    ConversationListModel model;
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};

    std::vector<std::int64_t> ids() {
        std::vector<std::int64_t> out;
        for (int row = 0; row < model.rowCount(); ++row)
            out.push_back(model.data(model.index(row), ConversationListModel::IdRole).toLongLong());
        return out;
    }
    QString day(int row) { return model.data(model.index(row), ConversationListModel::DayRole).toString(); }
};

TEST_F(ConversationListModelTest, PinnedComeFirstThenTheNewest) {
    EXPECT_TRUE(model.loading());
    model.load({{1, "old", 1, 10, false, 0}, {2, "new", 1, 30, false, 0}, {3, "kept", 1, 5, true, 0}});
    EXPECT_FALSE(model.loading());
    EXPECT_THAT(ids(), ElementsAre(3, 2, 1));
}

TEST_F(ConversationListModelTest, WhatWasMadeWhileLoadingWins) {
    model.put({1, "renamed", 1, 99, false, 0});
    model.load({{1, "old", 1, 10, false, 0}, {2, "new", 1, 30, false, 0}});
    EXPECT_THAT(ids(), ElementsAre(1, 2));
    EXPECT_EQ(model.find(1)->title, "renamed");
}

TEST_F(ConversationListModelTest, ChangesMoveARowToItsPlace) {
    model.load({{1, "a", 1, 10, false, 0}, {2, "b", 1, 20, false, 0}, {3, "c", 1, 30, false, 0}});
    model.put({1, "a", 1, 40, false, 0});
    EXPECT_THAT(ids(), ElementsAre(1, 3, 2));
    model.put({2, "b", 1, 20, true, 0});
    EXPECT_THAT(ids(), ElementsAre(2, 1, 3));
    model.put({2, "b", 1, 20, false, 0});
    EXPECT_THAT(ids(), ElementsAre(1, 3, 2));
    model.put({4, "d", 1, 25, false, 0});
    EXPECT_THAT(ids(), ElementsAre(1, 3, 4, 2));
    model.remove(3);
    EXPECT_THAT(ids(), ElementsAre(1, 4, 2));
    model.remove(777);
    EXPECT_THAT(ids(), ElementsAre(1, 4, 2));
}

TEST_F(ConversationListModelTest, MarksWhereACardWaits) {
    model.setWaiting(2, true);  // known before the list is read
    model.load({{1, "a", 1, 10, false, 0}, {2, "b", 1, 20, false, 0}});
    const auto waits = [this](int row) {
        return model.data(model.index(row), ConversationListModel::WaitingRole).toBool();
    };
    EXPECT_TRUE(waits(0));
    EXPECT_FALSE(waits(1));
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    model.setWaiting(2, false);
    model.setWaiting(2, false);
    EXPECT_EQ(changes.count(), 1);
    EXPECT_FALSE(waits(0));
}

TEST_F(ConversationListModelTest, HeadingsSayTheDay) {
    const QDate today(2026, 11, 22);  // a Sunday
    model.setToday(today);
    const std::int64_t noon = today.startOfDay().toMSecsSinceEpoch() + kDayMs / 2;
    model.load({{1, "pinned", 1, noon, true, 0},
                {2, "today", 1, noon, false, 0},
                {3, "yesterday", 1, noon - kDayMs, false, 0},
                {4, "thursday", 1, noon - 3 * kDayMs, false, 0},
                {5, "weeks ago", 1, noon - 12 * kDayMs, false, 0},
                {6, "this year", 1, noon - 200 * kDayMs, false, 0},
                {7, "earlier", 1, noon - 700 * kDayMs, false, 0}});
    EXPECT_EQ(day(0), "Pinned");
    EXPECT_EQ(day(1), "Today");
    EXPECT_EQ(day(2), "Yesterday");
    EXPECT_EQ(day(3), QLocale().dayName(4));
    EXPECT_EQ(day(4), "Last 30 days");
    EXPECT_EQ(day(5), QLocale().standaloneMonthName(5));
    EXPECT_EQ(day(6), QLocale().standaloneMonthName(12) + " 2024");
}

}  // namespace
}  // namespace hearth::app
