#include "rag/library.h"

#include <gmock/gmock.h>

#include "library_fixture.h"

namespace hearth::rag {
namespace {

class LibraryWhole : public ::testing::Test {
  protected:
    std::unique_ptr<Library> open(const std::string& name = "first") {
        auto library = Library::open((folder_ / "l.db").string(), (folder_ / "graph").string(),
                                     std::make_unique<FakeEmbedder>(alike_, name));
        EXPECT_TRUE(library) << library.error().text();
        return std::move(*library);
    }
    static void put(Library& library, const std::string& path, const std::string& text) {
        const ParsedDocument document = documentOf(path);
        ASSERT_TRUE(library.store().put(document, chunksOf(document, {text})));
    }
    static void catchUp(Library& library) {
        for (int i = 0; i < 100; ++i)
            if (!library.catchUp(1).value()) return;
        FAIL() << "it never ends";
    }
    static int found(Library& library, const std::string& question) {
        RetrievalRequest request;
        request.question = question;
        return library.find(request)->found;
    }
    const std::map<std::string, std::string> alike_ = {{"automobile", "car"}};
    tests::TemporaryFolder folder_;
};

TEST_F(LibraryWhole, FindsByWordsAtOnceAndByMeaningAfterCatchingUp) {
    auto library = open();
    put(*library, "/a", "the car is red");
    EXPECT_EQ(found(*library, "car"), 1);
    EXPECT_EQ(found(*library, "automobile"), 0);
    catchUp(*library);
    EXPECT_EQ(found(*library, "automobile"), 1);
    ASSERT_TRUE(library->saveGraph());
    library.reset();
    EXPECT_EQ(found(*open(), "automobile"), 1);
}

TEST_F(LibraryWhole, TheOldVectorsAnswerUntilTheNewOnesAreComplete) {
    auto library = open();
    put(*library, "/a", "the car is red");
    put(*library, "/b", "the sky is blue");
    catchUp(*library);
    ASSERT_TRUE(library->replaceEmbedder(std::make_unique<FakeEmbedder>(alike_, "second")));
    ASSERT_TRUE(library->catchUp(1).value());
    EXPECT_EQ(library->embedder().name(), "first");
    EXPECT_GE(found(*library, "automobile"), 1);
    catchUp(*library);
    EXPECT_EQ(library->embedder().name(), "second");
    EXPECT_GE(found(*library, "automobile"), 1);
    EXPECT_EQ(library->store().vectorModels()->size(), 1u);
}

}  // namespace
}  // namespace hearth::rag
