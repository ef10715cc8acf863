// Standard input and output of a child process, one message a line (MCP 2025-06-18, Transports, stdio).
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <thread>

#include "agent/mcp_transport.h"

namespace hearth::agent {

using base::ErrorCode;
using base::fail;
using base::Result;
using Clock = std::chrono::steady_clock;

namespace {

constexpr std::size_t kLongestMessage = 16u << 20;
constexpr int kPollMs = 50;

class ProgramTransport final : public McpTransport {
  public:
    ProgramTransport(pid_t child, int file) : child_(child), file_(file) {}
    ~ProgramTransport() override {
        ::close(file_);  // which the program takes as the sign to end
        if (!endedWithin(500)) ::kill(-child_, SIGTERM);
        if (!endedWithin(500)) ::kill(-child_, SIGKILL);
        if (!reaped_) ::waitpid(child_, nullptr, 0);
    }

    Result<void> send(const std::string& message, int timeoutMs, const base::CancelToken& cancel) override {
        const std::string line = message + "\n";
        const auto end = Clock::now() + std::chrono::milliseconds(timeoutMs);
        for (std::size_t at = 0; at < line.size();) {
            if (auto ready = wait(POLLOUT, end, cancel); !ready) return ready;
            const ssize_t sent =
                ::send(file_, line.data() + at, line.size() - at, MSG_NOSIGNAL | MSG_DONTWAIT);
            if (sent > 0) at += static_cast<std::size_t>(sent);
            if (sent < 0 && errno != EAGAIN && errno != EINTR) return tl::unexpected(gone());
        }
        return {};
    }

    Result<std::string> receive(int timeoutMs, const base::CancelToken& cancel) override {
        const auto end = Clock::now() + std::chrono::milliseconds(timeoutMs);
        for (;;) {
            auto line = take();
            if (!line) return tl::unexpected(line.error());
            if (*line) return std::move(**line);
            if (auto ready = wait(POLLIN, end, cancel); !ready) return tl::unexpected(ready.error());
        }
    }

    Result<std::optional<std::string>> take() override {
        for (;;) {
            if (auto line = heldLine()) return line;
            if (held_.size() > kLongestMessage)
                return fail(ErrorCode::InvalidInput, "The server sends a message that does not end.");
            char buffer[16384];
            const ssize_t count = ::recv(file_, buffer, sizeof buffer, MSG_DONTWAIT);
            if (count < 0 && errno == EINTR) continue;
            if (count < 0 && errno == EAGAIN) return std::nullopt;
            if (count <= 0) return tl::unexpected(gone());
            held_.append(buffer, static_cast<std::size_t>(count));
        }
    }

    int file() const override { return file_; }

  private:
    // The first whole line that is not blank.
    std::optional<std::string> heldLine() {
        for (;;) {
            const auto lineEnd = held_.find('\n', searched_);
            if (lineEnd == std::string::npos) break;
            std::string line = held_.substr(0, lineEnd);
            held_.erase(0, lineEnd + 1);
            searched_ = 0;
            if (line.find_first_not_of(" \t\r") != std::string::npos) return line;
        }
        searched_ = held_.size();
        return std::nullopt;
    }
    Result<void> wait(short what, Clock::time_point end, const base::CancelToken& cancel) const {
        for (;;) {
            if (cancel.cancelled()) return fail(ErrorCode::Cancelled, "Stopped.");
            pollfd poll{file_, what, 0};
            if (::poll(&poll, 1, kPollMs) > 0) return {};
            if (Clock::now() >= end) return fail(ErrorCode::Io, "The server did not answer in time.");
        }
    }
    bool endedWithin(int ms) {
        constexpr int kStepMs = 10;
        for (int waited = 0; !reaped_ && waited <= ms; waited += kStepMs) {
            if (::waitpid(child_, &status_, WNOHANG) == child_) reaped_ = true;
            if (!reaped_) std::this_thread::sleep_for(std::chrono::milliseconds(kStepMs));
        }
        return reaped_;
    }
    base::Error gone() {
        std::string how;
        if (endedWithin(200) && WIFSIGNALED(status_))
            how = " by signal " + std::to_string(WTERMSIG(status_));
        else if (reaped_ && WIFEXITED(status_) && WEXITSTATUS(status_) != 0)
            how = " with code " + std::to_string(WEXITSTATUS(status_));
        return {ErrorCode::Io, "The server ended" + how + ".", {}};
    }

    pid_t child_;
    int file_;
    int status_ = 0;
    bool reaped_ = false;
    std::string held_;
    std::size_t searched_ = 0;  // bytes of it without a line's end
};

// In the child: only calls that are safe after fork. Says by `failure` why the program could not be started.
[[noreturn]] void become(char* const* arguments, char* const* environment, int file, int failure) {
    ::setpgid(0, 0);
    ::dup2(file, 0);
    ::dup2(file, 1);
    const int nowhere = ::open("/dev/null", O_WRONLY);
    if (nowhere >= 0) ::dup2(nowhere, 2);
    ::execvpe(arguments[0], arguments, environment);
    const int why = errno;
    (void)!::write(failure, &why, sizeof why);
    ::_exit(127);
}

std::vector<char*> pointersOf(std::vector<std::string>& texts) {
    std::vector<char*> out;
    for (std::string& text : texts) out.push_back(text.data());
    out.push_back(nullptr);
    return out;
}

std::vector<std::string> environmentWith(const std::map<std::string, std::string>& further) {
    std::vector<std::string> out;
    for (char** variable = environ; *variable != nullptr; ++variable) {
        const std::string text = *variable;
        if (!further.contains(text.substr(0, text.find('=')))) out.push_back(text);
    }
    for (const auto& [name, value] : further) out.push_back(name + "=" + value);
    return out;
}

}  // namespace

Result<std::unique_ptr<McpTransport>> startMcpProgram(const McpProgram& program) {
    std::vector<std::string> words{program.command};
    words.insert(words.end(), program.arguments.begin(), program.arguments.end());
    std::vector<std::string> variables = environmentWith(program.environment);
    const auto arguments = pointersOf(words);
    const auto environment = pointersOf(variables);
    int ends[2];
    int failure[2];
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        return fail(ErrorCode::Io,
                    std::string("No connection to a program can be made: ") + std::strerror(errno));
    if (::pipe2(failure, O_CLOEXEC) != 0) {
        ::close(ends[0]);
        ::close(ends[1]);
        return fail(ErrorCode::Io,
                    std::string("No connection to a program can be made: ") + std::strerror(errno));
    }
    const pid_t child = ::fork();
    if (child == 0) become(arguments.data(), environment.data(), ends[1], failure[1]);
    ::close(ends[1]);
    ::close(failure[1]);
    int why = child < 0 ? errno : 0;
    if (child > 0 && ::read(failure[0], &why, sizeof why) != sizeof why) why = 0;
    ::close(failure[0]);
    if (why != 0) {
        ::close(ends[0]);
        if (child > 0) ::waitpid(child, nullptr, 0);
        return fail(ErrorCode::NotFound,
                    std::string("The program cannot be started: ") + std::strerror(why) + ".",
                    program.command);
    }
    ::setpgid(child, child);
    return std::make_unique<ProgramTransport>(child, ends[0]);
}

}  // namespace hearth::agent
