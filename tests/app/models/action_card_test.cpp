#include "models/action_card.h"

#include <gmock/gmock.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include "app/records.h"

namespace hearth::app {
namespace {

class ActionFieldModelTest : public testing::Test {
  protected:
    ActionFieldModel model;
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};
    QVariant at(int row, int role) { return model.data(model.index(row), role); }
};

TEST_F(ActionFieldModelTest, ShowsDatesAsPeopleSayThemUntilTheyAreEdited) {
    auto date = field("date", "2026-11-23");
    date.display = "tomorrow";
    model.setFields({field("title", "Lunch"), date});
    EXPECT_EQ(at(1, ActionFieldModel::DisplayRole).toString(), "tomorrow");
    EXPECT_EQ(at(1, ActionFieldModel::ValueRole).toString(), "2026-11-23");
    EXPECT_TRUE(model.setValue("date", "friday"));
    EXPECT_EQ(at(1, ActionFieldModel::DisplayRole).toString(), "friday");
    EXPECT_FALSE(model.setValue("date", "friday"));
    EXPECT_FALSE(model.setValue("no such field", "x"));
}

TEST_F(ActionFieldModelTest, AnswersToEditsKeepTheRows) {
    model.setFields({field("title", "Lunch"), field("date", "friday")});
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    model.setFields({field("title", "Lunch"), field("date", "2026-11-27")});
    EXPECT_EQ(resets.count(), 0) << "a reset would take the focus from the form";
    EXPECT_EQ(changes.count(), 1);
    model.setFields({field("title", "Lunch")});
    EXPECT_EQ(resets.count(), 1);
    EXPECT_EQ(model.rowCount(), 1);
}

TEST(ActionCard, SaysWhatTheRecordSays) {
    auto record = actionMessage(1, 0, "a1").action;
    ActionCard card(record);
    EXPECT_EQ(card.state(), ActionCard::State::Waiting);
    EXPECT_EQ(card.verb(), "Add to calendar");
    EXPECT_EQ(card.warnings(), QStringList{"Overlaps “Stand-up”"});
    QSignalSpy changed(&card, &ActionCard::changed);
    record.state = ActionState::Done;
    record.result = "Added.";
    card.setRecord(record);
    EXPECT_EQ(changed.count(), 1);
    EXPECT_EQ(card.state(), ActionCard::State::Done);
    EXPECT_EQ(card.result(), "Added.");
}

}  // namespace
}  // namespace hearth::app
