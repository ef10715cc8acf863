#include "models/row_model.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <random>

namespace hearth::app {
namespace {

QVariantMap row(const QString& key, const QString& text) {
    return {{"key", key}, {"text", text}};
}

QString textOf(const RowModel& model) {
    QString out;
    for (int i = 0; i < model.count(); ++i)
        out += model.data(model.index(i), Qt::UserRole).toString() +
               model.data(model.index(i), Qt::UserRole + 1).toString() + ' ';
    return out.trimmed();
}

TEST(RowModel, WhatStaysIsKeptInPlace) {
    RowModel model({"key", "text"});
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setRows({row("a", "1"), row("c", "3")});
    QSignalSpy inserted(&model, &RowModel::rowsInserted);
    QSignalSpy removed(&model, &RowModel::rowsRemoved);
    QSignalSpy changed(&model, &RowModel::dataChanged);
    QSignalSpy reset(&model, &RowModel::modelReset);
    model.setRows({row("a", "1"), row("b", "2"), row("c", "4")});
    EXPECT_EQ(textOf(model), "a1 b2 c4");
    EXPECT_EQ(inserted.count(), 1);
    EXPECT_EQ(changed.count(), 1);
    model.setRows({row("b", "2"), row("c", "4")});
    EXPECT_EQ(removed.count(), 1);
    EXPECT_EQ(reset.count(), 0);
    model.setRows({row("c", "4"), row("b", "2")});
    EXPECT_EQ(textOf(model), "c4 b2");
    EXPECT_EQ(reset.count(), 1) << "they changed places";
    EXPECT_EQ(model.find("b").value("text"), "2");
    EXPECT_TRUE(model.find("z").isEmpty());
    EXPECT_TRUE(model.row(9).isEmpty());
    EXPECT_FALSE(model.data({}, Qt::UserRole).isValid());
    EXPECT_EQ(model.roleNames().value(Qt::UserRole + 1), "text");
}

TEST(RowModel, AnyRowsFollowAnyOthers) {
    RowModel model({"key", "text"});
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    std::mt19937 random(7);
    for (int round = 0; round < 300; ++round) {
        QStringList keys{"a", "b", "c", "d", "e", "f"};
        std::shuffle(keys.begin(), keys.end(), random);
        QList<QVariantMap> rows;
        const auto count = random() % 7;
        for (unsigned i = 0; i < count; ++i) rows.append(row(keys.at(i), QString::number(random() % 3)));
        model.setRows(rows);
        ASSERT_EQ(model.rows(), rows);
    }
}

}  // namespace
}  // namespace hearth::app
