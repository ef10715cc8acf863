// The real pages in this process, with the made-up agent and a data folder of their own: what the tests of
// the window's stories stand on. A warning from QML fails the test.
#pragma once

#include <gtest/gtest.h>

#include <QAccessible>
#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTest>
#include <optional>
#include <set>

#include "assistant/assistant.h"
#include "demo/fake_agent.h"
#include "demo/fake_download.h"
#include "fakes/temporary_folder.h"
#include "window_look.h"

namespace hearth::app {

inline QStringList& warnings() {
    static QStringList list;
    return list;
}

inline void collectWarnings(QtMsgType type, const QMessageLogContext&, const QString& text) {
    // Not ours to mend: what the offscreen platform lacks, and Qt's own note as an animation is taken down.
    for (const char* known : {"This plugin does not support", "QUnifiedTimer::stopAnimationDriver"})
        if (text.contains(QLatin1String(known))) return;
    if (type != QtDebugMsg && type != QtInfoMsg) warnings().append(text);
}

class PagesTest : public testing::Test {
  protected:
    // The made-up agent, with what is chosen for its tools kept in the folder.
    static AgentFactory simpleAgent(const std::filesystem::path& folder) {
        const auto policy = std::make_shared<agent::ApprovalPolicy>(folder / "approval.json");
        return [policy](const AgentNews&) -> base::Result<MadeAgent> {
            MadeAgent made{
                makeFakeAgent(0), "Built-in model",
                [](const std::shared_ptr<const engine::Model>&) -> base::Result<void> { return {}; }};
            made.approvals = [policy] {
                std::vector<agent::ToolApproval> out;
                for (const auto& [tool, approval] : policy->chosen()) out.push_back({tool, tool, approval});
                return out;
            };
            made.setApproval = [policy](const std::string& tool, agent::Approval approval) {
                return policy->set(tool, approval);
            };
            return made;
        };
    }

    static constexpr int kPatienceMs = 20000;

    // `fetch` stands in for downloads. The welcome has been read unless the test says otherwise.
    explicit PagesTest(ModelMarket::Fetch fetch = fakeDownload(0), bool welcomed = true,
                       const std::function<AgentFactory(const std::filesystem::path&)>& factory = {}) {
        warnings().clear();
        previous_ = qInstallMessageHandler(collectWarnings);
        static const bool prepared = (prepareLook(), true);  // the style is chosen once a program
        (void)prepared;
        if (welcomed) (void)SettingsFile::in(folder_.path()).set("window.welcomed", "true");
        auto made =
            Assistant::create(folder_.path(), factory ? factory(folder_.path()) : simpleAgent(folder_.path()),
                              std::move(fetch));
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
    // Where the words have a link of this address; nothing: nowhere.
    std::optional<QPoint> linkIn(QQuickItem* one, const QString& address) {
        if (one->isVisible() && one->inherits("QQuickTextEdit"))
            for (int y = 2; y < one->height(); y += 4)
                for (int x = 2; x < one->width(); x += 3) {
                    QString link;
                    QMetaObject::invokeMethod(one, "linkAt", Q_RETURN_ARG(QString, link), Q_ARG(qreal, x),
                                              Q_ARG(qreal, y));
                    if (link == address) return one->mapToScene(QPointF(x, y)).toPoint();
                }
        for (auto* child : one->childItems())
            if (const auto found = linkIn(child, address)) return found;
        return std::nullopt;
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

}  // namespace hearth::app
