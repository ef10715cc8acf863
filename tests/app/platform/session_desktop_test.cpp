// Over a message bus of the test's own, started by dbus-daemon.
#include "platform/session_desktop.h"

#include <gmock/gmock.h>
#include <signal.h>

#include <cstdlib>
#include <memory>
#include <sstream>

#include "fakes/temporary_folder.h"
#include "platform/processes.h"

namespace hearth::app {
namespace {

using agent::BusCall;
using agent::BusValue;

BusCall toBus(const std::string& method) {
    BusCall call;
    call.service = call.interface = "org.freedesktop.DBus";
    call.path = "/org/freedesktop/DBus";
    call.method = method;
    return call;
}

// One bus for all tests: libdbus remembers the first address it saw.
class SessionDesktopTest : public testing::Test {
  protected:
    static void SetUpTestSuite() {
        folder = std::make_unique<tests::TemporaryFolder>();
        const auto out = runProgram({"dbus-daemon", "--session", "--fork", "--print-address=1",
                                     "--print-pid=1", "--address=unix:dir=" + folder->path().string()},
                                    10000);
        if (!out) return;
        std::istringstream lines(*out);
        std::string address;
        std::getline(lines, address);
        lines >> bus;
        setenv("DBUS_SESSION_BUS_ADDRESS", address.c_str(), 1);
    }
    static void TearDownTestSuite() {
        if (bus > 0) kill(bus, SIGTERM);
        folder.reset();
        unsetenv("DBUS_SESSION_BUS_ADDRESS");
    }
    void SetUp() override {
        if (bus <= 0) GTEST_SKIP() << "dbus-daemon is not installed";
    }

    static std::unique_ptr<tests::TemporaryFolder> folder;
    static pid_t bus;
    SessionDesktop desktop;
};

std::unique_ptr<tests::TemporaryFolder> SessionDesktopTest::folder;
pid_t SessionDesktopTest::bus = -1;

TEST_F(SessionDesktopTest, CallsAndReadsReplies) {
    const auto names = desktop.call(toBus("ListNames"));
    ASSERT_TRUE(names) << names.error().text();
    EXPECT_THAT(std::get<std::vector<std::string>>(names->front().value),
                testing::Contains("org.freedesktop.DBus"));
    auto has = toBus("NameHasOwner");
    has.arguments.resize(1);
    has.arguments[0].value = std::string("org.freedesktop.DBus");
    const auto owned = desktop.call(has);
    ASSERT_TRUE(owned) << owned.error().text();
    EXPECT_TRUE(std::get<bool>(owned->front().value));
}

TEST_F(SessionDesktopTest, ReadsDictionariesAndVariants) {
    BusCall all = toBus("GetAll");
    all.interface = "org.freedesktop.DBus.Properties";
    all.arguments.resize(1);
    all.arguments[0].value = std::string("org.freedesktop.DBus");
    const auto reply = desktop.call(all);
    ASSERT_TRUE(reply) << reply.error().text();
    const auto& properties = std::get<std::map<std::string, BusValue>>(reply->front().value);
    ASSERT_TRUE(properties.contains("Interfaces"));
    EXPECT_TRUE(std::holds_alternative<std::vector<std::string>>(properties.at("Interfaces").value));
}

TEST_F(SessionDesktopTest, FindsNamesByTheirBeginning) {
    EXPECT_THAT(desktop.busNames("org.freedesktop.DB"), testing::ElementsAre("org.freedesktop.DBus"));
    EXPECT_THAT(desktop.busNames("org.mpris."), testing::IsEmpty());
}

TEST_F(SessionDesktopTest, SaysThatAServiceIsMissing) {
    BusCall play;
    play.service = "org.mpris.MediaPlayer2.none";
    play.path = "/org/mpris/MediaPlayer2";
    play.interface = "org.mpris.MediaPlayer2.Player";
    play.method = "PlayPause";
    const auto reply = desktop.call(play);
    ASSERT_FALSE(reply);
    EXPECT_EQ(reply.error().code, base::ErrorCode::NotFound);
    const auto shown = desktop.notify({"1", "Timer", "pasta", true});
    ASSERT_FALSE(shown);
    EXPECT_EQ(shown.error().code, base::ErrorCode::NotFound);
}

TEST_F(SessionDesktopTest, RefusesWhatTheBusCannotCarry) {
    auto bad = toBus("NameHasOwner");
    bad.arguments.resize(1);
    EXPECT_EQ(desktop.call(bad).error().code, base::ErrorCode::InvalidInput);  // no value
    bad.arguments[0].value = std::string("\xff\xfe");
    EXPECT_EQ(desktop.call(bad).error().code, base::ErrorCode::InvalidInput);  // no UTF-8
    bad = toBus("not a method");
    EXPECT_EQ(desktop.call(bad).error().code, base::ErrorCode::InvalidInput);
}

TEST(SessionDesktop, WithoutADesktopItSaysSo) {
    unsetenv("DBUS_SESSION_BUS_ADDRESS");
    setenv("XDG_RUNTIME_DIR", "/nowhere", 1);
    SessionDesktop desktop;
    const auto reply = desktop.call(toBus("ListNames"));
    ASSERT_FALSE(reply);
    EXPECT_EQ(reply.error().code, base::ErrorCode::Unsupported);
    EXPECT_THAT(desktop.busNames(""), testing::IsEmpty());
    EXPECT_EQ(desktop.openUrl("no address").error().code, base::ErrorCode::InvalidInput);
}

}  // namespace
}  // namespace hearth::app
