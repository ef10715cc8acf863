#include "models/model_list_model.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>

namespace hearth::app {
namespace {

TEST(ModelListModel, HoldsTheFilesAndMarksOne) {
    ModelListModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.load({{"", "Built-in model", "small"}});
    model.put({"/a.gguf", "A", "1 GB"});
    model.put({"/b.gguf", "B", "2 GB"});
    model.setCurrent("/b.gguf");
    const auto at = [&](int row, int role) { return model.data(model.index(row), role); };
    EXPECT_FALSE(at(0, ModelListModel::CurrentRole).toBool());
    EXPECT_TRUE(at(2, ModelListModel::CurrentRole).toBool());
    model.put({"/a.gguf", "A2", "1 GB"});
    EXPECT_EQ(model.rowCount(), 3);
    EXPECT_EQ(at(1, ModelListModel::NameRole), "A2");
    EXPECT_EQ(at(1, ModelListModel::DetailRole), "1 GB");
    model.remove("/a.gguf");
    model.remove("/none.gguf");
    EXPECT_EQ(model.rowCount(), 2);
    EXPECT_EQ(model.find("/a.gguf"), nullptr);
    EXPECT_EQ(model.roleNames().size(), 6);
}

}  // namespace
}  // namespace hearth::app
