// Model files copied into the library, removed, and brought back.
#include "services/model_files.h"

#include <gtest/gtest.h>

#include <QSignalSpy>
#include <QTest>

#include "fakes/temporary_folder.h"
#include "fakes/tiny_model.h"

namespace hearth::app {
namespace {

namespace fs = std::filesystem;

class ModelFilesTest : public testing::Test {
  protected:
    ModelFilesTest() {
        tests::TinyModel().write((folder / "outside.gguf").string());
        fs::create_directories(library.folder());
        tests::TinyModel().write((library.folder() / "inside.gguf").string());
        EXPECT_TRUE(library.open(folder / "outside.gguf"));
    }
    QString pathOf(const char* name) const {
        const auto model = library.find(name);
        return model ? QString::fromStdString(model->path.string()) : QString();
    }
    bool has(const char* name) const { return library.find(name).has_value(); }

    tests::TemporaryFolder folder;
    ModelLibrary library{folder.path()};
};

TEST_F(ModelFilesTest, WhatIsDeletedCanBeBroughtBackUntilTheEnd) {
    const fs::path inside = library.folder() / "inside.gguf";
    {
        ModelFiles files(folder.path());
        QSignalSpy removed(&files, &ModelFiles::removed);
        files.remove(pathOf("inside"));
        ASSERT_EQ(removed.size(), 1);
        EXPECT_FALSE(removed.at(0).at(2).toBool());
        EXPECT_FALSE(has("inside"));
        files.restore();
        EXPECT_TRUE(has("inside"));
        files.restore();  // there is nothing more to bring back
        files.remove(pathOf("inside"));
        EXPECT_FALSE(has("inside"));
    }
    EXPECT_TRUE(fs::is_empty(library.folder()) || !fs::exists(inside.string() + ".removed"));
    EXPECT_FALSE(fs::exists(inside));
}

TEST_F(ModelFilesTest, AFileElsewhereIsForgottenAndNotTouched) {
    ModelFiles files(folder.path());
    QSignalSpy removed(&files, &ModelFiles::removed);
    files.remove(pathOf("outside"));
    ASSERT_EQ(removed.size(), 1);
    EXPECT_TRUE(removed.at(0).at(2).toBool());
    EXPECT_FALSE(has("outside"));
    EXPECT_TRUE(fs::exists(folder / "outside.gguf"));
    files.restore();
    EXPECT_TRUE(has("outside"));
    QSignalSpy problem(&files, &ModelFiles::problem);
    files.remove(QStringLiteral("/no/such.gguf"));
    EXPECT_EQ(problem.size(), 1);
}

TEST_F(ModelFilesTest, ACopyTakesThePlaceOfTheOriginal) {
    ModelFiles files(folder.path());
    QSignalSpy copied(&files, &ModelFiles::copied);
    files.copyIn(pathOf("outside"));
    EXPECT_EQ(files.copying(), "outside");
    ASSERT_TRUE(QTest::qWaitFor([&] { return files.copying().isEmpty(); }, 20000));
    ASSERT_EQ(copied.size(), 1);
    const auto model = library.find("outside");
    ASSERT_TRUE(model) << model.error().text();
    EXPECT_FALSE(model->inPlace);
    EXPECT_EQ(model->path.parent_path(), library.folder());
    EXPECT_TRUE(fs::exists(folder / "outside.gguf"));

    QSignalSpy problem(&files, &ModelFiles::problem);
    files.copyIn(QString::fromStdString((folder / "outside.gguf").string()));
    ASSERT_TRUE(QTest::qWaitFor([&] { return files.copying().isEmpty(); }, 20000));
    EXPECT_EQ(problem.size(), 1) << "the name is taken";
}

}  // namespace
}  // namespace hearth::app
