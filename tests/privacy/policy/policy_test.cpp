#include "privacy/policy.h"

#include <gmock/gmock.h>

#include <fstream>

#include "fakes/temporary_folder.h"

namespace hearth::privacy {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

TEST(Policy, MasksUnlessToldOtherwise) {
    Policy policy;
    EXPECT_EQ(policy.of("PERSON", "a.example"), Handling::Mask);
    EXPECT_EQ(policy.of("API_KEY", "a.example"), Handling::Never);
    policy.set("*", "*", Handling::Never);
    policy.set("PERSON", "*", Handling::Mask);
    policy.set("*", "a.example", Handling::Allow);
    EXPECT_EQ(policy.of("PERSON", "b.example"), Handling::Mask);
    EXPECT_EQ(policy.of("AGE", "b.example"), Handling::Never);
    EXPECT_EQ(policy.of("AGE", "a.example"), Handling::Allow);
    EXPECT_EQ(policy.of("PERSON", "a.example"), Handling::Allow);
}

TEST(Policy, IsKeptAndRead) {
    const tests::TemporaryFolder folder;
    EXPECT_EQ(Policy::read(folder / "none")->of("AGE", "x"), Handling::Mask);
    Policy policy;
    policy.set("AGE", "x", Handling::Never);
    ASSERT_TRUE(policy.write(folder / "policy.json"));
    EXPECT_EQ(Policy::read(folder / "policy.json")->of("AGE", "x"), Handling::Never);
    EXPECT_EQ(Policy::read(folder / "policy.json")->of("AGE", "y"), Handling::Mask);
    for (const char* damaged : {"", "[]", "{\"x\":1}", "{\"x\":{\"AGE\":\"maybe\"}}"}) {
        std::ofstream(folder / "policy.json") << damaged;
        const auto read = Policy::read(folder / "policy.json");
        ASSERT_FALSE(read) << damaged;
        EXPECT_THAT(read.error().text(), HasSubstr("delete it"));
    }
}

TEST(Policy, JudgesAText) {
    Policy policy;
    policy.set("AGE", "x", Handling::Allow);
    const Verdict verdict = judge(policy,
                                  {{"AGE", 0, 1, 1, "", false},
                                   {"PERSON", 2, 3, 1, "", false},
                                   {"API_KEY", 4, 5, 1, "", false},
                                   {"PERSON", 6, 7, 1, "", false}},
                                  "x");
    EXPECT_THAT(verdict.forbidden, ElementsAre("API_KEY"));
    EXPECT_THAT(verdict.masked, ElementsAre("PERSON"));
}

}  // namespace
}  // namespace hearth::privacy
