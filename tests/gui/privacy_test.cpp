// The privacy page: what is stored, what is personal in a text, and sealing as far as the window goes.
#include <QSignalSpy>
#include <fstream>

#include "gui/pages_fixture.h"

namespace hearth::app {
namespace {

class PrivacyStory : public PagesTest {
  protected:
    void SetUp() override {
        PagesTest::SetUp();
        click("place-privacy");
        ASSERT_TRUE(wait([this] { return item("offlineSwitch") != nullptr; }));
    }
    void fill(const char* box, const char* words) {
        ASSERT_TRUE(wait([&] { return item(box) != nullptr; })) << box;
        item(box)->forceActiveFocus();
        type(words);
    }
};

TEST_F(PrivacyStory, NothingIsUnnamedAndTheSwitchWorks) {
    ASSERT_TRUE(wait(
        [this] { return !assistant->stored()->loading() && !assistant->privacy()->egress()->loading(); }));
    EXPECT_EQ(unnamed(), std::vector<std::string>());
    click("offlineSwitch");
    EXPECT_TRUE(assistant->settings()->offline());
    window->resize(360, 640);
    QTest::qWait(50);
    EXPECT_NE(item("sealButton"), nullptr);
}

TEST_F(PrivacyStory, ShowsWhatAnotherModelWouldSee) {
    fill("lookWords", "my card is 4111 1111 1111 1111");
    ASSERT_TRUE(wait([this] { return !assistant->privacy()->found().isEmpty(); }));
    EXPECT_FALSE(assistant->privacy()->masked().contains(QStringLiteral("4111 1111")));
    ASSERT_TRUE(wait([this] { return item("lookMasked") != nullptr; }));
    EXPECT_EQ(unnamed(), std::vector<std::string>());
}

TEST_F(PrivacyStory, KindsAreSwitchedInGroupsAndOneByOne) {
    ASSERT_TRUE(wait([this] { return item("kindGroup") != nullptr; }));
    auto* finder = assistant->finder();
    const auto groups = finder->groups();
    ASSERT_EQ(groups.size(), 5);
    const auto contact = groups.at(1).toMap();
    ASSERT_GT(contact.value("total").toInt(), 0);
    EXPECT_EQ(contact.value("on"), contact.value("total"));
    finder->setGroupOn(1, false);
    EXPECT_EQ(finder->groups().at(1).toMap().value("on").toInt(), 0);
    assistant->privacy()->look(QStringLiteral("write to kx@example.org"));
    QSignalSpy looked(assistant->privacy(), &PrivacyService::looked);
    ASSERT_TRUE(wait([&] { return looked.size() == 1; }));
    EXPECT_TRUE(assistant->privacy()->found().isEmpty());
    finder->setKindOn(QStringLiteral("EMAIL_ADDRESS"), true);
    EXPECT_EQ(finder->groups().at(1).toMap().value("on").toInt(), 1);
    item("kindsButton")->forceActiveFocus(Qt::TabFocusReason);  // of the last group
    QTest::keyClick(window, Qt::Key_Return);
    ASSERT_TRUE(wait([this] { return item("kindSwitch") != nullptr; }));
    EXPECT_EQ(unnamed(), std::vector<std::string>());
}

TEST_F(PrivacyStory, ThePolicyIsShownAndChanged) {
    auto* policy = assistant->policy();
    ASSERT_TRUE(wait([this] { return item("policyGroup") != nullptr && item("policyHost") != nullptr; }));
    const auto handling = [&](int group) {
        return policy->groups().at(group).toMap().value("handling").toInt();
    };
    EXPECT_EQ(handling(0), static_cast<int>(PolicyService::Handling::Mask));
    EXPECT_EQ(handling(3), static_cast<int>(PolicyService::Handling::Never)) << "keys and wallets";
    policy->setGroup(0, PolicyService::Handling::Never);
    policy->setKind("AGE", PolicyService::Handling::Allow);
    EXPECT_EQ(handling(0), static_cast<int>(PolicyService::Handling::Mixed));
    const auto kept = privacy::Policy::read(folder_ / "policy.json");
    EXPECT_EQ(kept->of("PERSON", "a.example"), privacy::Handling::Never);
    EXPECT_EQ(kept->of("AGE", "a.example"), privacy::Handling::Allow);
    policy->setGroup(0, PolicyService::Handling::Mask);
    EXPECT_TRUE(privacy::Policy::read(folder_ / "policy.json")->rules().empty())
        << "that goes without saying";
    assistant->remote()->setAddress("https://gateway.example.org/v1");
    ASSERT_EQ(policy->destinations(), QStringList({"*", "gateway.example.org"}));
    policy->setDestination("gateway.example.org");
    policy->setKind("AGE", PolicyService::Handling::Allow);
    EXPECT_EQ(privacy::Policy::read(folder_ / "policy.json")->of("AGE", "b.example"),
              privacy::Handling::Mask);
    item("policyKindsButton")->forceActiveFocus(Qt::TabFocusReason);
    QTest::keyClick(window, Qt::Key_Return);
    ASSERT_TRUE(wait([this] { return item("policyKind") != nullptr; }));
    EXPECT_EQ(unnamed(), std::vector<std::string>());
}

TEST_F(PrivacyStory, ABrokenPolicyIsNamedAndLaidAside) {
    std::ofstream(folder_ / "policy.json") << "{\n\"*\": {\"AGE\": \"maybe\"}}";
    assistant->policy()->refresh();
    ASSERT_TRUE(wait([this] { return item("policyProblem") != nullptr; }));
    EXPECT_TRUE(item("policyProblem")->property("text").toString().contains("line 2"));
    EXPECT_EQ(item("policyGroup"), nullptr);
    assistant->policy()->setKind("AGE", PolicyService::Handling::Allow);
    EXPECT_EQ(std::filesystem::file_size(folder_ / "policy.json"), 24u) << "it is left as it is";
    item("policyAnew")->forceActiveFocus(Qt::TabFocusReason);
    QTest::keyClick(window, Qt::Key_Return);
    ASSERT_TRUE(wait([this] { return item("policyGroup") != nullptr; }));
    EXPECT_TRUE(std::filesystem::exists(folder_ / "policy.json.damaged"));
}

TEST_F(PrivacyStory, SealsUnderANewPassphraseTypedTwice) {
    QSignalSpy work(assistant->privacy(), &PrivacyService::vaultWork);
    item("sealButton")->forceActiveFocus(Qt::TabFocusReason);
    QTest::keyClick(window, Qt::Key_Return);
    fill("newPassphrase", "long enough");
    fill("newPassphraseAgain", "long enoug");
    EXPECT_FALSE(item("passphraseConfirm")->isEnabled());
    type("h");
    EXPECT_TRUE(item("passphraseConfirm")->isEnabled());
    EXPECT_EQ(unnamed(), std::vector<std::string>());
    QTest::keyClick(window, Qt::Key_Return);
    ASSERT_TRUE(wait([&] { return work.size() == 1; }));
}

TEST_F(PrivacyStory, RefusesAnotherPassphraseWithTheWindowOpen) {
    ASSERT_TRUE(privacy::Vault(folder_.path()).create("the right one", {1, 8192}));
    QSignalSpy refused(assistant->privacy(), &PrivacyService::refused);
    QSignalSpy work(assistant->privacy(), &PrivacyService::vaultWork);
    assistant->privacy()->unseal(QStringLiteral("a wrong one"));
    ASSERT_TRUE(wait([&] { return refused.size() == 1; }));
    assistant->privacy()->unseal(QStringLiteral("the right one"));
    ASSERT_TRUE(wait([&] { return work.size() == 1; }));
    assistant->privacy()->changePassphrase(QStringLiteral("the right one"), QStringLiteral("another one"));
    QSignalSpy said(assistant->privacy(), &PrivacyService::said);
    ASSERT_TRUE(wait([&] { return said.size() == 1; }));
}

}  // namespace
}  // namespace hearth::app
