// What only happens in a terminal: a card is approved, changed or dropped by typing. Runs the program behind
// a pseudo-terminal.
#include <gtest/gtest.h>

#include <poll.h>
#include <pty.h>
#include <unistd.h>
#include <csignal>

#include "app/cli/command_line.h"

namespace hearth::app {
namespace {

class Terminal {
  public:
    Terminal(const CommandLine& commandLine, const std::string& request) {
        const std::string data = commandLine.data().string();
        process_ = forkpty(&terminal_, nullptr, nullptr, nullptr);
        if (process_ != 0) return;
        unsetenv("DISPLAY");
        unsetenv("WAYLAND_DISPLAY");
        execl(HEARTH_PROGRAM, "hearth", "--data-dir", data.c_str(), "do", request.c_str(), nullptr);
        _exit(127);
    }
    ~Terminal() { close(terminal_); }
    Terminal(const Terminal&) = delete;
    Terminal& operator=(const Terminal&) = delete;

    // Reads until `text` was seen; false where the program ended or was silent for half a minute.
    bool waitFor(const std::string& text) {
        for (;;) {
            if (const auto at = seen_.find(text); at != std::string::npos) {
                seen_.erase(0, at + text.size());
                return true;
            }
            pollfd ready = {terminal_, POLLIN, 0};
            char buffer[4096];
            if (poll(&ready, 1, 20000) <= 0) return false;
            const ssize_t length = read(terminal_, buffer, sizeof buffer);
            if (length <= 0) return false;
            seen_.append(buffer, static_cast<std::size_t>(length));
            all_.append(buffer, static_cast<std::size_t>(length));
        }
    }
    void type(const std::string& text) const {
        ASSERT_EQ(write(terminal_, text.data(), text.size()), static_cast<ssize_t>(text.size()));
    }
    int exitCode() {
        while (waitFor("\n")) continue;
        int status = -1;
        for (int i = 0; i < 100; ++i) {
            if (waitpid(process_, &status, WNOHANG) == process_)
                return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
            usleep(20'000);
        }
        kill(process_, SIGKILL);  // silent, yet not ended: do not wait for ever
        waitpid(process_, &status, 0);
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }
    const std::string& all() const { return all_; }

  private:
    int terminal_ = -1;
    pid_t process_ = -1;
    std::string seen_;
    std::string all_;
};

class InATerminal : public testing::Test {
  protected:
    void SetUp() override {
        if (!std::filesystem::exists(HEARTH_SOURCE "/assets/models/builtin.gguf"))
            GTEST_SKIP() << "there is no built-in model";
    }
    int events() const {
        int n = 0;
        if (std::filesystem::exists(hearth_.data() / "calendar"))
            for (const auto& entry : std::filesystem::directory_iterator(hearth_.data() / "calendar"))
                n += entry.path().extension() == ".ics";
        return n;
    }
    CommandLine hearth_;
    std::string request_ = "lunch with my sister tomorrow at noon";
};

TEST_F(InATerminal, ACardIsChangedAndConfirmed) {
    Terminal terminal(hearth_, request_);
    ASSERT_TRUE(terminal.waitFor("12:00")) << terminal.all();
    ASSERT_TRUE(terminal.waitFor("[y/N")) << terminal.all();
    terminal.type("what\n");
    ASSERT_TRUE(terminal.waitFor("Type y, n")) << terminal.all();
    ASSERT_TRUE(terminal.waitFor("[y/N")) << terminal.all();
    terminal.type("time=13:00\n");
    ASSERT_TRUE(terminal.waitFor("13:00–14:00")) << terminal.all();
    ASSERT_TRUE(terminal.waitFor("[y/N")) << terminal.all();
    EXPECT_EQ(events(), 0);
    terminal.type("y\n");
    EXPECT_EQ(terminal.exitCode(), 0) << terminal.all();
    EXPECT_EQ(events(), 1);
}

TEST_F(InATerminal, NoAndInterruptDoNothing) {
    const std::pair<const char*, int> answers[] = {{"n\n", 3}, {"\n", 3}, {"\x04", 3}, {"\x03", 130}};
    for (const auto& [typed, code] : answers) {
        Terminal terminal(hearth_, request_);
        ASSERT_TRUE(terminal.waitFor("[y/N")) << terminal.all();
        terminal.type(typed);
        EXPECT_EQ(terminal.exitCode(), code) << terminal.all();
        EXPECT_NE(terminal.all().find("Nothing was done"), std::string::npos) << terminal.all();
        EXPECT_EQ(events(), 0);
    }
}

TEST_F(InATerminal, WhatIsMissingIsAskedFor) {
    Terminal terminal(hearth_, "set an alarm");
    ASSERT_TRUE(terminal.waitFor("?")) << terminal.all();
    ASSERT_TRUE(terminal.waitFor("> ")) << terminal.all();
    terminal.type("7 am tomorrow\n");
    ASSERT_TRUE(terminal.waitFor("07:00")) << terminal.all();
    ASSERT_TRUE(terminal.waitFor("[y/N")) << terminal.all();
    terminal.type("y\n");
    EXPECT_EQ(terminal.exitCode(), 0) << terminal.all();
}

}  // namespace
}  // namespace hearth::app
