#include "models/stored_data_model.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QTest>
#include <fstream>

#include "fakes/temporary_folder.h"

namespace hearth::app {
namespace {

TEST(StoredDataModel, CountsAndSpares) {
    const tests::TemporaryFolder folder;
    std::filesystem::create_directories(folder / "notes");
    std::ofstream(folder / "notes/a.md") << "one";
    std::ofstream(folder / "notes/b.md") << "two";
    std::ofstream(folder / "settings.ini") << "[window]\n";
    qputenv("XDG_CACHE_HOME", QByteArray::fromStdString((folder / "cache").string()));

    StoredDataModel model(folder.path());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.refresh();
    EXPECT_TRUE(model.loading());
    ASSERT_TRUE(QTest::qWaitFor([&] { return !model.loading(); }, 20000));
    ASSERT_EQ(model.count(), 2);
    EXPECT_EQ(model.data(model.index(0), StoredDataModel::NameRole).toString(), "notes");
    EXPECT_TRUE(model.data(model.index(0), StoredDataModel::WhatRole).toString().endsWith(": 2"));
    EXPECT_TRUE(model.total().startsWith("3 in all")) << model.total().toStdString();
    EXPECT_FALSE(model.nothingMarked());

    model.setSpared(QStringLiteral("notes"), true);
    model.setSpared(QStringLiteral("nonsense"), true);
    EXPECT_TRUE(model.data(model.index(0), StoredDataModel::SparedRole).toBool());
    EXPECT_EQ(model.spared(), QStringList{QStringLiteral("notes")});
    EXPECT_TRUE(model.total().startsWith("1 in all")) << model.total().toStdString();
    model.setSpared(QStringLiteral("settings"), true);
    EXPECT_TRUE(model.nothingMarked());
    model.refresh();
    ASSERT_TRUE(QTest::qWaitFor([&] { return !model.loading(); }, 20000));
    EXPECT_FALSE(model.nothingMarked()) << "asked anew each time";
}

}  // namespace
}  // namespace hearth::app
