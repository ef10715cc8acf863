#include "services/open_models.h"

#include <gtest/gtest.h>

#include "fakes/temporary_folder.h"
#include "fakes/tiny_model.h"

namespace hearth::app {
namespace {

TEST(OpenModels, AFileIsInMemoryOnceHoweverManyUseIt) {
    const tests::TemporaryFolder folder;
    const std::string path = (folder / "tiny.gguf").string();
    tests::TinyModel().write(path);
    OpenModels models;
    EXPECT_EQ(models.find(path), nullptr);
    auto first = models.open(path, {});
    ASSERT_TRUE(first) << first.error().text();
    std::filesystem::create_symlink(path, folder / "link.gguf");
    const auto second = models.open((folder / "link.gguf").string(), {});
    ASSERT_TRUE(second);
    EXPECT_EQ(first->get(), second->get()) << "another name of the same file";
    EXPECT_EQ(models.find(path).get(), first->get());
}

TEST(OpenModels, KeepsNothingAliveAndSeesAnotherFile) {
    const tests::TemporaryFolder folder;
    const std::string path = (folder / "tiny.gguf").string();
    tests::TinyModel tiny;
    tiny.write(path);
    OpenModels models;
    auto first = models.open(path, {});
    ASSERT_TRUE(first);
    const std::weak_ptr<const engine::Model> gone = *first;
    first->reset();
    EXPECT_TRUE(gone.expired());
    EXPECT_EQ(models.find(path), nullptr);

    const auto old = models.open(path, {});
    tiny.layers = 3;
    std::filesystem::remove(path);
    tiny.write(path);
    const auto other = models.open(path, {});
    ASSERT_TRUE(old && other);
    EXPECT_NE(old->get(), other->get());
    EXPECT_EQ((*other)->info().layers, 3);
    EXPECT_FALSE(models.open((folder / "none.gguf").string(), {}));
}

}  // namespace
}  // namespace hearth::app
