#include "gguf/model_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "fakes/temporary_folder.h"
#include "gguf/writer.h"

namespace hearth::engine::gguf {
namespace {

using testing::HasSubstr;

struct Part {
    int number = 0;
    int count = 3;
    int tensors = 3;  // of all parts
    std::string tensor = {};
};

// A part with one tensor of two numbers: its own, and its number.
std::string write(const std::filesystem::path& path, const Part& part) {
    Writer writer;
    if (part.number == 0) writer.set("general.architecture", "llama");
    writer.set("split.no", static_cast<std::uint32_t>(part.number));
    writer.set("split.count", static_cast<std::uint32_t>(part.count));
    writer.set("split.tensors.count", static_cast<std::uint32_t>(part.tensors));
    writer.addTensor(part.tensor.empty() ? "t" + std::to_string(part.number) : part.tensor, DType::F32, {2});
    const float values[2] = {7, static_cast<float>(part.number)};
    const auto bytes = writer.toBytes({std::as_bytes(std::span(values))});
    std::ofstream(path, std::ios::binary)
        .write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    return path.string();
}

std::string partName(int number, int count = 3) {
    return "m-0000" + std::to_string(number + 1) + "-of-0000" + std::to_string(count) + ".gguf";
}

class ModelFileTest : public testing::Test {
  protected:
    void SetUp() override {
        for (int i = 0; i < 3; ++i) paths_.push_back(write(folder_ / partName(i), {i}));
    }
    tests::TemporaryFolder folder_;
    std::vector<std::string> paths_;
};

TEST_F(ModelFileTest, PartsAreOneModelWhicheverIsOpened) {
    for (const std::string& path : paths_) {
        const auto model = ModelFile::open(path);
        ASSERT_TRUE(model) << model.error().text();
        EXPECT_EQ(model->parts(), paths_);
        EXPECT_EQ(model->file().name(), paths_[0]);
        EXPECT_EQ(model->file().string("general.architecture")->value(), "llama");
        std::uint64_t bytes = 0;
        for (const std::string& part : paths_) bytes += std::filesystem::file_size(part);
        EXPECT_EQ(model->bytes(), bytes);
        for (int i = 0; i < 3; ++i) {
            const TensorView* tensor = model->file().findTensor("t" + std::to_string(i));
            ASSERT_NE(tensor, nullptr);
            EXPECT_EQ(reinterpret_cast<const float*>(tensor->data.data())[1], static_cast<float>(i));
            model->release(tensor->data);
        }
        model->willNeed();
    }
}

TEST_F(ModelFileTest, AMissingPartIsNamed) {
    std::filesystem::remove(paths_[1]);
    const auto model = ModelFile::open(paths_[2]);
    ASSERT_FALSE(model);
    EXPECT_EQ(model.error().code, base::ErrorCode::NotFound);
    EXPECT_THAT(model.error().message, HasSubstr("part 2 of 3 is missing"));
    EXPECT_THAT(model.error().where, HasSubstr(partName(1)));
}

TEST_F(ModelFileTest, PartsThatDoNotBelongTogetherAreRefused) {
    struct Case {
        Part second;
        const char* message;
    };
    const Case cases[] = {
        {{2}, "says otherwise"}, {{1, 2}, "says otherwise"}, {{1, 3, 3, "t0"}, "another part"}};
    for (const Case& c : cases) {
        write(paths_[1], c.second);
        const auto model = ModelFile::open(paths_[0]);
        ASSERT_FALSE(model);
        EXPECT_THAT(model.error().message, HasSubstr(c.message));
        EXPECT_THAT(model.error().where, HasSubstr(partName(1)));
    }
    write(paths_[1], {1});
    write(paths_[0], {0, 3, 5});
    EXPECT_THAT(ModelFile::open(paths_[0]).error().message, HasSubstr("promises 5 tensors"));
}

TEST_F(ModelFileTest, ARenamedPartSaysWhatItsNameMustBe) {
    const std::string path = write(folder_ / "other.gguf", {1});
    const auto model = ModelFile::open(path);
    ASSERT_FALSE(model);
    EXPECT_THAT(model.error().message, HasSubstr("-00002-of-00003.gguf"));
    const auto damaged = ModelFile::open(write(folder_ / "many.gguf", {0, 2000000000}));
    ASSERT_FALSE(damaged);
    EXPECT_THAT(damaged.error().message, HasSubstr("split.count"));
}

TEST_F(ModelFileTest, AWholeModelIsOnePart) {
    const std::string path = write(folder_ / "whole.gguf", {0, 1, 1});
    const auto model = ModelFile::open(path);
    ASSERT_TRUE(model) << model.error().text();
    EXPECT_EQ(model->parts(), std::vector<std::string>{path});
}

}  // namespace
}  // namespace hearth::engine::gguf
