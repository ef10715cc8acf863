#include "ingest/folder_scan.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

#include "fakes/temporary_folder.h"

namespace hearth::rag {
namespace {

using testing::ElementsAre;
namespace fs = std::filesystem;

struct Case {
    const char* path;
    bool excluded;
};

TEST(FolderRules, LeaveOut) {
    const FolderRules rules{{"*.log", "old/*", "drafts"}, false};
    const Case cases[] = {
        {"a.txt", false},       {"b/a.txt", false},   {".hidden", true},        {"b/.git/config", true},
        {"a.log", true},        {"b/a.log", true},    {"old/a.txt", true},      {"b/old/a.txt", false},
        {"drafts/a.txt", true}, {"b/drafts/x", true}, {"node_modules/x", true}, {"~$report.docx", true},
        {"report.docx~", true}, {"film.part", true},  {"a.logs", false},        {"", false},
    };
    for (const Case& each : cases) EXPECT_EQ(isExcluded(rules, each.path), each.excluded) << each.path;
    EXPECT_FALSE(isExcluded({{}, true}, ".hidden"));
}

TEST(FolderScan, GivesFilesInOrderAndDoesNotGoInCircles) {
    const hearth::tests::TemporaryFolder folder;
    const std::string root = folder.path();
    fs::create_directories(folder / "b/c");
    for (const char* name : {"z.txt", "a.txt", "b/m.txt", "b/c/n.txt", "b/.h", "b/x.tmp"})
        std::ofstream(folder / name) << "12345";
    fs::create_directory_symlink(folder.path(), folder / "b/circle");
    fs::create_symlink(folder / "a.txt", folder / "link.txt");
    fs::create_symlink(folder / "none", folder / "broken.txt");
    const auto scan = [&](const std::string& start, std::vector<std::string>* folders) {
        std::vector<std::string> files;
        const std::function<void(const std::string&)> subfolder = [&](const std::string& path) {
            folders->push_back(relativeTo(root, path));
        };
        const ScanCounts counts = scanFolder(root, start, {},
                                             [&](const FileState& file) {
                                                 EXPECT_EQ(file.size, 5u);
                                                 files.push_back(relativeTo(root, file.path));
                                             },
                                             folders == nullptr ? nullptr : subfolder, {});
        EXPECT_EQ(counts.unreadable, 0u);
        return files;
    };
    std::vector<std::string> folders;
    EXPECT_THAT(scan(root, &folders), ElementsAre("a.txt", "b/c/n.txt", "b/m.txt", "link.txt", "z.txt"));
    EXPECT_THAT(folders, ElementsAre("", "b", "b/c"));
    EXPECT_THAT(scan(root + "/b/c", nullptr), ElementsAre("b/c/n.txt"));
    EXPECT_THAT(scan(root + "/a.txt", nullptr), ElementsAre("a.txt"));
    EXPECT_THAT(scan(root + "/b/.h", nullptr), ElementsAre());
    EXPECT_THAT(scan(root + "/gone", nullptr), ElementsAre());
}

}  // namespace
}  // namespace hearth::rag
