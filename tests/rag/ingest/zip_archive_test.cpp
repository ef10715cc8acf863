#include "ingest/zip_archive.h"

#include <gtest/gtest.h>

#include "rag/ingest/made_files.h"

namespace hearth::rag {
namespace {

TEST(ZipArchive, GivesItsFiles) {
    const std::string bytes = tests::zipped({{"a/b.txt", "hello"}, {"c", ""}});
    const auto archive = ZipArchive::open(bytes);
    ASSERT_TRUE(archive);
    EXPECT_EQ(archive->names(), (std::vector<std::string>{"a/b.txt", "c"}));
    EXPECT_TRUE(archive->has("c"));
    EXPECT_FALSE(archive->has("b.txt"));
    EXPECT_EQ(archive->read("a/b.txt").value(), "hello");
    EXPECT_EQ(archive->read("none").error().reason, SkipReason::Damaged);
}

TEST(ZipArchive, BombsAreRefusedByTheirRatioAndTheirSum) {
    const std::string bytes = tests::zipped({{"bomb", std::string(std::size_t{64} << 20, 'a')}});
    ASSERT_LT(bytes.size(), std::size_t{1} << 20);
    EXPECT_EQ(ZipArchive::open(bytes)->read("bomb").error().reason, SkipReason::Bomb);
    // A directory that lies about the size does not help.
    std::string lying = bytes;
    for (std::size_t i = 0; i + 4 <= lying.size(); ++i)
        if (lying.compare(i, 4, std::string("\0\0\0\x04", 4)) == 0) lying[i + 3] = 0;
    const auto archive = ZipArchive::open(lying);
    if (archive) {
        EXPECT_FALSE(archive->read("bomb"));
    }
}

}  // namespace
}  // namespace hearth::rag
