#include <gtest/gtest.h>

#include <fstream>

#include "agent/approval.h"
#include "fakes/temporary_folder.h"

namespace hearth::tests {
namespace {

using agent::Approval;
using agent::ApprovalPolicy;

TEST(ApprovalPolicy, AsksByDefaultAndKeepsChoices) {
    TemporaryFolder folder;
    {
        ApprovalPolicy policy(folder / "approval.json");
        EXPECT_EQ(policy.of("create_note"), Approval::Ask);
        ASSERT_TRUE(policy.set("create_note", Approval::AlwaysAllow));
        ASSERT_TRUE(policy.set("set_timer", Approval::AlwaysAllow));
        ASSERT_TRUE(policy.set("set_timer", Approval::Ask));
    }
    const ApprovalPolicy policy(folder / "approval.json");
    EXPECT_EQ(policy.of("create_note"), Approval::AlwaysAllow);
    EXPECT_EQ(policy.of("set_timer"), Approval::Ask);
    EXPECT_EQ(policy.chosen().size(), 1u);
}

TEST(ApprovalPolicy, KeepsNeverAndForgetsTheSession) {
    TemporaryFolder folder;
    {
        ApprovalPolicy policy(folder / "approval.json");
        ASSERT_TRUE(policy.set("create_note", Approval::Session));
        ASSERT_TRUE(policy.set("send_mail", Approval::Never));
        EXPECT_EQ(policy.of("create_note"), Approval::Session);
        EXPECT_TRUE(policy.allows("create_note"));
        EXPECT_FALSE(policy.allows("send_mail"));
        EXPECT_FALSE(policy.allows("set_timer"));
    }
    ApprovalPolicy policy(folder / "approval.json");
    EXPECT_EQ(policy.of("create_note"), Approval::Ask);
    EXPECT_EQ(policy.of("send_mail"), Approval::Never);
    ASSERT_TRUE(policy.set("send_mail", Approval::AlwaysAllow));
    EXPECT_EQ(ApprovalPolicy(folder / "approval.json").of("send_mail"), Approval::AlwaysAllow)
        << "one choice a tool";
}

TEST(ApprovalPolicy, ADamagedFileAsksEverywhere) {
    TemporaryFolder folder;
    for (const std::string text : {"", "{", "[]", "{\"always_allow\":true}", "{\"always_allow\":[1]}"}) {
        std::ofstream(folder / "approval.json") << text;
        EXPECT_TRUE(ApprovalPolicy(folder / "approval.json").chosen().empty()) << text;
    }
}

TEST(ApprovalPolicy, SaysWhenItCannotBeKept) {
    TemporaryFolder folder;
    std::ofstream(folder / "file") << "x";
    ApprovalPolicy policy(folder / "file/approval.json");
    EXPECT_FALSE(policy.set("create_note", Approval::AlwaysAllow));
    EXPECT_EQ(policy.of("create_note"), Approval::Ask) << "what could not be kept does not hold";
}

}  // namespace
}  // namespace hearth::tests
