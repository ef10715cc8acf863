// The stories of the window as a whole: commands by keys, by letters and by words, and the quick question.
#include "gui/pages_fixture.h"

namespace hearth::app {
namespace {

class ShellStory : public PagesTest {
  protected:
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::keyClick(window, key, modifiers);
    }
    bool open(const char* panel) {
        auto* found = window->findChild<QObject*>(QLatin1String(panel));
        return found != nullptr && found->property("opened").toBool();
    }
    QString place() { return window->property("place").toString(); }
    QQuickWindow* quickWindow() {
        for (auto* other : QGuiApplication::topLevelWindows())
            if (other != window && other->isVisible() && other->title().startsWith("Quick question"))
                return qobject_cast<QQuickWindow*>(other);
        return nullptr;
    }
};

TEST_F(ShellStory, ThePaletteFindsPagesAndGoesThere) {
    key(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    ASSERT_TRUE(wait([this] { return open("palette"); }));
    EXPECT_EQ(unnamed(), std::vector<std::string>());
    type("actio");
    key(Qt::Key_Return);
    ASSERT_TRUE(wait([this] { return place() == "actions"; }));
    EXPECT_TRUE(wait([this] { return !open("palette"); }));
    key(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    ASSERT_TRUE(wait([this] { return open("palette"); }));
    type("write a mess");
    key(Qt::Key_Return);
    EXPECT_TRUE(wait([this] { return place().isEmpty(); }));
}

TEST_F(ShellStory, ThePaletteOpensConversations) {
    ask("the cheese market");
    const auto id = assistant->chat()->conversationId();
    key(Qt::Key_N, Qt::ControlModifier);
    EXPECT_EQ(assistant->chat()->conversationId(), 0);
    key(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    ASSERT_TRUE(wait([this] { return open("palette"); }));
    type("cheese");
    key(Qt::Key_Return);
    EXPECT_TRUE(wait([&] { return assistant->chat()->conversationId() == id; }));
}

TEST_F(ShellStory, TheSheetShowsTheShortcutsAndEscapeClosesIt) {
    key(Qt::Key_Slash, Qt::ControlModifier);
    ASSERT_TRUE(wait([this] { return open("shortcutSheet"); }));
    EXPECT_EQ(unnamed(), std::vector<std::string>());
    key(Qt::Key_Escape);
    ASSERT_TRUE(wait([this] { return !open("shortcutSheet"); }));
    ask("the composer has the keyboard again");
}

TEST_F(ShellStory, ASlashBeginsACommand) {
    type("/temp");
    ASSERT_TRUE(wait([this] { return item("slashMenu") != nullptr; }));
    EXPECT_EQ(unnamed(), std::vector<std::string>());
    key(Qt::Key_Return);
    ASSERT_TRUE(wait([this] { return assistant->chat()->temporary(); }));
    EXPECT_NE(item("temporaryBadge"), nullptr);
    ask("a secret");
    EXPECT_EQ(assistant->conversations()->list()->count(), 0);
    key(Qt::Key_N, Qt::ControlModifier);
    ask("an open word");
    type("/rename The open word");
    key(Qt::Key_Return);
    EXPECT_EQ(assistant->chat()->title(), "The open word");
    EXPECT_EQ(assistant->chat()->messages()->count(), 2) << "a command is not sent";
    type("/find secret");
    key(Qt::Key_Return);
    ASSERT_TRUE(wait([this] { return item("searchResults") != nullptr; }));
    EXPECT_EQ(assistant->conversations()->search(), "secret");
}

TEST_F(ShellStory, TheTableOfShortcutsIsAtWork) {
    ask("one");
    const auto first = assistant->chat()->conversationId();
    key(Qt::Key_N, Qt::ControlModifier);
    ask("two");
    key(Qt::Key_PageDown, Qt::ControlModifier);
    EXPECT_TRUE(wait([&] { return assistant->chat()->conversationId() == first; }));
    ASSERT_TRUE(wait([this] { return assistant->chat()->messages()->count() == 2; }));
    key(Qt::Key_P, Qt::ControlModifier);
    EXPECT_TRUE(assistant->conversations()->list()->isPinned(first));
    key(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_TRUE(QGuiApplication::clipboard()->text().startsWith("I am small"));
    const double before = assistant->settings()->textScale();
    key(Qt::Key_Plus, Qt::ControlModifier);
    EXPECT_GT(assistant->settings()->textScale(), before);
    key(Qt::Key_0, Qt::ControlModifier);
    EXPECT_EQ(assistant->settings()->textScale(), 1);
    key(Qt::Key_Comma, Qt::ControlModifier);
    EXPECT_TRUE(wait([this] { return place() == "settings"; }));
}

TEST_F(ShellStory, AQuickQuestionIsAnsweredAndGoneOnWith) {
    ask("something else");
    const auto shown = assistant->chat()->conversationId();
    assistant->askQuickly();
    ASSERT_TRUE(wait([this] { return quickWindow() != nullptr; }));
    auto* quick = quickWindow();
    ASSERT_TRUE(wait([&] { return quick->activeFocusItem() != nullptr; }));
    for (const char c : std::string("what can you do")) QTest::keyClick(quick, c);
    QTest::keyClick(quick, Qt::Key_Return);
    ASSERT_TRUE(wait([this] { return assistant->quickAsk()->answer().endsWith("larger model."); }));
    EXPECT_EQ(assistant->chat()->conversationId(), shown);
    auto* goOn = quick->findChild<QQuickItem*>("quickContinue");
    ASSERT_NE(goOn, nullptr);
    QMetaObject::invokeMethod(goOn, "clicked");
    ASSERT_TRUE(wait([this] { return quickWindow() == nullptr; }));
    EXPECT_EQ(assistant->chat()->ownMessage(1), "what can you do");
}

}  // namespace
}  // namespace hearth::app
