#include "privacy/policy.h"

#include <gmock/gmock.h>

#include <fstream>
#include <iterator>

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

TEST(Policy, IsChangedWithoutLosingWhatItDoesNotKnow) {
    const tests::TemporaryFolder folder;
    const auto file = folder / "policy.json";
    EXPECT_EQ(Policy::read(file)->of("AGE", "x"), Handling::Mask);
    ASSERT_TRUE(changePolicy(file, {{"AGE", "x", Handling::Never}, {"URL", "*", Handling::Allow}}));
    EXPECT_EQ(Policy::read(file)->of("AGE", "x"), Handling::Never);
    EXPECT_EQ(Policy::read(file)->of("AGE", "y"), Handling::Mask);
    EXPECT_EQ(Policy::read(file)->without("AGE", "x"), Handling::Mask);
    EXPECT_EQ(std::filesystem::status(file).permissions(), std::filesystem::perms(0600));
    std::ofstream(file) << R"({"_why": "as agreed", "x": {"OF_TOMORROW": "never", "AGE": "allow", "_": 1}})";
    ASSERT_TRUE(changePolicy(file, {{"AGE", "x", std::nullopt}, {"AGE", "*", Handling::Never}}));
    std::ifstream in(file);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    EXPECT_THAT(text, HasSubstr("as agreed"));
    EXPECT_THAT(text, HasSubstr("OF_TOMORROW"));
    EXPECT_EQ(Policy::read(file)->rules().size(), 2u);
    ASSERT_TRUE(changePolicy(file, {{"AGE", "*", std::nullopt}}));
    EXPECT_EQ(Policy::read(file)->rules().size(), 1u);
}

TEST(Policy, SaysInWhichLineItIsDamagedAndIsLeftAlone) {
    const tests::TemporaryFolder folder;
    const auto file = folder / "policy.json";
    struct Case {
        std::string text, says;
    };
    for (const Case& c :
         std::vector<Case>{{"", "line 1"},
                           {"[]", "must begin with {"},
                           {"{\"x\":1}", "line 1: “x”"},
                           {"{\n\"a\": {},\n\"x\": {\n\"AGE\": \"maybe\"}}", "line 4: “AGE” must be"},
                           {"{\n\"x\": {\"AGE\": \"mask\",}\n}", "line 2"},
                           {std::string(9000, '{'), "nested"}}) {
        std::ofstream(file) << c.text;
        const auto read = Policy::read(file);
        ASSERT_FALSE(read) << c.text;
        EXPECT_THAT(read.error().text(), HasSubstr(c.says));
        EXPECT_THAT(read.error().text(), HasSubstr("delete it"));
        EXPECT_FALSE(changePolicy(file, {{"AGE", "*", Handling::Never}}));
        EXPECT_EQ(std::filesystem::file_size(file), c.text.size());
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
