// The models page and the first start: what the computer can run, a model got, used, removed and brought
// back, and what a person is told where it goes wrong.
#include <fstream>

#include "catalogue/model_library.h"
#include "fakes/tiny_model.h"
#include "gui/pages_fixture.h"

namespace hearth::app {
namespace {

class ModelsStory : public PagesTest {
  protected:
    explicit ModelsStory(bool welcomed = true)
        : PagesTest([this](const CatalogueModel& model, const ModelMarket::Progress& progress,
                           const base::CancelToken& cancel) { return fetch(model, progress, cancel); },
                    welcomed) {}

    // Comes half by itself; then waits until it may end, or is paused.
    base::Result<InstalledModel> fetch(const CatalogueModel& model, const ModelMarket::Progress& progress,
                                       const base::CancelToken& cancel) {
        progress({model.bytes / 2, model.bytes});
        while (!mayEnd_ && !cancel.cancelled()) QTest::qSleep(5);
        if (cancel.cancelled()) return base::fail(base::ErrorCode::Cancelled, "Stopped.", model.url);
        if (fails_)
            return base::fail(base::ErrorCode::Io, "The host cannot give the file just now.", model.url);
        const ModelLibrary library(folder_.path());
        std::filesystem::create_directories(library.folder());
        tests::TinyModel().write((library.folder() / model.fileName).string());
        return library.find(model.fileName);
    }
    void SetUp() override {
        PagesTest::SetUp();
        click("place-models");
        ASSERT_TRUE(wait([this] { return assistant->market()->list()->count() > 0; }));
        first_ = QString::fromStdString(assistant->market()->list()->offers().front().model.id);
        stem_ = QString::fromStdString(
            std::filesystem::path(assistant->market()->list()->offers().front().model.fileName)
                .stem()
                .string());
    }
    // Brings it to where it can be clicked.
    void press(const QString& name) {
        ASSERT_TRUE(wait([&] { return item(name) != nullptr; })) << name.toStdString();
        item(name)->forceActiveFocus(Qt::TabFocusReason);
        QTest::keyClick(window, Qt::Key_Return);
    }

    std::atomic<bool> mayEnd_{false};
    std::atomic<bool> fails_{false};
    QString first_;
    QString stem_;
};

TEST_F(ModelsStory, AModelIsGotPausedUsedRemovedAndBroughtBack) {
    EXPECT_EQ(unnamed(), std::vector<std::string>());
    press("get-" + first_);
    ASSERT_TRUE(
        wait([this] { return item("pause-" + first_) != nullptr && item("progress-" + first_) != nullptr; }));
    EXPECT_EQ(unnamed(), std::vector<std::string>());
    press("pause-" + first_);
    ASSERT_TRUE(wait([this] { return item("get-" + first_) != nullptr; }));
    fails_ = mayEnd_ = true;
    press("get-" + first_);
    ASSERT_TRUE(wait([this] { return item("get-" + first_) != nullptr; }));
    EXPECT_EQ(unnamed(), std::vector<std::string>()) << "a failure is said in words";
    fails_ = false;
    press("get-" + first_);
    ASSERT_TRUE(wait([this] { return item("useOffer-" + first_) != nullptr; }));
    EXPECT_NE(item("use-" + stem_), nullptr) << "it is in the list above too";
    press("useOffer-" + first_);
    ASSERT_TRUE(wait([this] { return !assistant->models()->builtIn(); }));
    EXPECT_EQ(item("useOffer-" + first_), nullptr);

    press("remove-" + stem_);
    ASSERT_TRUE(wait([this] { return assistant->models()->builtIn(); }));
    EXPECT_EQ(item("remove-" + stem_), nullptr);
    EXPECT_EQ(unnamed(), std::vector<std::string>());
    assistant->modelFiles()->restore();
    EXPECT_TRUE(wait([this] { return item("use-" + stem_) != nullptr; }));
}

TEST_F(ModelsStory, OfflineHoldsDownloadsAndIsAtTheFootOfTheSideBar) {
    click("offlineSwitch");
    EXPECT_TRUE(assistant->settings()->offline());
    ASSERT_TRUE(
        wait([this] { return item("get-" + first_) != nullptr && !item("get-" + first_)->isEnabled(); }));
    EXPECT_EQ(unnamed(), std::vector<std::string>());
    click("offlineSwitch");
    EXPECT_TRUE(item("get-" + first_)->isEnabled());
}

TEST_F(ModelsStory, HowLongAModelStaysIsChosenHere) {
    item("keepBox")->forceActiveFocus(Qt::TabFocusReason);
    QTest::keyClick(window, Qt::Key_Down);
    EXPECT_EQ(assistant->settings()->unloadAfterMinutes(), 5);
    window->resize(360, 640);
    QTest::qWait(50);
    assistant->settings()->setTextScale(2);
    QTest::qWait(50);
    EXPECT_NE(item("keepBox"), nullptr);
}

class FirstStart : public PagesTest {
  protected:
    FirstStart() : PagesTest(fakeDownload(0), false) {}
};

TEST_F(FirstStart, WorksAtOnceAndSaysWhatElseThereIs) {
    ASSERT_TRUE(wait([this] { return item("welcomeModels") != nullptr; }));
    ASSERT_TRUE(wait([this] { return !assistant->market()->loading(); }));
    EXPECT_EQ(unnamed(), std::vector<std::string>());
    ask("lunch with my sister");  // nothing has to be done first
    ASSERT_TRUE(waitState(ActionCard::State::Waiting));
    QTest::keyClick(window, Qt::Key_N, Qt::ControlModifier);
    click("welcomeModels");
    EXPECT_EQ(window->property("place").toString(), "models");
    QTest::keyClick(window, Qt::Key_Escape);
    click("welcomeDone");
    EXPECT_TRUE(wait([this] { return item("welcomeModels") == nullptr; }));
    EXPECT_TRUE(assistant->settings()->welcomed());
    QTest::keyClick(window, Qt::Key_Comma, Qt::ControlModifier);
    ASSERT_TRUE(wait([this] { return item("welcomeAgain") != nullptr; }));
    item("welcomeAgain")->forceActiveFocus(Qt::TabFocusReason);
    QTest::keyClick(window, Qt::Key_Return);
    EXPECT_TRUE(wait([this] { return item("welcomeModels") != nullptr; })) << "it can be read again";
}

}  // namespace
}  // namespace hearth::app
