// The story of the library in the real pages: a folder of a dozen formats is added and read, something is
// looked for, and the document opens at the place, on its page, with the words marked.
#include "gui/document_files.h"
#include "gui/pages_fixture.h"

namespace hearth::app {
namespace {

class LibraryPageTest : public PagesTest {
  protected:
    void SetUp() override {
        PagesTest::SetUp();
        assistant->goTo(QStringLiteral("library"));
        ASSERT_TRUE(wait([this] { return !library().loading(); }));
    }
    LibraryService& library() { return *assistant->library(); }
    void press(const QString& name) {
        ASSERT_TRUE(wait([&] { return item(name) != nullptr; })) << name.toStdString();
        QMetaObject::invokeMethod(item(name), "clicked");
    }
    std::string text(const QString& name) {
        auto* found = item(name);
        return found == nullptr ? "" : found->property("text").toString().toStdString();
    }
    void addDozen() {
        files_ = tests::dozenDocuments();
        tests::writeDocuments(papers_ / "papers", files_);
        library().addFolders({QUrl::fromLocalFile(QString::fromStdString((papers_ / "papers").string()))});
        ASSERT_TRUE(wait([this] { return library().folders()->count() == 1; }));
        ASSERT_TRUE(wait([this] { return !library().busy(); }));
    }
    // The path of the best hit.
    std::string best(const std::string& words) {
        library().search()->setText({});
        library().search()->setText(QString::fromStdString(words));
        EXPECT_TRUE(wait([this] { return library().search()->searched() && !library().search()->busy(); }));
        return library().search()->results()->row(0).value(QStringLiteral("path")).toString().toStdString();
    }

    tests::TemporaryFolder papers_;
    std::vector<tests::DocumentFile> files_;
};

TEST_F(LibraryPageTest, TeachesWhileItIsEmpty) {
    ASSERT_TRUE(wait([this] { return item("otherFolder") != nullptr; }));
    EXPECT_EQ(item("librarySearch"), nullptr);
    EXPECT_EQ(unnamed(), std::vector<std::string>());
}

TEST_F(LibraryPageTest, ADozenFormatsAreReadFoundAndShown) {
    addDozen();
    EXPECT_TRUE(library().folders()->row(0).value("counts").toString().startsWith("12 "))
        << library().folders()->row(0).value("counts").toString().toStdString();
    EXPECT_EQ(library().folders()->row(0).value("skipped"), 0);
    for (const tests::DocumentFile& file : files_)
        EXPECT_TRUE(best(file.question).ends_with("/" + file.name))
            << file.question << ": " << best(file.question);
    EXPECT_EQ(unnamed(), std::vector<std::string>());
}

TEST_F(LibraryPageTest, AHitOpensItsPageWithTheWordsMarked) {
    addDozen();
    ASSERT_TRUE(wait([this] { return item("librarySearch") != nullptr; }));
    item("librarySearch")->forceActiveFocus();
    type("dog consent landlord");
    ASSERT_TRUE(wait([this] {
        return library().search()->searched() && !library().search()->busy() && item("passageRow") != nullptr;
    }));
    QTest::keyClick(window, Qt::Key_Return);
    ASSERT_TRUE(wait([this] { return item("pagePicture") != nullptr && item("pageMark") != nullptr; }));
    EXPECT_EQ(text("viewerTitle"), "A report on wells");  // as the file calls itself
    EXPECT_EQ(text("pageCount"), "Page 2 of 2");
    // The mark lies where the line was written: at a height of 700 points of 842.
    const auto* mark = item("pageMark");
    const auto* page = item("pagePicture");
    EXPECT_NEAR((mark->y() + mark->height() / 2) / page->height(), 1 - 704.0 / 842, 0.03);
    press("previousPage");
    ASSERT_TRUE(wait([this] { return text("pageCount") == "Page 1 of 2" && item("pageMark") == nullptr; }));

    press("textToggle");
    ASSERT_TRUE(wait([this] { return item("wantedPassage") != nullptr; }));
    EXPECT_NE(item("wantedPassage")->property("plain").toString().indexOf("dog needs the consent"), -1);
    press("nextHit");
    ASSERT_TRUE(wait([this] { return library().search()->shown() == 1 && !library().viewer()->loading(); }));
    QTest::keyClick(window, Qt::Key_Escape);
    ASSERT_TRUE(wait([this] { return !library().viewer()->shown() && item("documentViewer") == nullptr; }));
}

TEST_F(LibraryPageTest, APassageOpensFromElsewhere) {
    addDozen();
    best("queen yellow dot");
    const QVariantMap hit = library().search()->results()->row(0);
    assistant->goTo(QString());
    library().openPassage(hit.value("document").toDouble(), hit.value("chunk").toDouble());
    ASSERT_TRUE(wait([this] { return item("wantedPassage") != nullptr; }));
    EXPECT_EQ(window->property("place"), "library");
    library().openPassage(hit.value("document").toDouble() + 1000, 1);
    ASSERT_TRUE(wait([this] { return item("viewerProblem") != nullptr; }));
}

TEST_F(LibraryPageTest, RulesSkippedFilesAndRemoval) {
    tests::writeDocuments(
        papers_ / "papers",
        {{"a.txt", "Apples.\n", ""}, {"b.log", "Pears.\n", ""}, {"c.bin", std::string("\0\1\2", 3), ""}});
    library().addFolders({QUrl::fromLocalFile(QString::fromStdString((papers_ / "papers").string()))});
    ASSERT_TRUE(wait([this] { return library().folders()->count() == 1 && !library().busy(); }));
    press("folderSkipped");
    ASSERT_TRUE(wait([this] { return item("skippedRow") != nullptr; }));
    QTest::keyClick(window, Qt::Key_Escape);
    ASSERT_TRUE(wait([this] { return item("skippedRow") == nullptr; }));

    press("folderRules");
    ASSERT_TRUE(wait([this] { return item("excludeText") != nullptr; }));
    item("excludeText")->setProperty("text", "*.log\n*.bin");
    press("saveRules");
    ASSERT_TRUE(wait([this] {
        return library().folders()->row(0).value("counts").toString().startsWith("1 ") && !library().busy();
    }));
    EXPECT_EQ(library().folders()->row(0).value("skipped"), 0);

    press("folderRemove");
    ASSERT_TRUE(wait([this] { return item("removeFolder") != nullptr; }));
    press("removeFolder");
    ASSERT_TRUE(wait([this] { return library().folders()->count() == 0; }));
    ASSERT_TRUE(wait([this] { return item("otherFolder") != nullptr; }));
}

}  // namespace
}  // namespace hearth::app
