#include "base/mapped_file.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace hearth::base {
namespace {

namespace fs = std::filesystem;

class MappedFileTest : public testing::Test {
  protected:
    void SetUp() override {
        const auto* test = testing::UnitTest::GetInstance()->current_test_info();
        folder_ = fs::temp_directory_path() / (std::string("hearth_mapped_file_") + test->name());
        fs::remove_all(folder_);
        fs::create_directories(folder_);
    }
    void TearDown() override { fs::remove_all(folder_); }
    std::string write(const std::string& name, const std::string& text) {
        std::ofstream(folder_ / name) << text;
        return (folder_ / name).string();
    }
    fs::path folder_;
};

TEST_F(MappedFileTest, GivesTheBytesOfTheFile) {
    const std::string path = write("a", "hello");
    auto file = MappedFile::open(path);
    ASSERT_TRUE(file) << file.error().text();
    MappedFile moved = std::move(*file);
    moved.willNeed(1, 1'000'000);
    ASSERT_EQ(moved.bytes().size(), 5u);
    EXPECT_EQ(static_cast<char>(moved.bytes()[4]), 'o');
    EXPECT_EQ(moved.path(), path);
}

TEST_F(MappedFileTest, ReleasedBytesCanStillBeRead) {
    const std::string path = write("a", std::string(100'000, 'x'));
    const auto file = MappedFile::open(path);
    ASSERT_TRUE(file);
    file->release(file->bytes());
    file->release(file->bytes().subspan(5, 10));
    for (const std::byte byte : file->bytes()) ASSERT_EQ(static_cast<char>(byte), 'x');
}

TEST_F(MappedFileTest, SaysWhatIsWrong) {
    EXPECT_EQ(MappedFile::open((folder_ / "absent").string()).error().code, ErrorCode::NotFound);
    EXPECT_EQ(MappedFile::open(folder_.string()).error().code, ErrorCode::InvalidInput);
    EXPECT_EQ(MappedFile::open(write("empty", "")).error().code, ErrorCode::InvalidInput);
    EXPECT_EQ(MappedFile::open("/dev/null").error().code, ErrorCode::InvalidInput);
    EXPECT_EQ(MappedFile::open((folder_ / "absent").string()).error().where, (folder_ / "absent").string());
}

}  // namespace
}  // namespace hearth::base
