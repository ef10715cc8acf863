// Downloads of the catalogue against a server that cuts, stalls and lies, as the models page drives them.
#include "services/model_market.h"

#include <gmock/gmock.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "fakes/misbehaving_server.h"
#include "fakes/temporary_folder.h"
#include "fakes/tiny_model.h"
#include "privacy/sha256.h"
#include "settings/settings_file.h"

namespace hearth::app {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

constexpr int kPatienceMs = 30000;

std::string read(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

class ModelMarketTest : public testing::Test {
  protected:
    static void SetUpTestSuite() { server = std::make_unique<tests::MisbehavingServer>(); }
    static void TearDownTestSuite() { server.reset(); }

    ModelMarketTest() {
        tests::TinyModel tiny;
        tiny.embedding = 64;
        tiny.write((folder / "source.gguf").string());
        content = read(folder / "source.gguf");
        std::ofstream(folder / "letter.txt") << "no model at all";
    }

    // The catalogue has one model, that this kind of server gives.
    void open(const std::string& kind, const std::string& file = "source.gguf") {
        privacy::Sha256 sum;
        const std::string bytes = read(folder / file);
        sum.add(bytes);
        const nlohmann::json catalogue = {{"hosts", {"127.0.0.1"}},
                                          {"models",
                                           {{{"id", "tiny"},
                                             {"name", "Tiny"},
                                             {"architecture", "llama"},
                                             {"licence", "MIT"},
                                             {"file", "tiny.gguf"},
                                             {"url", server->at("/" + kind + "?" + (folder / file).string())},
                                             {"bytes", bytes.size()},
                                             {"context", 128},
                                             {"sha256", sum.hex()}}}}};
        std::ofstream(folder / "catalogue.json") << catalogue.dump();
        again();
    }
    void again() {
        market.reset();
        market = std::make_unique<ModelMarket>(
            ModelMarket::Options{folder.path(), folder / "catalogue.json", {}, {6, 1, stallMs}});
        tester = std::make_unique<QAbstractItemModelTester>(
            market->list(), QAbstractItemModelTester::FailureReportingMode::Fatal);
        market->look();
        ASSERT_TRUE(QTest::qWaitFor([&] { return !market->loading(); }, kPatienceMs));
        ASSERT_EQ(market->error().toStdString(), "");
        ASSERT_EQ(market->list()->count(), 1);
    }
    const Offer& offer() const { return market->list()->offers().front(); }
    bool becomes(Offer::State state) {
        return QTest::qWaitFor([&] { return offer().state == state; }, kPatienceMs);
    }
    bool settles() {
        return QTest::qWaitFor([&] { return offer().state != Offer::State::Downloading; }, kPatienceMs);
    }
    QVariant at(int role) const { return market->list()->data(market->list()->index(0), role); }
    fs::path target() const { return folder / "models/tiny.gguf"; }

    inline static std::unique_ptr<tests::MisbehavingServer> server;
    tests::TemporaryFolder folder;
    std::string content;
    int stallMs = 300;
    std::unique_ptr<ModelMarket> market;
    std::unique_ptr<QAbstractItemModelTester> tester;
};

class Unkind : public ModelMarketTest, public testing::WithParamInterface<const char*> {};

TEST_P(Unkind, GivesAModelInTheEnd) {
    open(GetParam());
    EXPECT_EQ(offer().state, Offer::State::Available);
    QSignalSpy installed(market.get(), &ModelMarket::installed);
    market->get("tiny");
    ASSERT_TRUE(settles());
    EXPECT_EQ(offer().problem.toStdString(), "");
    ASSERT_EQ(offer().state, Offer::State::Installed);
    ASSERT_TRUE(QTest::qWaitFor([&] { return installed.size() == 1; }, kPatienceMs));
    EXPECT_TRUE(read(target()) == content);
    EXPECT_EQ(at(OfferListModel::ShareRole).toDouble(), 1);
    EXPECT_EQ(at(OfferListModel::PathRole).toString().toStdString(), target().string());
    market->get("tiny");  // it is here already
    EXPECT_EQ(offer().state, Offer::State::Installed);
}
INSTANTIATE_TEST_SUITE_P(Servers, Unkind,
                         testing::Values("ok", "cut", "stall", "changed", "norange", "bare", "busy"));

class Lying : public ModelMarketTest,
              public testing::WithParamInterface<std::pair<const char*, const char*>> {};

TEST_P(Lying, IsFoundOutAndNothingIsInstalled) {
    const auto [kind, says] = GetParam();
    open(kind);
    market->get("tiny");
    ASSERT_TRUE(settles());
    EXPECT_EQ(offer().state, Offer::State::Failed);
    EXPECT_THAT(at(OfferListModel::ProblemRole).toString().toStdString(), HasSubstr(says));
    EXPECT_FALSE(fs::exists(target()));
    again();
    EXPECT_NE(offer().state, Offer::State::Installed) << "nor after a new start";
}
INSTANTIATE_TEST_SUITE_P(Servers, Lying,
                         testing::Values(std::pair("wrong", "checksum"), std::pair("long", "more than"),
                                         std::pair("short", "kept"), std::pair("status/404", "no longer"),
                                         std::pair("status/401", "licence")));

TEST_F(ModelMarketTest, PausesAndGoesOnAfterANewStart) {
    stallMs = 10 * kPatienceMs;  // it would wait for the second half
    open("stall");
    market->get("tiny");
    ASSERT_TRUE(QTest::qWaitFor([&] { return privacy::downloadedSoFar(target()) >= content.size() / 2; },
                                kPatienceMs));
    EXPECT_EQ(offer().state, Offer::State::Downloading);
    market->pause("tiny");
    ASSERT_TRUE(becomes(Offer::State::Paused));
    EXPECT_GT(at(OfferListModel::ShareRole).toDouble(), 0.4);
    EXPECT_THAT(at(OfferListModel::ProgressRole).toString().toStdString(), HasSubstr(" of "));
    EXPECT_FALSE(fs::exists(target()));
    again();
    EXPECT_EQ(offer().state, Offer::State::Paused);
    EXPECT_EQ(offer().done, content.size() / 2);
    market->get("tiny");
    ASSERT_TRUE(becomes(Offer::State::Installed));
    EXPECT_TRUE(read(target()) == content);
}

TEST_F(ModelMarketTest, WhatHasComeCanBeDeleted) {
    open("stall");
    market->get("tiny");
    ASSERT_TRUE(QTest::qWaitFor([&] { return offer().done > 0; }, kPatienceMs));
    market->forget("tiny");  // also while it runs
    EXPECT_EQ(offer().state, Offer::State::Available);
    EXPECT_EQ(privacy::downloadedSoFar(target()), 0u);
    again();
    EXPECT_EQ(offer().state, Offer::State::Available);
}

TEST_F(ModelMarketTest, NothingIsFetchedWhileOfflineAndOnlyModelsAreKept) {
    open("ok");
    ASSERT_TRUE(SettingsFile::in(folder.path()).set("network.offline", "on"));
    market->get("tiny");
    ASSERT_TRUE(becomes(Offer::State::Failed));
    EXPECT_THAT(offer().problem.toStdString(), testing::ContainsRegex("[Oo]ffline"));
    ASSERT_TRUE(SettingsFile::in(folder.path()).set("network.offline", "off"));
    market->look();
    ASSERT_TRUE(QTest::qWaitFor([&] { return !market->loading(); }, kPatienceMs));
    EXPECT_EQ(offer().state, Offer::State::Failed) << "what went wrong is still said";
    market->get("tiny");
    ASSERT_TRUE(becomes(Offer::State::Installed));

    fs::remove_all(folder / "models");
    open("ok", "letter.txt");
    market->get("tiny");
    ASSERT_TRUE(becomes(Offer::State::Failed));
    EXPECT_FALSE(fs::exists(target()));
}

TEST_F(ModelMarketTest, SaysWhatTheMachineIsAndWhyThereIsNoCatalogue) {
    ModelMarket none({folder.path(), folder / "gone.json", {}, {}});
    EXPECT_EQ(none.memory(), "");
    none.look();
    ASSERT_TRUE(QTest::qWaitFor([&] { return !none.loading(); }, kPatienceMs));
    EXPECT_THAT(none.error().toStdString(), HasSubstr("gone.json"));
    EXPECT_EQ(none.list()->count(), 0);
    EXPECT_THAT(none.memory().toStdString(), HasSubstr("iB of memory"));
    EXPECT_THAT(none.processor().toStdString(), HasSubstr("core"));
    EXPECT_FALSE(none.graphics().isEmpty());
    open("ok");
    EXPECT_TRUE(offer().best);
    EXPECT_THAT(market->advice().toStdString(), HasSubstr("Tiny"));
    EXPECT_THAT(at(OfferListModel::FactsRole).toString().toStdString(), HasSubstr("MIT"));
}

}  // namespace
}  // namespace hearth::app
