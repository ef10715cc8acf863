#include "models/egress_list_model.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QTest>
#include <fstream>

#include "fakes/temporary_folder.h"

namespace hearth::app {
namespace {

using Tester = QAbstractItemModelTester;

TEST(EgressListModel, ShowsWhatLeftNewestFirst) {
    const tests::TemporaryFolder folder;
    auto log = privacy::EgressLog::open(folder / "hearth.db");
    ASSERT_TRUE(log);
    for (int i = 0; i < 2; ++i) {
        privacy::EgressEntry entry;
        entry.time = 1'790'000'000 + i;
        entry.purpose = "models";
        entry.host = i == 0 ? "first.example" : "second.example";
        entry.method = "GET";
        entry.id = log->begin(entry).value_or(0);
        entry.bytesSent = 120;
        entry.bytesReceived = 2'000'000;
        entry.outcome = i == 0 ? "done" : "the server closed the connection";
        ASSERT_TRUE(log->complete(entry));
    }
    EgressListModel model(folder / "hearth.db");
    const Tester tester(&model, Tester::FailureReportingMode::Fatal);
    model.refresh();
    EXPECT_TRUE(model.loading());
    ASSERT_TRUE(QTest::qWaitFor([&] { return !model.loading(); }, 20000));
    ASSERT_EQ(model.count(), 2);
    const auto text = [&](int row, int role) {
        return model.data(model.index(row), role).toString().toStdString();
    };
    EXPECT_EQ(text(0, EgressListModel::HostRole), "second.example");
    EXPECT_EQ(text(0, EgressListModel::OutcomeRole), "the server closed the connection");
    EXPECT_EQ(text(1, EgressListModel::OutcomeRole), "Done");
    EXPECT_EQ(text(1, EgressListModel::PurposeRole), "Getting a model");
    EXPECT_NE(text(1, EgressListModel::BytesRole).find("120"), std::string::npos);
}

TEST(EgressListModel, SaysWhereTheLogCannotBeRead) {
    const tests::TemporaryFolder folder;
    std::ofstream(folder / "hearth.db") << std::string(5000, 'x');
    EgressListModel model(folder / "hearth.db");
    model.refresh();
    ASSERT_TRUE(QTest::qWaitFor([&] { return !model.loading(); }, 20000));
    EXPECT_EQ(model.count(), 0);
    EXPECT_NE(model.problem(), QString());
}

}  // namespace
}  // namespace hearth::app
