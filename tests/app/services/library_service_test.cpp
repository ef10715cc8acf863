// The library behind the window: folders come, are read, change and go; passages are found and shown; files
// belong to one conversation.
#include "services/library_service.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>
#include <filesystem>
#include <fstream>

#include "fakes/temporary_folder.h"
#include "storage/data_vault.h"

namespace hearth::app {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;

class LibraryServiceTest : public testing::Test {
  protected:
    static constexpr int kPatienceMs = 30000;

    void SetUp() override {
        fs::create_directories(papers());
        fs::create_directories(home_ / "data");
        start();
    }
    void start() { library = std::make_unique<LibraryService>(home_ / "data"); }
    fs::path papers() const { return home_ / "papers"; }
    void write(const std::string& name, const std::string& text) const {
        fs::create_directories((papers() / name).parent_path());
        std::ofstream(papers() / name) << text;
        // Of another day: what was just written is left to rest first.
        fs::last_write_time(papers() / name, fs::file_time_type::clock::now() - std::chrono::hours(24));
    }
    void add(const fs::path& path) {
        library->addFolders({QUrl::fromLocalFile(QString::fromStdString(path.string()))});
    }
    template <typename Condition>
    bool wait(Condition condition) {
        return QTest::qWaitFor(condition, kPatienceMs);
    }
    bool waitDone() {
        return wait([this] { return library->folders()->count() > 0 && !library->busy(); });
    }
    std::vector<std::string> found(const QString& words) {
        library->search()->setText({});
        library->search()->setText(words);
        EXPECT_TRUE(wait([this] { return library->search()->searched() && !library->search()->busy(); }));
        std::vector<std::string> names;
        for (const QVariantMap& row : library->search()->results()->rows())
            names.push_back(fs::path(row.value(QStringLiteral("path")).toString().toStdString()).filename());
        return names;
    }

    tests::TemporaryFolder home_;
    std::unique_ptr<LibraryService> library;
};

TEST_F(LibraryServiceTest, AFolderIsReadShownAndFound) {
    QAbstractItemModelTester tester(library->folders());
    write("wells.md", "# Wells\n\nThe deep well of Rome was dug in 1911.\n");
    write("prices.csv", "Part,Price\npump,20\nmotor,30\n");
    write("broken.docx", "PK\x03\x04 no archive");
    add(papers());
    ASSERT_TRUE(waitDone());
    const QVariantMap row = library->folders()->row(0);
    EXPECT_EQ(row.value("name"), "papers");
    EXPECT_EQ(row.value("phase"), "ready");
    EXPECT_EQ(row.value("skipped"), 1);
    library->showSkipped(row.value("path").toString());
    ASSERT_TRUE(wait([this] { return library->skipped()->count() == 1; }));
    EXPECT_EQ(library->skipped()->row(0).value("name"), "broken.docx");

    ASSERT_FALSE(found("when was the well dug").empty());
    const QVariantMap hit = library->search()->results()->row(0);
    EXPECT_TRUE(hit.value("snippet").toString().contains("<b>dug</b>"))
        << hit.value("snippet").toString().toStdString();
    QSignalSpy requested(library.get(), &LibraryService::passageRequested);
    library->openPassage(hit.value("document").toDouble(), hit.value("chunk").toDouble());
    EXPECT_EQ(requested.count(), 1);
    ASSERT_TRUE(wait([this] { return !library->viewer()->loading(); }));
    ASSERT_GE(library->viewer()->wantedRow(), 0);
    EXPECT_EQ(library->viewer()->passages()->row(library->viewer()->wantedRow()).value("key"),
              hit.value("chunk"));
    EXPECT_EQ(library->viewer()->title(), "Wells");
}

TEST_F(LibraryServiceTest, ChangesAreNoticedAndTheRestIsKept) {
    write("one.txt", "The quick brown fox.\n");
    add(papers());
    ASSERT_TRUE(waitDone());
    std::ofstream(papers() / "two.txt") << "A heron stood in the shallows.\n";
    ASSERT_TRUE(
        wait([this] { return library->folders()->row(0).value("counts").toString().startsWith("2 "); }));
    EXPECT_EQ(found("heron").front(), "two.txt");
    fs::remove(papers() / "one.txt");
    ASSERT_TRUE(
        wait([this] { return library->folders()->row(0).value("counts").toString().startsWith("1 "); }));
    library.reset();
    start();
    ASSERT_TRUE(waitDone());
    EXPECT_EQ(found("heron").front(), "two.txt");
}

TEST_F(LibraryServiceTest, RulesLeaveOutAndRemovingForgets) {
    write("keep.txt", "Apples and pears.\n");
    write("drafts/old.txt", "Apples and plums.\n");
    add(papers());
    ASSERT_TRUE(waitDone());
    EXPECT_EQ(found("apples").size(), 2u);
    const QString path = library->folders()->row(0).value("path").toString();
    library->setRules(path, "drafts\n\n", false);
    ASSERT_TRUE(
        wait([this] { return library->folders()->row(0).value("counts").toString().startsWith("1 "); }));
    EXPECT_EQ(library->folders()->row(0).value("exclude"), "drafts");
    library->removeFolder(path);
    ASSERT_TRUE(wait([this] { return library->folders()->count() == 0; }));
    EXPECT_TRUE(found("pears").empty());
    EXPECT_TRUE(fs::exists(papers() / "keep.txt"));
}

TEST_F(LibraryServiceTest, AFolderWithinAnotherBelongsToIt) {
    write("inner/a.txt", "Apples.\n");
    write("b.txt", "Pears.\n");
    add(papers() / "inner");
    ASSERT_TRUE(waitDone());
    add(papers());
    ASSERT_TRUE(
        wait([this] { return library->folders()->row(0).value("name") == "papers" && !library->busy(); }));
    EXPECT_EQ(library->folders()->count(), 1);
    EXPECT_THAT(found("apples"), testing::UnorderedElementsAre("a.txt", "b.txt"));  // each once
    QSignalSpy said(library.get(), &LibraryService::said);
    add(papers() / "inner");
    add(papers() / "b.txt");
    EXPECT_EQ(said.count(), 2);
}

TEST_F(LibraryServiceTest, AFolderThatIsNotThereKeepsWhatIsKnown) {
    write("a.txt", "Apples.\n");
    add(papers());
    ASSERT_TRUE(waitDone());
    fs::rename(papers(), home_ / "elsewhere");
    ASSERT_TRUE(wait([this] { return library->folders()->row(0).value("phase") == "missing"; }));
    EXPECT_EQ(found("apples").size(), 1u);
    fs::rename(home_ / "elsewhere", papers());
    ASSERT_TRUE(wait([this] { return library->folders()->row(0).value("phase") == "ready"; }));
}

TEST_F(LibraryServiceTest, PausesWhenAskedTo) {
    library->setPaused(true);
    write("a.txt", "Apples.\n");
    add(papers());
    ASSERT_TRUE(
        wait([this] { return library->folders()->count() == 1 && !library->pauseWords().isEmpty(); }));
    EXPECT_TRUE(library->busy());
    EXPECT_TRUE(found("apples").empty());
    library->setPaused(false);
    ASSERT_TRUE(waitDone());
    EXPECT_EQ(found("apples").size(), 1u);
}

TEST_F(LibraryServiceTest, AnAttachedFileBelongsToItsConversation) {
    write("a.txt", "The heron of the lake.\n");
    write("b.bin", std::string("\0\1\2", 3));
    QSignalSpy done(library.get(), &LibraryService::attachedDone);
    QSignalSpy refused(library.get(), &LibraryService::attachmentRefused);
    const auto file = [this](const char* name) {
        return QUrl::fromLocalFile(QString::fromStdString((papers() / name).string()));
    };
    library->attach(7, file("a.txt"));
    library->attach(7, file("b.bin"));
    ASSERT_TRUE(wait([&] { return done.count() == 1 && refused.count() == 1; }));
    EXPECT_TRUE(found("heron").empty());
    EXPECT_THAT(library->scope(7, {}), ElementsAre("/", "attached:7"));
    EXPECT_THAT(library->scope(8, {}), ElementsAre());
    library->showAttachments(7);
    ASSERT_TRUE(wait([this] { return library->attached()->count() == 1; }));
    EXPECT_EQ(library->attached()->row(0).value("name"), "a.txt");
    library->search()->setFolder("attached:7");
    EXPECT_THAT(found("heron"), ElementsAre("a.txt"));
    library->dropAttachments(7);
    ASSERT_TRUE(wait([this] { return library->attached()->count() == 0; }));
    EXPECT_TRUE(library->scope(7, {}).empty());
}

TEST_F(LibraryServiceTest, WorksOnSealedDataAndKeepsNoGraphOfIt) {
    library.reset();
    DataVault vault(home_ / "data", {1, 8192});
    ASSERT_TRUE(vault.seal("correct horse"));
    start();
    write("a.txt", "The heron of the lake.\n");
    add(papers());
    ASSERT_TRUE(waitDone());
    EXPECT_EQ(found("heron").front(), "a.txt");
    library.reset();
    EXPECT_FALSE(fs::exists(home_ / "data" / "library.graph"));
    std::ifstream file(home_ / "data" / "library.db", std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    EXPECT_FALSE(bytes.empty());
    EXPECT_EQ(bytes.find("heron"), std::string::npos);
}

}  // namespace
}  // namespace hearth::app
