// The privacy page: what is stored, what is personal in a text, and sealing as far as the window goes.
#include <QSignalSpy>

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
