// Every page in this process: no warning from QML, everything named for screen readers, the keyboard's way
// around, and the card worked with the mouse.
#include <gtest/gtest.h>

#include <QAccessible>
#include <QDropEvent>
#include <QMimeData>
#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTest>
#include <set>

#include "assistant/assistant.h"
#include "demo/fake_agent.h"
#include "fakes/temporary_folder.h"
#include "fakes/tiny_model.h"
#include "window_look.h"

namespace hearth::app {
namespace {

constexpr int kPatienceMs = 20000;

QStringList& warnings() {
    static QStringList list;
    return list;
}

void collectWarnings(QtMsgType type, const QMessageLogContext&, const QString& text) {
    // Not ours to mend: what the offscreen platform lacks, and Qt's own note as an animation is taken down.
    for (const char* known : {"This plugin does not support", "QUnifiedTimer::stopAnimationDriver"})
        if (text.contains(QLatin1String(known))) return;
    if (type != QtDebugMsg && type != QtInfoMsg) warnings().append(text);
}

class PagesTest : public testing::Test {
  protected:
    PagesTest() {
        warnings().clear();
        previous_ = qInstallMessageHandler(collectWarnings);
        static const bool prepared = (prepareLook(), true);  // the style is chosen once a program
        (void)prepared;
        auto made = Assistant::create(folder_.path(), [](const AgentNews&) -> base::Result<MadeAgent> {
            return MadeAgent{
                makeFakeAgent(0), "Built-in model",
                [](const std::shared_ptr<const engine::Model>&) -> base::Result<void> { return {}; }};
        });
        if (!made) return;
        assistant = std::move(*made);
        engine_ = std::make_unique<QQmlApplicationEngine>();
        prepareEngine(*engine_);
        engine_->setInitialProperties({{QStringLiteral("assistant"), QVariant::fromValue(assistant.get())}});
        engine_->load(QUrl(QStringLiteral("qrc:/qt/qml/Hearth/Main.qml")));
        if (!engine_->rootObjects().isEmpty())
            window = qobject_cast<QQuickWindow*>(engine_->rootObjects().constFirst());
    }
    ~PagesTest() override {
        engine_.reset();
        assistant.reset();
        qInstallMessageHandler(previous_);
    }
    void SetUp() override {
        ASSERT_NE(window, nullptr) << warnings().join('\n').toStdString();
        window->requestActivate();
        ASSERT_TRUE(wait([this] {
            return window->isActive() && assistant->model()->state() == ModelStatus::State::Ready;
        }));
    }
    void TearDown() override { EXPECT_EQ(warnings().join('\n').toStdString(), ""); }

    template <typename Condition>
    bool wait(Condition condition) {
        return QTest::qWaitFor(condition, kPatienceMs);
    }
    void type(const char* words) {
        for (const char* c = words; *c != '\0'; ++c) QTest::keyClick(window, *c);
    }
    void ask(const char* words) {
        // The composer has the keyboard, or has it back.
        ASSERT_TRUE(wait([this] {
            const auto* now = window->activeFocusItem();
            return now != nullptr && now->inherits("QQuickTextArea");
        })) << (window->activeFocusItem() == nullptr ? "nothing"
                                                     : window->activeFocusItem()->metaObject()->className());
        type(words);
        QTest::keyClick(window, Qt::Key_Return);
        ASSERT_TRUE(wait([this] { return !assistant->chat()->busy(); }));
    }
    bool waitState(ActionCard::State state) {
        return wait([&] {
            auto* messages = assistant->chat()->messages();
            auto* card = messages->data(messages->index(messages->count() - 1), MessageListModel::CardRole)
                             .value<ActionCard*>();
            return card != nullptr && card->state() == state;
        });
    }
    // The visible item of that name, the last where there are several.
    QQuickItem* item(const QString& name) {
        QQuickItem* found = nullptr;
        const auto visit = [&](const auto& self, QQuickItem* one) -> void {
            if (!one->isVisible()) return;
            if (one->objectName() == name) found = one;
            for (auto* child : one->childItems()) self(self, child);
        };
        visit(visit, window->contentItem());
        return found;
    }
    void click(const QString& name) {
        ASSERT_TRUE(wait([&] { return item(name) != nullptr; })) << name.toStdString();
        auto* target = item(name);
        QTest::qWait(50);  // positions settle with the next frame
        QTest::mouseClick(window, Qt::LeftButton, Qt::NoModifier,
                          target->mapToScene(QPointF(target->width() / 2, target->height() / 2)).toPoint());
    }
    // Names of the roles that a screen reader must be able to call something.
    std::vector<std::string> unnamed() {
        std::vector<std::string> out;
        const auto visit = [&](const auto& self, QAccessibleInterface* one) -> void {
            if (one == nullptr || one->state().invisible) return;
            static const std::set<QAccessible::Role> kNamed = {
                QAccessible::Button,       QAccessible::CheckBox, QAccessible::ComboBox,
                QAccessible::EditableText, QAccessible::ListItem, QAccessible::AlertMessage,
                QAccessible::StaticText,   QAccessible::Heading};
            if (kNamed.contains(one->role()) && one->text(QAccessible::Name).isEmpty() &&
                one->rect().width() > 1)
                out.push_back(
                    std::string(one->object() == nullptr ? "?" : one->object()->metaObject()->className()));
            for (int i = 0; i < one->childCount(); ++i) self(self, one->child(i));
        };
        visit(visit, QAccessible::queryAccessibleInterface(window));
        return out;
    }

    tests::TemporaryFolder folder_;
    QtMessageHandler previous_ = nullptr;
    std::unique_ptr<Assistant> assistant;
    std::unique_ptr<QQmlApplicationEngine> engine_;
    QQuickWindow* window = nullptr;
};

TEST_F(PagesTest, TheCardIsWorkedWithTheMouse) {
    ask("lunch with my sister");
    ASSERT_TRUE(waitState(ActionCard::State::Waiting));
    click("confirmButton");
    ASSERT_TRUE(waitState(ActionCard::State::Done));
    click("undoButton");
    ASSERT_TRUE(waitState(ActionCard::State::Undone));
    ask("lunch again");
    ASSERT_TRUE(waitState(ActionCard::State::Waiting));
    click("declineButton");
    ASSERT_TRUE(waitState(ActionCard::State::Declined));
}

TEST_F(PagesTest, AFieldIsEditedWithTheKeyboard) {
    ask("lunch with my sister");
    click("field-title");
    QTest::keyClick(window, Qt::Key_A, Qt::ControlModifier);
    type("Brunch");
    QTest::keyClick(window, Qt::Key_Return, Qt::ControlModifier);
    ASSERT_TRUE(waitState(ActionCard::State::Done));
    auto* messages = assistant->chat()->messages();
    auto* card = messages->data(messages->index(messages->count() - 1), MessageListModel::CardRole)
                     .value<ActionCard*>();
    EXPECT_TRUE(card->result().contains("Brunch")) << card->result().toStdString();
}

TEST_F(PagesTest, EnterSendsAndShiftEnterBreaksTheLine) {
    type("one");
    QTest::keyClick(window, Qt::Key_Return, Qt::ShiftModifier);
    type("two");
    EXPECT_EQ(assistant->chat()->messages()->count(), 0);
    QTest::keyClick(window, Qt::Key_Return);
    auto* messages = assistant->chat()->messages();
    ASSERT_GE(messages->count(), 1);
    EXPECT_EQ(messages->data(messages->index(0), MessageListModel::TextRole).toString(), "one\ntwo");
    ASSERT_TRUE(wait([this] { return !assistant->chat()->busy(); }));
}

TEST_F(PagesTest, EverythingIsNamedForScreenReaders) {
    EXPECT_EQ(unnamed(), std::vector<std::string>());
    ask("lunch with my sister");
    ASSERT_TRUE(waitState(ActionCard::State::Waiting));
    EXPECT_EQ(unnamed(), std::vector<std::string>());
    QTest::keyClick(window, Qt::Key_Return, Qt::ControlModifier);
    ASSERT_TRUE(waitState(ActionCard::State::Done));
    ask("when does the museum open on Sunday");
    EXPECT_EQ(unnamed(), std::vector<std::string>());
    QTest::keyClick(window, Qt::Key_Comma, Qt::ControlModifier);
    ASSERT_TRUE(wait([this] { return item("lookBox") != nullptr; }));
    EXPECT_EQ(unnamed(), std::vector<std::string>());
}

TEST_F(PagesTest, TheOfferOfALargerModelOpensOne) {
    ask("tell me a story");
    ASSERT_TRUE(wait([this] { return item("offerModelButton") != nullptr; }));
    tests::TinyModel().write((folder_ / "tiny.gguf").string());
    click("offerModelButton");
    auto* dialog = engine_->rootObjects().constFirst()->findChild<QObject*>("modelDialog");
    ASSERT_NE(dialog, nullptr);
    ASSERT_TRUE(wait([&] { return dialog->property("visible").toBool(); }));
    dialog->setProperty("selectedFile",
                        QUrl::fromLocalFile(QString::fromStdString((folder_ / "tiny.gguf").string())));
    QMetaObject::invokeMethod(dialog, "accepted");
    QMetaObject::invokeMethod(dialog, "close");
    ASSERT_TRUE(wait([this] { return !assistant->models()->builtIn(); }));
    EXPECT_EQ(item("offerModelButton"), nullptr) << "it has been taken";
}

TEST_F(PagesTest, AModelIsDroppedAndABrokenOneSaysSo) {
    tests::TinyModel().write((folder_ / "tiny.gguf").string());
    const auto drop = [&](const std::string& file) {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(QString::fromStdString((folder_ / file).string()))});
        QDragEnterEvent enter(QPoint(600, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(window, &enter);
        QDropEvent event(QPointF(600, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(window, &event);
    };
    drop("tiny.gguf");
    ASSERT_TRUE(wait([this] { return !assistant->models()->builtIn(); }));
    drop("gone.gguf");
    ASSERT_TRUE(wait([this] { return item("modelLineText") != nullptr && !assistant->models()->opening(); }));
    EXPECT_TRUE(item("modelLineText")->property("text").toString().contains("gone.gguf"));
    EXPECT_EQ(unnamed(), std::vector<std::string>());
    EXPECT_FALSE(assistant->models()->builtIn()) << "what answered before still does";
}

TEST_F(PagesTest, WhatWasFoundIsDrawnAsRows) {
    ask("what is on my calendar tomorrow");
    ASSERT_TRUE(waitState(ActionCard::State::Done));
    ASSERT_TRUE(wait([this] { return item("foundItem") != nullptr; }));
    EXPECT_EQ(item("foundItem")->property("text").toString(), "Yoga");
    EXPECT_EQ(unnamed(), std::vector<std::string>());
}

TEST_F(PagesTest, TabGoesAroundWithoutATrap) {
    ask("lunch with my sister");
    ASSERT_TRUE(waitState(ActionCard::State::Waiting));
    const auto* start = window->activeFocusItem();
    ASSERT_NE(start, nullptr);
    std::set<const QQuickItem*> seen;
    for (int i = 0; i < 80; ++i) {
        QTest::keyClick(window, Qt::Key_Tab);
        const auto* now = window->activeFocusItem();
        ASSERT_NE(now, nullptr);
        if (now == start) break;
        EXPECT_TRUE(seen.insert(now).second) << "the same twice before the start came again";
    }
    EXPECT_EQ(window->activeFocusItem(), start);
    EXPECT_GE(seen.size(), 10u);
}

TEST_F(PagesTest, EverySizeAndLookLoads) {
    ask("lunch with my sister");
    for (const auto look : {Settings::Look::Light, Settings::Look::Dark}) {
        assistant->settings()->setLook(look);
        for (const int width : {360, 599, 600, 1400}) {
            window->resize(width, 640);
            ASSERT_TRUE(wait([&] { return window->contentItem()->width() == width; }));
            EXPECT_NE(item("confirmButton"), nullptr);
        }
        assistant->settings()->setTextScale(2);
        QTest::qWait(20);
        assistant->settings()->setTextScale(1);
    }
}

TEST_F(PagesTest, ARequestFromAnotherProgramComesIntoTheComposer) {
    assistant->activate("dinner with Ana");
    QTest::keyClick(window, Qt::Key_Return);
    ASSERT_TRUE(wait([this] { return assistant->chat()->messages()->count() > 0; }));
    EXPECT_EQ(assistant->chat()->lastRequest(), "dinner with Ana");
    ASSERT_TRUE(wait([this] { return !assistant->chat()->busy(); }));
}

}  // namespace
}  // namespace hearth::app
