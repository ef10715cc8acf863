// The main story, from outside: the real program, the real model, a real window under Xvfb, typed keys and
// clicks. What happened is read from the files: the database of conversations and the calendar's folder.
#include <gmock/gmock.h>
#include <sqlite3.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <thread>

#include "fakes/temporary_folder.h"
#include "gui/program.h"
#include "platform/processes.h"

namespace hearth::tests {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

constexpr const char* kLunch = "set up lunch with my sister tomorrow at noon for 90 minutes";
constexpr const char* kWaiting = "0";
constexpr const char* kUndone = "5";

class Story : public testing::Test {
  protected:
    void SetUp() override {
        screen_ = std::make_unique<Screen>(folder_.path().string());
        if (screen_->display().empty()) GTEST_SKIP() << "Xvfb is not installed";
        setenv("DISPLAY", screen_->display().c_str(), 1);  // for xdotool
        if (!app::runProgram({"xdotool", "getmouselocation"}, 10000))
            GTEST_SKIP() << "xdotool is not installed";
        if (!fs::exists(fs::path(HEARTH_SOURCE) / "assets/models/builtin.gguf"))
            GTEST_SKIP() << "there is no assets/models/builtin.gguf";
    }

    std::map<std::string, std::string> environment() const {
        return {{"DISPLAY", screen_->display()},
                {"HEARTH_DATA_DIR", data().string()},
                {"HOME", folder_.path().string()},
                {"XDG_RUNTIME_DIR", folder_.path().string()},
                {"QT_QUICK_BACKEND", "software"},
                {"QT_QPA_PLATFORM", "xcb"},
                {"WAYLAND_DISPLAY", ""},
                {"DBUS_SESSION_BUS_ADDRESS", ""},
                {"LC_ALL", "C.UTF-8"}};
    }
    fs::path data() const { return folder_ / "data"; }
    fs::path calendar() const { return data() / "calendar"; }

    std::unique_ptr<Program> start(std::vector<std::string> arguments = {}) {
        arguments.insert(arguments.begin(), HEARTH_PROGRAM);
        return std::make_unique<Program>(arguments, environment(), log());
    }
    std::string log() const { return (folder_ / "hearth.log").string(); }

    static std::string xdotool(std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), "xdotool");
        const auto out = app::runProgram(arguments, 60000);
        EXPECT_TRUE(out) << out.error().text();
        return out ? *out : std::string();
    }
    // Waits for the window and gives it the keyboard.
    void focusWindow() {
        std::string id = xdotool({"search", "--sync", "--onlyvisible", "--name", "Hearth"});
        id = id.substr(0, id.find('\n'));
        ASSERT_FALSE(id.empty()) << readFile(log());
        xdotool({"windowfocus", "--sync", id});
        window_ = id;
    }
    void type(const std::string& words) { xdotool({"type", "--delay", "4", words}); }
    void key(const std::string& name) { xdotool({"key", name}); }
    void click(int x, int y) {
        xdotool({"mousemove", "--window", window_, std::to_string(x), std::to_string(y), "click", "1"});
    }

    // The first column of the first row; empty while there is none or no database.
    std::string query(const std::string& sql) const {
        sqlite3* database = nullptr;
        std::string out;
        if (sqlite3_open_v2((data() / "conversations.db").c_str(), &database, SQLITE_OPEN_READONLY,
                            nullptr) == SQLITE_OK) {
            sqlite3_busy_timeout(database, 2000);
            sqlite3_stmt* statement = nullptr;
            if (sqlite3_prepare_v2(database, sql.c_str(), -1, &statement, nullptr) == SQLITE_OK &&
                sqlite3_step(statement) == SQLITE_ROW) {
                const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, 0));
                if (text != nullptr) out = text;
            }
            sqlite3_finalize(statement);
        }
        sqlite3_close(database);
        return out;
    }
    // Of the newest action.
    std::string action(const std::string& key) const {
        return query("SELECT json_extract(body,'$.action." + key +
                     "') FROM messages WHERE kind=2 ORDER BY id DESC LIMIT 1");
    }
    // All events of the calendar's folder, one after the other.
    std::string events() const {
        std::string out;
        std::error_code error;
        for (const auto& entry : fs::directory_iterator(calendar(), error))
            if (entry.path().extension() == ".ics") out += readFile(entry.path().string());
        return out;
    }

    TemporaryFolder folder_;
    std::unique_ptr<Screen> screen_;
    std::string window_;
};

TEST_F(Story, LunchIsAskedForConfirmedAndUndone) {
    auto hearth = start();
    focusWindow();
    type(kLunch);
    key("Return");
    ASSERT_TRUE(eventually([&] { return action("state") == kWaiting; })) << readFile(log());
    EXPECT_EQ(action("tool"), "create_event");
    EXPECT_EQ(events(), "") << "nothing may be written before it is confirmed";

    key("ctrl+Return");
    ASSERT_TRUE(eventually([&] { return !events().empty(); })) << readFile(log());
    const std::string event = events();
    EXPECT_THAT(event, HasSubstr("BEGIN:VEVENT"));
    EXPECT_THAT(event, testing::ContainsRegex("SUMMARY:.*[Ll]unch"));
    EXPECT_THAT(event, testing::ContainsRegex("DTSTART.*T120000"));
    ASSERT_TRUE(eventually([&] { return action("undoable") == "1"; }));

    key("ctrl+z");
    ASSERT_TRUE(eventually([&] { return action("state") == kUndone; })) << readFile(log());
    EXPECT_EQ(events(), "");

    // A click on "New conversation", at the top of the side bar, then on the composer.
    click(132, 74);
    click(600, 720);
    type("what is 3 plus 4");
    key("Return");
    EXPECT_TRUE(eventually([&] { return query("SELECT count(*) FROM conversations") == "2"; }));

    key("ctrl+q");
    EXPECT_EQ(hearth->waitForEnd(), 0) << readFile(log());
}

TEST_F(Story, TheCardIsReachedAndDeclinedByTab) {
    auto hearth = start();
    focusWindow();
    type(kLunch);
    key("Return");
    ASSERT_TRUE(eventually([&] { return action("state") == kWaiting; })) << readFile(log());
    // Backwards from the composer: more answers, then "Not now".
    xdotool({"key", "shift+Tab", "shift+Tab", "Return"});
    ASSERT_TRUE(eventually([&] { return action("state") == "4"; })) << readFile(log());
    EXPECT_EQ(events(), "");
}

TEST_F(Story, ASecondProgramHandsItsRequestToTheFirst) {
    auto first = start();
    focusWindow();
    ASSERT_TRUE(eventually([&] { return query("PRAGMA user_version") != ""; }));
    auto second = start();
    EXPECT_EQ(second->waitForEnd(), 0) << readFile(log());
    EXPECT_TRUE(first->running());
}

TEST_F(Story, AfterAKillTheCardStillWaitsAndCanBeConfirmed) {
    {
        auto hearth = start();
        focusWindow();
        type(kLunch);
        key("Return");
        ASSERT_TRUE(eventually([&] { return action("state") == kWaiting; })) << readFile(log());
        hearth->kill();
    }
    auto again = start();
    focusWindow();
    EXPECT_EQ(action("state"), kWaiting);
    EXPECT_EQ(events(), "");
    click(132, 196);  // the conversation, the first in the side bar
    EXPECT_TRUE(eventually([&] {
        key("ctrl+Return");
        return !events().empty();
    })) << readFile(log());
    EXPECT_TRUE(eventually([&] { return action("undoable") == "1"; })) << readFile(log());
    EXPECT_EQ(query("SELECT text FROM messages WHERE kind=0"), kLunch);
    EXPECT_EQ(query("PRAGMA integrity_check"), "ok");
}

TEST_F(Story, EverythingIsDeletedAndTheWindowBeginsAnew) {
    fs::create_directories(data() / "notes");
    std::ofstream(data() / "notes/secret.md") << "a secret\n";
    auto hearth = start();
    focusWindow();
    type("what is 3 plus 4");
    key("Return");
    ASSERT_TRUE(eventually([&] { return query("SELECT count(*) FROM messages") == "2"; })) << readFile(log());
    key("ctrl+comma");
    type("delete everything");
    // Over the way to clear the search, export, import and the welcome to the button.
    xdotool({"key", "Tab", "Tab", "Tab", "Tab", "Tab", "Return"});
    std::this_thread::sleep_for(std::chrono::seconds(1));  // it counts before it can be told to delete
    xdotool({"key", "shift+Tab", "Return"});               // from "Keep everything" to the one before
    EXPECT_TRUE(eventually([&] { return !fs::exists(data() / "notes"); })) << readFile(log());
    EXPECT_TRUE(eventually([&] { return query("SELECT count(*) FROM conversations") == "0"; }));
    EXPECT_TRUE(hearth->running());
    focusWindow();
    type("what is 5 plus 4");
    key("Return");
    EXPECT_TRUE(eventually([&] { return query("SELECT count(*) FROM conversations") == "1"; }))
        << readFile(log());
}

}  // namespace
}  // namespace hearth::tests
