// What is removed from the library leaves no bytes in its file.
#include <gmock/gmock.h>
#include <sys/stat.h>

#include <fstream>
#include <sstream>

#include "library_fixture.h"
#include "rag/library_store.h"

namespace hearth::rag {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class WipeTraces : public LibraryTest {
  protected:
    std::string bytes() const {
        std::ostringstream out;
        for (const char* tail : {"", "-wal"})
            out << std::ifstream(store_->path() + tail, std::ios::binary).rdbuf();
        return out.str();
    }
};

TEST_F(WipeTraces, OfADocumentThatWasRemoved) {
    put("/a/one.txt", {"the canaryfirst sings", "and canarysecond too"});
    put("/a/two.txt", {"the canarythird stays"});
    EXPECT_THAT(bytes(), HasSubstr("canaryfirst"));
    ASSERT_TRUE(store_->removed("/a/one.txt"));
    ASSERT_TRUE(store_->wipeTraces());
    for (const char* word : {"canaryfirst", "canarysecond", "one.txt"})
        EXPECT_THAT(bytes(), Not(HasSubstr(word)));
    EXPECT_THAT(bytes(), HasSubstr("canarythird"));
    EXPECT_EQ(matching("canarythird").size(), 1u);
}

TEST_F(WipeTraces, TheFileIsForTheUserAlone) {
    struct stat state {};
    ASSERT_EQ(::stat(store_->path().c_str(), &state), 0);
    EXPECT_EQ(state.st_mode & 0777, 0600u);
}

}  // namespace
}  // namespace hearth::rag
