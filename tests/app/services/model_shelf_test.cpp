// A model file from the disk to the conversation: opened in the background, used, remembered, refused.
#include "services/model_shelf.h"

#include <gmock/gmock.h>

#include <QSignalSpy>
#include <QTest>
#include <fstream>
#include <future>
#include <thread>

#include "assistant/assistant.h"
#include "demo/fake_agent.h"
#include "fakes/temporary_folder.h"
#include "fakes/tiny_model.h"

namespace hearth::app {
namespace {

constexpr int kPatienceMs = 20000;

class ModelShelfTest : public testing::Test {
  protected:
    ModelShelfTest() {
        tests::TinyModel tiny;
        tiny.write(path("tiny.gguf").toStdString());
        open();
    }
    ~ModelShelfTest() override { close(); }

    void open() {
        settings = std::make_unique<Settings>(folder / "settings.ini");
        settings->setUnloadAfter(QStringLiteral("never"));
        shelf = std::make_unique<ModelShelf>(*settings, folder.path(),
                                             ModelShelf::Options{1, [this] { return freeMemory.load(); }});
        QObject::connect(shelf.get(), &ModelShelf::chatModelChanged, shelf.get(),
                         [this](const QString& name) { said = name; });
        worker = std::make_unique<AgentWorker>(
            [this](const AgentNews&) -> base::Result<MadeAgent> {
                return MadeAgent{
                    makeFakeAgent(0), "Built-in model",
                    [this](const std::shared_ptr<const engine::Model>& model) -> base::Result<void> {
                        used = model != nullptr;
                        return {};
                    },
                    [this](const std::vector<engine::AdapterFile>& adapters) -> base::Result<void> {
                        for (const auto& adapter : adapters)
                            if (adapter.path.ends_with("foreign.gguf"))
                                return base::fail(base::ErrorCode::InvalidInput, "It is for another base.");
                        adaptersInUse = static_cast<int>(adapters.size());
                        return {};
                    }};
            },
            [](const ModelState&) {});
        shelf->setWorker(worker.get());
    }
    void close() {
        shelf->setWorker(nullptr);
        worker.reset();
        shelf.reset();
        settings.reset();
    }
    bool settled() {
        return QTest::qWaitFor([this] { return !shelf->opening(); }, kPatienceMs);
    }
    QString path(const char* name) const { return QString::fromStdString((folder / name).string()); }
    void openFile(const char* name) { shelf->openFile(QUrl::fromLocalFile(path(name))); }

    tests::TemporaryFolder folder;
    std::atomic<bool> used{false};
    std::atomic<int> adaptersInUse{0};
    std::atomic<std::uint64_t> freeMemory{std::uint64_t{1} << 40};
    QString said = "-";
    std::unique_ptr<Settings> settings;
    std::unique_ptr<ModelShelf> shelf;
    std::unique_ptr<AgentWorker> worker;
};

TEST_F(ModelShelfTest, OpensUsesRemembersAndGoesBack) {
    EXPECT_TRUE(shelf->builtIn());
    EXPECT_EQ(shelf->currentName(), "Built-in model");
    openFile("tiny.gguf");
    EXPECT_TRUE(shelf->opening());
    EXPECT_EQ(shelf->openingName(), "tiny");
    ASSERT_TRUE(settled());
    EXPECT_EQ(shelf->error(), "");
    EXPECT_FALSE(shelf->builtIn());
    EXPECT_EQ(shelf->currentName(), "tiny");
    EXPECT_EQ(said, "tiny");
    EXPECT_TRUE(used);

    close();
    used = false;
    open();
    EXPECT_EQ(shelf->openingName(), "tiny") << "it is opened again at the next start";
    ASSERT_TRUE(settled());
    EXPECT_TRUE(used);

    shelf->choose("");
    EXPECT_TRUE(shelf->builtIn());
    EXPECT_EQ(said, "");
    ASSERT_TRUE(QTest::qWaitFor([this] { return !used; }, kPatienceMs));
    close();
    open();
    EXPECT_FALSE(shelf->opening());
    EXPECT_EQ(shelf->list()->rowCount(), 2) << "it can be chosen again";
    shelf->choose(path("tiny.gguf"));
    ASSERT_TRUE(settled());
    EXPECT_FALSE(shelf->builtIn());
}

TEST_F(ModelShelfTest, AdaptersAreOfTheModelThatIsOpenAndRemembered) {
    AdapterShelf& adapters = *shelf->adapters();
    const auto rest = [&] {
        return QTest::qWaitFor([&] { return !shelf->adapters()->busy(); }, kPatienceMs);
    };
    const auto file = [this](const char* name) { return QUrl::fromLocalFile(path(name)); };
    EXPECT_FALSE(adapters.available());
    adapters.add(file("style.gguf"));
    EXPECT_THAT(adapters.error().toStdString(), testing::HasSubstr("larger model"));

    openFile("tiny.gguf");
    ASSERT_TRUE(settled());
    EXPECT_TRUE(adapters.available());
    adapters.add(file("style.gguf"), 0.5);
    adapters.add(file("letters.gguf"));
    ASSERT_TRUE(rest());
    adapters.setScale(path("letters.gguf"), 2);
    ASSERT_TRUE(rest());
    ASSERT_EQ(adapters.list().size(), 2);
    EXPECT_EQ(adapters.list()[1].toMap()["name"], "letters");
    EXPECT_EQ(adapters.list()[1].toMap()["scale"], 2.0);
    EXPECT_EQ(adaptersInUse, 2);
    adapters.add(file("foreign.gguf"));
    ASSERT_TRUE(rest());
    EXPECT_EQ(adapters.error(), "It is for another base.");
    EXPECT_EQ(adapters.list().size(), 2) << "all is as it was";
    adapters.remove(path("style.gguf"));
    ASSERT_TRUE(rest());

    close();
    adaptersInUse = 0;
    open();
    ASSERT_TRUE(settled());
    ASSERT_TRUE(rest());
    ASSERT_EQ(shelf->adapters()->list().size(), 1);
    EXPECT_EQ(shelf->adapters()->list()[0].toMap()["scale"], 2.0);
    EXPECT_EQ(adaptersInUse, 1);
    shelf->choose("");
    EXPECT_TRUE(shelf->adapters()->list().isEmpty());
    EXPECT_FALSE(shelf->adapters()->available());
}

TEST_F(ModelShelfTest, SaysWhatIsWrongWithAFile) {
    std::ofstream(folder / "broken.gguf") << "this is no model";
    tests::TinyModel strange;
    strange.architecture = "quasar";
    strange.write(path("strange.gguf").toStdString());
    const std::pair<const char*, const char*> cases[] = {
        {"broken.gguf", "“broken.gguf” is damaged, or no model file."},
        {"strange.gguf", "quasar"},
        {"gone.gguf", "“gone.gguf” "},
        {"letter.pdf", "Model files end in .gguf."},
    };
    for (const auto& [name, expected] : cases) {
        openFile(name);
        ASSERT_TRUE(settled());
        EXPECT_THAT(shelf->error().toStdString(), testing::HasSubstr(expected));
        EXPECT_TRUE(shelf->builtIn()) << "what answered before still does";
        shelf->dismissError();
        EXPECT_EQ(shelf->error(), "");
    }
}

TEST_F(ModelShelfTest, AnOpeningCanBeCancelled) {
    openFile("tiny.gguf");
    shelf->cancelOpening();
    EXPECT_FALSE(shelf->opening());
    QTest::qWait(50);
    EXPECT_TRUE(shelf->builtIn());
}

TEST_F(ModelShelfTest, GivesItsMemoryBackWithoutUseAndComesBackBeforeTheNextWords) {
    settings->setUnloadAfter(QStringLiteral("5"));  // a minute is a millisecond here
    openFile("tiny.gguf");
    ASSERT_TRUE(settled());
    ASSERT_TRUE(QTest::qWaitFor([&] { return shelf->asleep(); }, kPatienceMs));
    ASSERT_TRUE(QTest::qWaitFor([&] { return !used; }, kPatienceMs));
    EXPECT_EQ(shelf->currentName(), "tiny") << "it is still the one that answers";
    EXPECT_EQ(settings->chatModel(), path("tiny.gguf"));

    shelf->setBusy(true);
    std::promise<bool> there;
    worker->post([&](agent::Agent*, const base::CancelToken&) { there.set_value(used); });
    ASSERT_TRUE(settled());
    EXPECT_TRUE(there.get_future().get()) << "what is asked waits for it";
    EXPECT_FALSE(shelf->asleep());
    QTest::qWait(30);
    EXPECT_FALSE(shelf->asleep()) << "not while it is used";
    shelf->setBusy(false);
    ASSERT_TRUE(QTest::qWaitFor([&] { return shelf->asleep(); }, kPatienceMs));

    shelf->choose(path("tiny.gguf"));  // by hand
    ASSERT_TRUE(settled());
    settings->setUnloadAfter(QStringLiteral("never"));
    QTest::qWait(30);
    EXPECT_FALSE(shelf->asleep());
}

TEST_F(ModelShelfTest, WithoutMemoryForBothTheOneBeforeGoesFirst) {
    tests::TinyModel().write(path("other.gguf").toStdString());
    openFile("tiny.gguf");
    ASSERT_TRUE(settled());
    // There is room only while no model is in use.
    freeMemory = 1000;
    std::thread watch([this] {
        while (used) std::this_thread::yield();
        freeMemory = std::uint64_t{1} << 40;
    });
    openFile("other.gguf");
    ASSERT_TRUE(QTest::qWaitFor([&] { return shelf->currentName() == "other" || !shelf->error().isEmpty(); },
                                kPatienceMs));
    watch.join();
    EXPECT_EQ(shelf->error().toStdString(), "");
    EXPECT_EQ(shelf->currentName(), "other");
    EXPECT_TRUE(used);

    freeMemory = 1000;  // and none at all
    openFile("tiny.gguf");
    ASSERT_TRUE(QTest::qWaitFor([&] { return !shelf->error().isEmpty(); }, kPatienceMs));
    EXPECT_THAT(shelf->error().toStdString(), testing::HasSubstr("too large"));
    EXPECT_EQ(shelf->currentName(), "other");
    EXPECT_TRUE(shelf->asleep());
    freeMemory = std::uint64_t{1} << 40;
    shelf->wake();
    ASSERT_TRUE(settled());
    EXPECT_FALSE(shelf->asleep()) << "what answered before comes back";
}

TEST_F(ModelShelfTest, AFileThatIsRemovedAnswersNoMore) {
    openFile("tiny.gguf");
    ASSERT_TRUE(settled());
    shelf->leave(path("another.gguf"));
    EXPECT_FALSE(shelf->builtIn());
    shelf->move(path("tiny.gguf"), path("moved.gguf"));
    EXPECT_EQ(settings->chatModel(), path("moved.gguf"));
    shelf->leave(path("moved.gguf"));
    EXPECT_TRUE(shelf->builtIn());
    EXPECT_EQ(settings->chatModel(), "");
}

TEST(ModelOpening, RefusesWhatDoesNotFitInMemory) {
    EXPECT_TRUE(checkMemory(100, 100));
    const auto refused = checkMemory(5'000'000'000, 2'100'000'000);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, base::ErrorCode::OutOfMemory);
    EXPECT_THAT(openingProblem("big.gguf", refused.error()),
                testing::AllOf(testing::HasSubstr("big.gguf"), testing::HasSubstr("4.7 GiB"),
                               testing::HasSubstr("2.0 GiB")));
    engine::ModelInfo info;
    info.fileBytes = 1'000'000'000;
    info.layers = 16;
    info.kvHeads = 8;
    info.headDim = 64;
    info.trainedContext = 131072;
    EXPECT_EQ(memoryNeeded(info), 1'000'000'000 + 4096ull * 16 * 8 * 64 * 4 + (128u << 20));
}

}  // namespace
}  // namespace hearth::app
