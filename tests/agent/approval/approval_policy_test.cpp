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
    EXPECT_EQ(policy.allowed().size(), 1u);
}

TEST(ApprovalPolicy, ADamagedFileAsksEverywhere) {
    TemporaryFolder folder;
    for (const std::string text : {"", "{", "[]", "{\"always_allow\":true}", "{\"always_allow\":[1]}"}) {
        std::ofstream(folder / "approval.json") << text;
        EXPECT_TRUE(ApprovalPolicy(folder / "approval.json").allowed().empty()) << text;
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
