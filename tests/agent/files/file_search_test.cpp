#include "files/file_search.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "fakes/temporary_folder.h"

namespace hearth::agent {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;

class FileSearchTest : public ::testing::Test {
  protected:
    FileSearchTest() {
        for (const char* name :
             {"Documents/TaxReturn_2025.pdf", "Documents/taxes/receipt.pdf", "Documents/budget.ods",
              "Documents/.secret/tax.pdf", "Pictures/Lisbon/beach.JPG", "Pictures/beach video.mp4",
              "Downloads/node_modules/tax.js", "private/tax.txt"}) {
            fs::create_directories((folder_ / name).parent_path());
            std::ofstream(folder_ / name) << "12345";
        }
    }
    std::vector<std::string> names(const std::string& words, const std::string& kind = {}) {
        FileQuery query;
        query.words = words;
        query.kind = kind;
        std::vector<std::string> all;
        for (const auto& file : findFiles(folder_.path(), query, {}).found)
            all.push_back(file.path.filename());
        return all;
    }
    tests::TemporaryFolder folder_;
};

TEST_F(FileSearchTest, FindsByWordsAndKind) {
    EXPECT_THAT(names("tax return"), ElementsAre("TaxReturn_2025.pdf"));
    EXPECT_THAT(names("taxes receipt"), ElementsAre("receipt.pdf"));
    EXPECT_THAT(names("my budget", "spreadsheet"), ElementsAre("budget.ods"));
    EXPECT_THAT(names("beach", "photos"), ElementsAre("beach.JPG"));
    EXPECT_THAT(names("", "pdfs"), testing::UnorderedElementsAre("TaxReturn_2025.pdf", "receipt.pdf"));
    EXPECT_THAT(names("lisbon", "folder"), ElementsAre("Lisbon"));
    EXPECT_THAT(names("nothing like this"), ElementsAre());
}

TEST_F(FileSearchTest, StaysInTheUsersFoldersAndOutOfHiddenOnes) {
    EXPECT_THAT(names("tax"), testing::UnorderedElementsAre("TaxReturn_2025.pdf", "taxes"));
    fs::create_directories(folder_ / ".config");
    std::ofstream(folder_ / ".config/user-dirs.dirs")
        << "# "
           "x\nXDG_DOCUMENTS_DIR=\"$HOME/private\"\nXDG_MUSIC_DIR=\"$HOME/\"\nXDG_TEMPLATES_DIR=\"$HOME/"
           "T\"\n";
    EXPECT_EQ(userFolders(folder_.path()).front(), folder_ / "private");
    EXPECT_THAT(names("tax"), testing::Contains("tax.txt"));
}

TEST_F(FileSearchTest, HeedsTimesAndCancelling) {
    FileQuery query;
    query.words = "tax return";
    query.after = 4'000'000'000;
    EXPECT_TRUE(findFiles(folder_.path(), query, {}).found.empty());
    query.after.reset();
    query.before = 4'000'000'000;
    EXPECT_EQ(findFiles(folder_.path(), query, {}).found.size(), 1u);
    base::CancelSource source;
    source.cancel();
    EXPECT_FALSE(findFiles(folder_.path(), query, source.token()).complete);
}

TEST(FilePaths, AreShortBelowHome) {
    EXPECT_EQ(shortPath("/home/ana/Documents/a", "/home/ana"), "~/Documents/a");
    EXPECT_EQ(shortPath("/home/anabel/a", "/home/ana"), "/home/anabel/a");
}

}  // namespace
}  // namespace hearth::agent
