#include "gguf/writer.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/mapped_file.h"
#include "gguf/reader.h"

namespace hearth::engine::gguf {
namespace {

namespace fs = std::filesystem;

class GgufWriterTest : public testing::Test {
  protected:
    void SetUp() override {
        const auto* test = testing::UnitTest::GetInstance()->current_test_info();
        folder_ = fs::temp_directory_path() / (std::string("hearth_gguf_writer_") + test->name());
        fs::remove_all(folder_);
        fs::create_directories(folder_);
        path_ = (folder_ / "out.gguf").string();
    }
    void TearDown() override { fs::remove_all(folder_); }
    fs::path folder_;
    std::string path_;
};

void describe(Writer& writer) {
    writer.set("general.name", "first");
    writer.set("general.name", "second");
    writer.addTensor("a", DType::F16, {3});
    writer.addTensor("b", DType::F32, {2, 2});
}

TEST_F(GgufWriterTest, StreamsWhatTheReaderReads) {
    const std::vector<std::byte> a(6, std::byte{1});
    const std::vector<std::byte> b(16, std::byte{2});
    {
        Writer writer(64);
        describe(writer);
        ASSERT_TRUE(writer.begin(path_));
        ASSERT_TRUE(writer.write(a));
        ASSERT_TRUE(writer.write(std::span(b).first(5)));
        ASSERT_TRUE(writer.write(std::span(b).subspan(5)));
        EXPECT_FALSE(fs::exists(path_));
        ASSERT_TRUE(writer.finish());
    }
    const auto map = base::MappedFile::open(path_);
    ASSERT_TRUE(map);
    const auto file = File::parse(map->bytes(), path_);
    ASSERT_TRUE(file) << file.error().text();
    EXPECT_EQ(file->alignment(), 64u);
    EXPECT_EQ(file->string("general.name")->value(), "second");
    EXPECT_EQ(file->findTensor("b")->offset % 64, 0u);
    EXPECT_TRUE(std::equal(b.begin(), b.end(), file->findTensor("b")->data.begin()));
    EXPECT_EQ(std::distance(fs::directory_iterator(folder_), {}), 1);

    Writer copy(64);  // metadata taken over value by value, and the same bytes from memory
    for (const Entry& entry : file->entries()) copy.set(entry.key, entry.value);
    copy.addTensor("a", DType::F16, {3});
    copy.addTensor("b", DType::F32, {2, 2});
    const auto bytes = copy.toBytes({a, b});
    EXPECT_TRUE(std::equal(bytes.begin(), bytes.end(), map->bytes().begin(), map->bytes().end()));
}

TEST_F(GgufWriterTest, AnUnfinishedFileLeavesNothing) {
    {
        Writer writer;
        describe(writer);
        ASSERT_TRUE(writer.begin(path_));
        EXPECT_EQ(writer.finish().error().code, base::ErrorCode::Internal);
    }
    EXPECT_TRUE(fs::is_empty(folder_));
}

TEST_F(GgufWriterTest, TooMuchDataIsRefused) {
    Writer writer;
    describe(writer);
    ASSERT_TRUE(writer.begin(path_));
    const std::vector<std::byte> tooMuch(7);
    EXPECT_EQ(writer.write(tooMuch).error().code, base::ErrorCode::Internal);
}

TEST_F(GgufWriterTest, TwoWritersOfOneNameDoNotMix) {
    Writer first;
    Writer second;
    ASSERT_TRUE(first.begin(path_));
    EXPECT_EQ(second.begin(path_).error().code, base::ErrorCode::Conflict);
    EXPECT_TRUE(first.finish());
    EXPECT_TRUE(fs::exists(path_));
}

TEST_F(GgufWriterTest, AFolderThatIsNotThereIsAnError) {
    Writer writer;
    EXPECT_EQ(writer.begin((folder_ / "no" / "out.gguf").string()).error().code, base::ErrorCode::Io);
}

}  // namespace
}  // namespace hearth::engine::gguf
