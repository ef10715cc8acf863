// The bell over a message bus of the test's own, with a notification server that remembers what it was shown
// and presses buttons.
#include "services/bell.h"

#include <gtest/gtest.h>
#include <signal.h>

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QSignalSpy>
#include <QTest>
#include <cstdlib>
#include <sstream>

#include "fakes/temporary_folder.h"
#include "platform/processes.h"

namespace hearth::app {

class NotificationServer : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")
  public:
    struct Shown {
        uint number;
        QString title;
        QString body;
        QStringList actions;
        QVariantMap hints;
    };
    QList<Shown> shown;
    QList<uint> closed;

  public slots:
    uint Notify(const QString&, uint replaces, const QString&, const QString& title, const QString& body,
                const QStringList& actions, const QVariantMap& hints, int) {
        const uint number = replaces != 0 ? replaces : static_cast<uint>(shown.size() + 1);
        shown.append({number, title, body, actions, hints});
        return number;
    }
    void CloseNotification(uint number) { closed.append(number); }

  signals:
    void ActionInvoked(uint number, const QString& action);
    void NotificationClosed(uint number, uint reason);
};

namespace {

constexpr int kPatienceMs = 20000;

class Now final : public agent::Clock {
  public:
    std::int64_t now() const override { return agent::SystemClock().now() + ahead; }
    std::atomic<std::int64_t> ahead = 0;
};

class BellTest : public testing::Test {
  protected:
    static void SetUpTestSuite() {
        folder_ = std::make_unique<tests::TemporaryFolder>();
        const auto out = runProgram({"dbus-daemon", "--session", "--fork", "--print-address=1",
                                     "--print-pid=1", "--address=unix:dir=" + folder_->path().string()},
                                    10000);
        if (!out) return;
        std::istringstream lines(*out);
        std::string address;
        std::getline(lines, address);
        lines >> bus_;
        setenv("DBUS_SESSION_BUS_ADDRESS", address.c_str(), 1);
    }
    static void TearDownTestSuite() {
        if (bus_ > 0) kill(bus_, SIGTERM);
        folder_.reset();
        unsetenv("DBUS_SESSION_BUS_ADDRESS");
    }
    void SetUp() override {
        if (bus_ <= 0) GTEST_SKIP() << "dbus-daemon is not installed";
        auto bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, "server");
        ASSERT_TRUE(bus.isConnected());
        bus.registerObject("/org/freedesktop/Notifications", &server,
                           QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals);
        ASSERT_TRUE(bus.registerService("org.freedesktop.Notifications"));
    }
    void TearDown() override { QDBusConnection::disconnectFromBus("server"); }

    agent::DeskOptions options() {
        agent::DeskOptions out;
        out.dataDir = data.path();
        out.clock = &clock;
        return out;
    }
    template <typename Condition>
    bool wait(Condition condition) {
        return QTest::qWaitFor(condition, kPatienceMs);
    }
    QString inMinutes(int minutes) const {
        return QDateTime::currentDateTime().addSecs(minutes * 60).toString("yyyy-MM-ddTHH:mm");
    }
    // Sets a timer of ten minutes, and lets eleven pass.
    void ringTimer(DeskService& desk) {
        QSignalSpy done(&desk, &DeskService::done);
        desk.submit("set_timer", {{"duration", "10 minutes"}, {"label", "Pasta"}});
        ASSERT_TRUE(wait([&] { return done.count() == 1; }));
        clock.ahead += 601;
        emit desk.changed();
    }

    static std::unique_ptr<tests::TemporaryFolder> folder_;
    static pid_t bus_;
    NotificationServer server;
    tests::TemporaryFolder data;
    Now clock;
};

std::unique_ptr<tests::TemporaryFolder> BellTest::folder_;
pid_t BellTest::bus_ = -1;

TEST_F(BellTest, RingsWithButtonsAndSnoozes) {
    DeskService desk(options());
    Bell bell(desk);
    QSignalSpy rang(&bell, &Bell::rang);
    ringTimer(desk);
    ASSERT_TRUE(wait([&] { return server.shown.size() == 1; }));
    EXPECT_EQ(server.shown[0].title, "Pasta");
    EXPECT_EQ(server.shown[0].hints.value("urgency").toInt(), 2) << "it stays until it is answered";
    for (const char* action : {"default", "snooze", "done", "open"})
        EXPECT_TRUE(server.shown[0].actions.contains(action)) << action;
    EXPECT_EQ(rang.count(), 1);

    QTest::qWait(100);  // the number of the notification comes back
    emit server.ActionInvoked(server.shown[0].number, "snooze");
    ASSERT_TRUE(wait([&] { return server.closed.size() == 1; }));
    clock.ahead += 601;
    emit desk.changed();
    ASSERT_TRUE(wait([&] { return server.shown.size() == 2; })) << "ten minutes later it rings again";

    QTest::qWait(100);
    emit server.ActionInvoked(server.shown[1].number, "done");
    bool done = false;
    ASSERT_TRUE(wait([&] {
        desk.run(
            &desk, [](agent::Desk& d) { return d.todos().rows.empty(); }, [&](bool empty) { done = empty; });
        QTest::qWait(20);
        return done;
    }));
}

TEST_F(BellTest, WhatWasMissedIsOneNotification) {
    DeskService desk(options());
    QSignalSpy done(&desk, &DeskService::done);
    desk.submit("edit_reminder", {{"title", "Call the bank"}, {"start", inMinutes(5)}});
    desk.submit("edit_reminder", {{"title", "Post the letter"}, {"start", inMinutes(6)}});
    ASSERT_TRUE(wait([&] { return done.count() == 2; }));
    clock.ahead += 3600;
    Bell bell(desk);
    QSignalSpy open(&bell, &Bell::openRequested);
    ASSERT_TRUE(wait([&] { return server.shown.size() == 1; }));
    EXPECT_TRUE(server.shown[0].body.contains("Call the bank"));
    EXPECT_TRUE(server.shown[0].body.contains("Post the letter"));
    QTest::qWait(300);
    EXPECT_EQ(server.shown.size(), 1);
    emit server.ActionInvoked(server.shown[0].number, "default");
    ASSERT_TRUE(wait([&] { return open.count() == 1; }));
}

TEST_F(BellTest, WhileTheWindowIsOpenTheBackgroundIsSilent) {
    DeskService window(options());
    DeskService background(options());
    bool open = true;
    Bell inBackground(background, [&] { return !open; });
    ringTimer(background);
    QTest::qWait(500);
    EXPECT_TRUE(server.shown.isEmpty());
    Bell inWindow(window);
    ASSERT_TRUE(wait([&] { return server.shown.size() == 1; }));
    open = false;
    emit background.changed();
    QTest::qWait(500);
    EXPECT_EQ(server.shown.size(), 1) << "what rang does not ring again";
}

}  // namespace
}  // namespace hearth::app

#include "bell_test.moc"
