// Against a portal of our own on a bus of our own.
#include "platform/global_shortcut.h"

#include <gtest/gtest.h>

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>
#include <QTimer>

namespace hearth::app {
namespace {

constexpr int kPatienceMs = 10000;

class FakePortal : public QObject, public QDBusContext {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.GlobalShortcuts")
  public:
    explicit FakePortal(QDBusConnection bus) : bus_(std::move(bus)) {}

    uint answer = 0;  // to BindShortcuts: 1 where the user refuses
    QString wanted;   // the preferred keys

    void press(const QString& id) {
        auto signal = QDBusMessage::createSignal("/org/freedesktop/portal/desktop",
                                                 "org.freedesktop.portal.GlobalShortcuts", "Activated");
        signal << QVariant::fromValue(QDBusObjectPath("/session")) << id << qulonglong(1) << QVariantMap();
        bus_.send(signal);
    }

  public slots:
    QDBusObjectPath CreateSession(const QVariantMap& options) {
        return respond(options, 0, {{"session_handle", "/session"}});
    }
    QDBusObjectPath BindShortcuts(const QDBusObjectPath& session,
                                  const QList<hearth::app::PortalShortcut>& shortcuts, const QString&,
                                  const QVariantMap& options) {
        EXPECT_EQ(session.path(), "/session");
        EXPECT_EQ(shortcuts.size(), 1);
        for (const auto& shortcut : shortcuts) {
            EXPECT_EQ(shortcut.id, "quick-ask");
            wanted = shortcut.options.value("preferred_trigger").toString();
        }
        return respond(options, answer, {});
    }

  private:
    QDBusObjectPath respond(const QVariantMap& options, uint code, const QVariantMap& results) {
        const QString sender = message().service().mid(1).replace('.', '_');
        const QString path = "/org/freedesktop/portal/desktop/request/" + sender + "/" +
                             options.value("handle_token").toString();
        QTimer::singleShot(0, this, [this, path, code, results] {
            auto signal = QDBusMessage::createSignal(path, "org.freedesktop.portal.Request", "Response");
            signal << code << results;
            bus_.send(signal);
        });
        return QDBusObjectPath(path);
    }
    QDBusConnection bus_;
};

class GlobalShortcutTest : public testing::Test {
  protected:
    void SetUp() override {
        if (QStandardPaths::findExecutable("dbus-daemon").isEmpty())
            GTEST_SKIP() << "dbus-daemon is not installed";
        daemon_.start("dbus-daemon", {"--session", "--nofork", "--print-address"});
        ASSERT_TRUE(daemon_.waitForReadyRead(kPatienceMs)) << daemon_.readAllStandardError().toStdString();
        address_ = QString::fromUtf8(daemon_.readLine()).trimmed();
    }
    void TearDown() override {
        QDBusConnection::disconnectFromBus("portal");
        QDBusConnection::disconnectFromBus("program");
        daemon_.kill();
        daemon_.waitForFinished();
    }
    QDBusConnection connect(const char* name) { return QDBusConnection::connectToBus(address_, name); }

    QProcess daemon_;
    QString address_;
};

TEST_F(GlobalShortcutTest, IsAskedForGivenAndPressed) {
    GlobalShortcut shortcut(connect("program"), "quick-ask", "Ask", "CTRL+ALT+space");
    auto theirs = connect("portal");
    FakePortal portal(theirs);
    ASSERT_TRUE(
        theirs.registerObject("/org/freedesktop/portal/desktop", &portal, QDBusConnection::ExportAllSlots));
    ASSERT_TRUE(theirs.registerService("org.freedesktop.portal.Desktop"));
    QSignalSpy bound(&shortcut, &GlobalShortcut::bound);
    QSignalSpy pressed(&shortcut, &GlobalShortcut::activated);
    shortcut.bind();
    ASSERT_TRUE(QTest::qWaitFor([&] { return bound.count() == 1; }, kPatienceMs));
    EXPECT_EQ(portal.wanted, "CTRL+ALT+space");
    portal.press("another");
    portal.press("quick-ask");
    ASSERT_TRUE(QTest::qWaitFor([&] { return pressed.count() > 0; }, kPatienceMs));
    EXPECT_EQ(pressed.count(), 1);
}

TEST_F(GlobalShortcutTest, ARefusalIsTold) {
    GlobalShortcut shortcut(connect("program"), "quick-ask", "Ask", "CTRL+ALT+space");
    auto theirs = connect("portal");
    FakePortal portal(theirs);
    portal.answer = 1;
    ASSERT_TRUE(
        theirs.registerObject("/org/freedesktop/portal/desktop", &portal, QDBusConnection::ExportAllSlots));
    ASSERT_TRUE(theirs.registerService("org.freedesktop.portal.Desktop"));
    QSignalSpy refused(&shortcut, &GlobalShortcut::unavailable);
    shortcut.bind();
    EXPECT_TRUE(QTest::qWaitFor([&] { return refused.count() == 1; }, kPatienceMs));
}

TEST_F(GlobalShortcutTest, WithoutAPortalItSaysSo) {
    GlobalShortcut shortcut(connect("program"), "quick-ask", "Ask", "CTRL+ALT+space");
    QSignalSpy refused(&shortcut, &GlobalShortcut::unavailable);
    shortcut.bind();
    EXPECT_TRUE(QTest::qWaitFor([&] { return refused.count() == 1; }, kPatienceMs));
}

}  // namespace
}  // namespace hearth::app

#include "global_shortcut_test.moc"
