#include "privacy/overwrite.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <iterator>

#include "fakes/temporary_folder.h"

namespace hearth::privacy {
namespace {

std::string bytesOf(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

TEST(Overwrite, LeavesZerosOfTheSameLength) {
    const tests::TemporaryFolder folder;
    for (const std::size_t size : {std::size_t{0}, std::size_t{5}, std::size_t{200'000}}) {
        const auto file = folder / std::to_string(size);
        std::ofstream(file) << std::string(size, 'x');
        overwriteFile(file);
        EXPECT_EQ(bytesOf(file), std::string(size, '\0'));
    }
}

TEST(Overwrite, NeverFollowsALink) {
    const tests::TemporaryFolder folder;
    std::ofstream(folder / "mine") << "words";
    std::filesystem::create_symlink(folder / "mine", folder / "link");
    overwriteFile(folder / "link");
    overwriteFile(folder / "nowhere");
    overwriteFile(folder.path());
    EXPECT_EQ(bytesOf(folder / "mine"), "words");
}

TEST(Overwrite, WorksOnAFileWithoutAName) {
    const tests::TemporaryFolder folder;
    std::ofstream(folder / "file") << "words";
    const int descriptor = ::open((folder / "file").c_str(), O_RDWR);
    std::filesystem::remove(folder / "file");
    overwriteOpenFile(descriptor);
    char read[6] = {};
    EXPECT_EQ(::pread(descriptor, read, 5, 0), 5);
    EXPECT_EQ(std::string(read, 5), std::string(5, '\0'));
    ::close(descriptor);
}

}  // namespace
}  // namespace hearth::privacy
