#include "agent/services.h"

#include "fakes/fake_clock.h"
#include "fakes/fake_desktop.h"
#include "fakes/temporary_folder.h"
#include "fakes/tiny_adapter.h"
#include "fakes/tiny_model.h"

#include <gtest/gtest.h>

#include "calendar/calendar_folder.h"

namespace hearth::tests {
namespace {

namespace fs = std::filesystem;

class Services : public ::testing::Test {
  protected:
    agent::AgentOptions options() {
        agent::AgentOptions made;
        made.dataDir = folder_ / "data";
        made.homeDir = folder_ / "home";
        made.promptsDir = HEARTH_SOURCE "/assets/prompts";
        made.zone = "Europe/Berlin";
        made.clock = &clock_;
        made.desktop = &desktop_;
        return made;
    }
    TemporaryFolder folder_;
    FakeClock clock_;
    FakeDesktop desktop_;
};

TEST_F(Services, WorkWithoutAModelButSaySo) {
    auto services = agent::AgentServices::create(options());
    ASSERT_TRUE(services) << services.error().text();
    EXPECT_GT((*services)->tools().size(), 20u);
    EXPECT_TRUE((*services)->recovered().empty());
    EXPECT_TRUE((*services)->audit().list(10).value().empty());
    const auto asked = (*services)->agent().ask({1, "lunch", {}}, [](const agent::Event&) {}, {});
    ASSERT_FALSE(asked);
    EXPECT_EQ(asked.error().code, base::ErrorCode::Unsupported);
}

TEST_F(Services, LetOneProgramInAtATime) {
    auto first = agent::AgentServices::create(options());
    ASSERT_TRUE(first) << first.error().text();
    const auto second = agent::AgentServices::create(options());
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, base::ErrorCode::Conflict);
    first->reset();
    EXPECT_TRUE(agent::AgentServices::create(options()));
}

TEST_F(Services, NameWhatIsMissing) {
    auto without = options();
    without.desktop = nullptr;
    EXPECT_EQ(agent::AgentServices::create(without).error().where, "desktop");
    without = options();
    without.dataDir.clear();
    EXPECT_EQ(agent::AgentServices::create(without).error().where, "dataDir");
    without = options();
    without.promptsDir = folder_ / "none";
    EXPECT_EQ(agent::AgentServices::create(without).error().where, (folder_ / "none/replies.json").string());
}

TEST_F(Services, LunchWithTheBuiltInModel) {
    const fs::path file = HEARTH_SOURCE "/assets/models/builtin.gguf";
    if (!fs::exists(file))
        GTEST_SKIP() << file << " is not there yet: train it, or fetch it with the sources";
    auto model = engine::Model::open(file.string());
    ASSERT_TRUE(model) << model.error().text();
    auto with = options();
    with.actionModel = *model;
    auto services = agent::AgentServices::create(with);
    ASSERT_TRUE(services) << services.error().text();
    agent::Agent& agent = (*services)->agent();
    std::vector<agent::ProposedAction> proposed;
    auto asked = agent.ask({1, "set up lunch with my sister tomorrow at noon for 90 minutes", {}},
                           [&](const agent::Event& event) {
                               if (const auto* p = std::get_if<agent::ProposedAction>(&event))
                                   proposed.push_back(*p);
                           },
                           {});
    ASSERT_TRUE(asked) << asked.error().text();
    ASSERT_EQ(proposed.size(), 1u);
    EXPECT_EQ(proposed[0].tool, "create_event");
    EXPECT_NE(proposed[0].prepared.summary.find("tomorrow 12:00–13:30"), std::string::npos)
        << proposed[0].prepared.summary;
    const auto done = agent.confirm(proposed[0].id, {}, {});
    ASSERT_TRUE(done) << done.error().text();
    const auto items = [&] {
        return agent::calendar::CalendarFolder(folder_ / "data/calendar", "Europe/Berlin").items();
    };
    ASSERT_EQ(items().size(), 1u);
    EXPECT_EQ(items()[0]->end - items()[0]->start, 5400);
    ASSERT_TRUE(agent.undo(done->auditId));
    EXPECT_TRUE(items().empty());
}

TEST_F(Services, UseAdaptersWithTheLargerModelAlone) {
    TinyModel().write(folder_ / "chat.gguf");
    TinyAdapter().write(folder_ / "style.gguf");
    TinyAdapter other;
    other.architecture = "qwen2";
    other.write(folder_ / "other.gguf");
    const std::vector<engine::AdapterFile> style{{folder_ / "style.gguf", 0.5f}};
    auto services = agent::AgentServices::create(options()).value();
    EXPECT_TRUE(services->setChatAdapters({}));
    const auto early = services->setChatAdapters(style);
    ASSERT_FALSE(early);
    EXPECT_EQ(early.error().code, base::ErrorCode::Unsupported);

    const auto model = engine::Model::open(folder_ / "chat.gguf");
    ASSERT_TRUE(model) << model.error().text();
    EXPECT_FALSE(agent::callsFunctions(**model));
    ASSERT_TRUE(services->setChatModel(*model));
    EXPECT_TRUE(services->setChatAdapters(style));
    fs::remove(folder_ / "style.gguf");
    EXPECT_TRUE(services->setChatAdapters({{folder_ / "style.gguf", 2.0f}})) << "it is not read again";
    const auto foreign = services->setChatAdapters({{folder_ / "other.gguf", 1.0f}});
    ASSERT_FALSE(foreign);
    EXPECT_EQ(foreign.error().code, base::ErrorCode::InvalidInput);
    EXPECT_NE(foreign.error().text().find("qwen2"), std::string::npos) << foreign.error().text();
    EXPECT_TRUE(services->setChatAdapters({}));
}

}  // namespace
}  // namespace hearth::tests
