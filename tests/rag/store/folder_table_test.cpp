// Folders of the library and files of conversations.
#include <gmock/gmock.h>

#include "rag/library.h"
#include "store/each_database.h"

namespace hearth::rag {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST_P(FolderTableTest, KeepsFoldersWithTheirRules) {
    ASSERT_TRUE(store_->keepFolder({"/b", {{"*.log", "old"}, true}, 5, 0}));
    ASSERT_TRUE(store_->keepFolder({"/a", {}, 6, 0}));
    ASSERT_TRUE(store_->noteChange("/b", 77));
    ASSERT_TRUE(store_->keepFolder({"/b", {{"*.tmp"}, false}, 99, 0}));  // other rules
    const auto folders = store_->folders();
    ASSERT_EQ(folders->size(), 2u);
    EXPECT_EQ((*folders)[0].path, "/a");
    EXPECT_THAT((*folders)[1].rules.exclude, ElementsAre("*.tmp"));
    EXPECT_FALSE((*folders)[1].rules.hidden);
    EXPECT_EQ((*folders)[1].added, 5);
    EXPECT_EQ((*folders)[1].changed, 77);
}

TEST_P(FolderTableTest, ForgettingAFolderLeavesWhatAnotherHolds) {
    for (const char* path : {"/a", "/a/inner", "/ab"}) ASSERT_TRUE(store_->keepFolder({path, {}, 1, 0}));
    put("/a/one.txt", {"apples"});
    put("/a/inner/two.txt", {"pears"});
    put("/ab/three.txt", {"plums"});
    ASSERT_TRUE(store_->forgetFolder("/a"));
    EXPECT_THAT(matching("apples"), IsEmpty());
    EXPECT_THAT(matching("pears"), ElementsAre("pears"));
    EXPECT_THAT(matching("plums"), ElementsAre("plums"));
    EXPECT_EQ(store_->folders()->size(), 2u);
}

TEST_P(FolderTableTest, AttachedFilesAreFoundInTheirConversationAlone) {
    put("/a/one.txt", {"the heron flew"});
    put(attachmentFolder(7) + "/tmp/two.txt", {"the heron stood"});
    put(attachmentFolder(71) + "/tmp/three.txt", {"the heron slept"});
    EXPECT_EQ(filePath("attached:7/tmp/two.txt"), "/tmp/two.txt");
    EXPECT_EQ(filePath("/a/one.txt"), "/a/one.txt");
    EXPECT_EQ(filePath("attached:7"), "");
    EXPECT_THAT(*store_->attachedConversations(), ElementsAre(7, 71));
    EXPECT_EQ(store_->counts()->documents, 1);
    EXPECT_EQ(store_->counts()->bytes, 10);
    EXPECT_THAT(matching("heron", {{attachmentFolder(7)}}), ElementsAre("the heron stood"));

    auto library = Library::open(place_, "", std::make_unique<FakeEmbedder>());
    ASSERT_TRUE(library);
    EXPECT_EQ(*(*library)->waiting(), 3);
    while (*(*library)->catchUp(10)) {
    }
    EXPECT_EQ(*(*library)->waiting(), 0);
    RetrievalRequest request;
    request.question = "heron";
    ASSERT_EQ((*library)->find(request)->passages.size(), 1u);
    request.filter.folders = {"/", attachmentFolder(71)};
    EXPECT_EQ((*library)->find(request)->passages.size(), 2u);
    ASSERT_TRUE(store_->forgetAttachments(7));
    EXPECT_THAT(*store_->attachedConversations(), ElementsAre(71));
}

TEST_P(FolderTableTest, KindsAreAFilter) {
    put("/a/one.txt", {"the heron flew"});
    ParsedDocument page = documentOf("/a/two.pdf", "p");
    page.document.kind = DocumentKind::Pdf;
    ASSERT_TRUE(store_->put(page, chunksOf(page, {"the heron stood"})));
    SearchFilter filter;
    filter.kinds = {DocumentKind::Pdf, DocumentKind::Docx};
    EXPECT_FALSE(filter.empty());
    EXPECT_THAT(matching("heron", filter), ElementsAre("the heron stood"));
    filter.folders = {"/b"};
    EXPECT_THAT(matching("heron", filter), IsEmpty());
    const auto documents = store_->documents();
    EXPECT_EQ(store_->document(documents->front().id)->document.path, "/a/one.txt");
    EXPECT_EQ(store_->document(12345).error().code, base::ErrorCode::NotFound);
}

// Another Library of the same file finds by meaning what this one wrote.
TEST_P(FolderTableTest, ASecondLibraryTakesOverWhatTheFirstWrote) {
    const std::map<std::string, std::string> alike = {{"automobile", "car"}};
    auto writer = Library::open(place_, "", std::make_unique<FakeEmbedder>(alike));
    auto reader = Library::open(place_, "", std::make_unique<FakeEmbedder>(alike));
    ASSERT_TRUE(writer && reader);
    put("/a/one.txt", {"automobile"});
    while (*(*writer)->catchUp(10)) {
    }
    RetrievalRequest request;
    request.question = "car";
    EXPECT_TRUE((*reader)->find(request)->passages.empty());
    ASSERT_TRUE((*reader)->refresh());
    EXPECT_EQ((*reader)->find(request)->passages.size(), 1u);
}

}  // namespace
}  // namespace hearth::rag
