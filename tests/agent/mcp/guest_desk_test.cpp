#include "agent/guest_desk.h"

#include <gmock/gmock.h>

#include "fakes/fake_desktop.h"
#include "fakes/temporary_folder.h"

namespace hearth::agent {
namespace {

using testing::ElementsAre;

class GuestDeskTest : public testing::Test {
  protected:
    GuestDeskTest() {
        AgentOptions options;
        options.dataDir = folder_.path();
        options.promptsDir = HEARTH_SOURCE "/assets/prompts";
        options.desktop = &desktop_;
        auto services = AgentServices::create(options);
        EXPECT_TRUE(services) << services.error().text();
        services_ = std::move(*services);
        desk_ = std::make_unique<GuestDesk>(
            folder_.path(), *services_,
            [this](std::vector<privacy::EgressRule>) -> base::Result<std::unique_ptr<privacy::Egress>> {
                auto log = privacy::EgressLog::open(folder_ / "hearth.db");
                if (!log) return tl::unexpected(log.error());
                return std::make_unique<privacy::Egress>(privacy::Egress::Options{}, std::move(*log));
            },
            [] {});
    }
    void settle() {
        desk_->settle();
        desk_->take();
    }

    tests::TemporaryFolder folder_;
    tests::FakeDesktop desktop_;
    std::unique_ptr<AgentServices> services_;
    std::unique_ptr<GuestDesk> desk_;
};

TEST_F(GuestDeskTest, WhatTheUserAddsIsUsedAndItsToolsAskUnlessAllowed) {
    const auto entry = mcpEntryOf("good", "python3 '" HEARTH_SOURCE "/tests/fakes/mcp_server.py' good");
    ASSERT_TRUE(entry);
    ASSERT_TRUE(desk_->add(*entry));
    settle();
    ASSERT_EQ(desk_->servers().size(), 1u);
    EXPECT_TRUE(desk_->servers()[0].allowed);
    EXPECT_EQ(services_->tools().guests().size(), 2u);
    const std::string echo = mcpApprovalName("good", "echo");
    EXPECT_NE(services_->tools().find(echo), nullptr);
    EXPECT_EQ(services_->approval().of(echo), Approval::Ask);
    ASSERT_TRUE(desk_->allowUnasked("good", "echo", true));
    EXPECT_EQ(services_->approval().of(echo), Approval::AlwaysAllow);
    EXPECT_EQ(services_->approval().of(mcpApprovalName("good", "fail")), Approval::Ask);
    EXPECT_THAT(desk_->servers()[0].unasked, ElementsAre("echo"));

    ASSERT_TRUE(desk_->allow("good", false));
    settle();
    EXPECT_TRUE(services_->tools().guests().empty());
    ASSERT_TRUE(desk_->remove("good"));
    EXPECT_TRUE(desk_->servers().empty());
    EXPECT_TRUE(services_->approval().chosen().empty());
    EXPECT_FALSE(desk_->remove("good"));
}

TEST(McpEntryOf, ReadsWhatAPersonTypes) {
    const auto entry = mcpEntryOf("files", "npx -y 'a server' \"/home/my files\" ''");
    ASSERT_TRUE(entry);
    EXPECT_EQ(entry->program.command, "npx");
    EXPECT_THAT(entry->program.arguments, ElementsAre("-y", "a server", "/home/my files", ""));
    EXPECT_EQ(mcpEntryOf("web", "https://mcp.example.org/mcp")->url, "https://mcp.example.org/mcp");
    EXPECT_FALSE(mcpEntryOf("x", "npx 'open"));
}

}  // namespace
}  // namespace hearth::agent
