#include "models/message_list_model.h"

#include <gmock/gmock.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include "app/records.h"

namespace hearth::app {
namespace {

using testing::ElementsAre;

class MessageListModelTest : public testing::Test {
  protected:
    MessageListModelTest() : tree(ConversationRecord{}, {}) { model.setTree(&tree); }

    MessageListModel model;
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};
    ConversationTree tree;

    void add(MessageRecord record) {
        if (tree.add(std::move(record))) {
            model.messageAdded();
        } else {
            model.branchChanged();
        }
    }
    QVariant at(int row, int role) { return model.data(model.index(row), role); }
    std::vector<std::int64_t> ids() {
        std::vector<std::int64_t> out;
        for (int row = 0; row < model.rowCount(); ++row)
            out.push_back(at(row, MessageListModel::IdRole).toLongLong());
        return out;
    }
};

TEST_F(MessageListModelTest, FollowsTheTree) {
    add(message(1, 0, MessageKind::User, "lunch"));
    add(message(2, 1, MessageKind::Assistant, "yes"));
    EXPECT_THAT(ids(), ElementsAre(1, 2));
    EXPECT_EQ(at(1, MessageListModel::TextRole).toString(), "yes");
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    tree.find(2)->text += " please";
    model.messageChanged(2);
    EXPECT_EQ(changes.count(), 1);
    EXPECT_EQ(at(1, MessageListModel::TextRole).toString(), "yes please");
    model.messageChanged(99);
    EXPECT_EQ(changes.count(), 1);
}

TEST_F(MessageListModelTest, AnotherVersionKeepsTheRowsBefore) {
    add(message(1, 0, MessageKind::User, "lunch"));
    add(message(2, 1, MessageKind::Assistant, "first"));
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    add(message(3, 1, MessageKind::Assistant, "second"));
    EXPECT_THAT(ids(), ElementsAre(1, 3));
    EXPECT_EQ(at(1, MessageListModel::VersionRole).toInt(), 2);
    EXPECT_EQ(at(1, MessageListModel::VersionsRole).toInt(), 2);
    tree.show(2);
    model.branchChanged();
    EXPECT_THAT(ids(), ElementsAre(1, 2));
    EXPECT_EQ(resets.count(), 0);
}

TEST_F(MessageListModelTest, AnActionHasACardThatStays) {
    add(message(1, 0, MessageKind::User, "lunch"));
    add(actionMessage(2, 1, "a1"));
    auto* card = at(1, MessageListModel::CardRole).value<ActionCard*>();
    ASSERT_NE(card, nullptr);
    EXPECT_FALSE(at(0, MessageListModel::CardRole).isValid());
    tree.find(2)->action.state = ActionState::Done;
    model.messageChanged(2);
    EXPECT_EQ(at(1, MessageListModel::CardRole).value<ActionCard*>(), card);
    EXPECT_EQ(card->state(), ActionCard::State::Done);
}

TEST_F(MessageListModelTest, NothingIsShownWithoutATree) {
    add(message(1, 0, MessageKind::User, "lunch"));
    model.setTree(nullptr);
    EXPECT_EQ(model.rowCount(), 0);
}

}  // namespace
}  // namespace hearth::app
