#include "catalogue/model_library.h"

#include <gmock/gmock.h>

#include <fstream>

#include "fakes/temporary_folder.h"
#include "fakes/tiny_model.h"

namespace hearth::app {
namespace {

namespace fs = std::filesystem;
using base::ErrorCode;
using testing::HasSubstr;

class ModelLibraryTest : public testing::Test {
  protected:
    void SetUp() override { tests::TinyModel().write((folder_ / "tiny.gguf").string()); }
    tests::TemporaryFolder folder_;
    ModelLibrary library_{folder_ / "data"};
};

TEST_F(ModelLibraryTest, TakesAFileUpWhereItLies) {
    EXPECT_TRUE(library_.list().empty());
    const auto model = library_.open(folder_ / "tiny.gguf");
    ASSERT_TRUE(model) << model.error().text();
    EXPECT_TRUE(model->inPlace);
    EXPECT_TRUE(library_.open(folder_ / "tiny.gguf"));  // again: the same
    ASSERT_EQ(library_.list().size(), 1u);
    EXPECT_EQ(library_.find("tiny")->bytes, fs::file_size(folder_ / "tiny.gguf"));
    const auto removed = library_.remove("tiny");
    ASSERT_TRUE(removed);
    EXPECT_TRUE(fs::exists(folder_ / "tiny.gguf"));
    EXPECT_TRUE(library_.list().empty());
    EXPECT_EQ(library_.find("tiny").error().code, ErrorCode::NotFound);
}

TEST_F(ModelLibraryTest, CopiesAFileIn) {
    double last = 0;
    const auto model = library_.copyIn(folder_ / "tiny.gguf", [&](double share) { last = share; }, {});
    ASSERT_TRUE(model) << model.error().text();
    EXPECT_EQ(last, 1);
    EXPECT_FALSE(model->inPlace);
    EXPECT_EQ(library_.copyIn(folder_ / "tiny.gguf", {}, {}).error().code, ErrorCode::Conflict);
    EXPECT_EQ(library_.open(folder_ / "tiny.gguf").error().code, ErrorCode::Conflict);
    ASSERT_TRUE(library_.remove("tiny.gguf"));
    EXPECT_FALSE(fs::exists(model->path));
    EXPECT_TRUE(fs::exists(folder_ / "tiny.gguf"));
    base::CancelSource stop;
    stop.cancel();
    EXPECT_EQ(library_.copyIn(folder_ / "tiny.gguf", {}, stop.token()).error().code, ErrorCode::Cancelled);
    EXPECT_TRUE(fs::is_empty(library_.folder()));
}

TEST_F(ModelLibraryTest, RefusesWhatIsNoModelOrCannotRun) {
    std::ofstream(folder_ / "text.gguf") << "not a model";
    EXPECT_FALSE(library_.open(folder_ / "text.gguf"));
    EXPECT_FALSE(library_.open(folder_ / "missing.gguf"));
    tests::TinyModel other;
    other.architecture = "martian";
    other.write((folder_ / "martian.gguf").string());
    const auto refused = library_.copyIn(folder_ / "martian.gguf", {}, {});
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().text(), HasSubstr("martian"));
    EXPECT_TRUE(library_.list().empty());
}

TEST_F(ModelLibraryTest, SaysThatAFileHasGone) {
    ASSERT_TRUE(library_.open(folder_ / "tiny.gguf"));
    fs::remove(folder_ / "tiny.gguf");
    ASSERT_EQ(library_.list().size(), 1u);
    EXPECT_FALSE(library_.list()[0].there);
    EXPECT_TRUE(library_.remove("tiny"));
    std::ofstream(library_.folder() / "opened.json") << "{ damaged";
    EXPECT_TRUE(library_.list().empty());
}

}  // namespace
}  // namespace hearth::app
