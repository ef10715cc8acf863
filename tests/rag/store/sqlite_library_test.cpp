// The library in a file: what holds for every database, and what is its own.
#include <fstream>

#include "rag/sqlite.h"
#include "store/each_database.h"

namespace hearth::rag {
namespace {

base::Result<std::string> newFile(const tests::TemporaryFolder& folder) {
    return (folder / "library.db").string();
}

HEARTH_IN_DATABASE(File, newFile);

TEST(LibraryStoreFile, SaysWhatIsWrongWithIt) {
    const tests::TemporaryFolder folder;
    std::ofstream(folder / "no.db") << std::string(5000, 'x');
    EXPECT_EQ(LibraryStore::open((folder / "no.db").string()).error().code, base::ErrorCode::InvalidInput);
    {
        auto newer = Database::open((folder / "new.db").string(), "things");
        ASSERT_TRUE((*newer)->execute("PRAGMA user_version=99"));
    }
    const auto opened = LibraryStore::open((folder / "new.db").string());
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().code, base::ErrorCode::Unsupported);
}

}  // namespace
}  // namespace hearth::rag
