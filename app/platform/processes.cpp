#include "platform/processes.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <utility>

namespace hearth::app {
namespace {

constexpr std::size_t kLongestOutput = 4u << 20;

// A pipe that closes itself and is not inherited by other programs.
struct Pipe {
    int read = -1;
    int write = -1;
    Pipe() {
        std::array<int, 2> ends{-1, -1};
        if (pipe2(ends.data(), O_CLOEXEC) == 0) {
            read = ends[0];
            write = ends[1];
        }
    }
    ~Pipe() {
        closeRead();
        closeWrite();
    }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;
    void closeRead() { closeOne(read); }
    void closeWrite() { closeOne(write); }
    static void closeOne(int& end) {
        if (end >= 0) close(end);
        end = -1;
    }
};

std::vector<char*> pointers(const std::vector<std::string>& arguments) {
    std::vector<char*> out;
    for (const auto& argument : arguments) out.push_back(const_cast<char*>(argument.c_str()));
    out.push_back(nullptr);
    return out;
}

// In the child after fork(): only calls that are safe there.
[[noreturn]] void become(char* const* arguments, int failure) {
    execvp(arguments[0], arguments);
    const int reason = errno;
    [[maybe_unused]] const auto written = write(failure, &reason, sizeof reason);
    _exit(127);
}

base::Result<void> startFailure(int reason, const std::string& program) {
    if (reason == ENOENT)
        return base::fail(base::ErrorCode::NotFound, "This program is not installed.", program);
    return base::fail(base::ErrorCode::Io,
                      std::string("The program could not be started: ") + std::strerror(reason) + ".",
                      program);
}

// Waits until the child has become the other program, or gives why it could not.
base::Result<void> awaitStart(Pipe& failure, const std::string& program) {
    failure.closeWrite();
    int reason = 0;
    ssize_t got = 0;
    do {
        got = read(failure.read, &reason, sizeof reason);
    } while (got < 0 && errno == EINTR);
    if (got == static_cast<ssize_t>(sizeof reason)) return startFailure(reason, program);
    return {};
}

// Reads both outputs until they end or time is up; true: they ended.
bool collect(Pipe& out, Pipe& err, std::string& text, std::string& errors, int timeoutMs) {
    using Clock = std::chrono::steady_clock;
    const auto end = Clock::now() + std::chrono::milliseconds(timeoutMs);
    std::array<char, 8192> buffer{};
    while (out.read >= 0 || err.read >= 0) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now()).count();
        if (left <= 0) return false;
        std::array<pollfd, 2> waiting{pollfd{out.read, POLLIN, 0}, pollfd{err.read, POLLIN, 0}};
        if (poll(waiting.data(), waiting.size(), static_cast<int>(left)) < 0 && errno != EINTR) return false;
        for (auto* end_ : {&out, &err}) {
            const bool first = end_ == &out;
            if (end_->read < 0 || waiting[first ? 0 : 1].revents == 0) continue;
            const auto got = read(end_->read, buffer.data(), buffer.size());
            if (got <= 0) {
                end_->closeRead();
                continue;
            }
            auto& sink = first ? text : errors;
            if (sink.size() < kLongestOutput) sink.append(buffer.data(), static_cast<std::size_t>(got));
        }
    }
    return true;
}

}  // namespace

base::Result<void> startProgram(const std::vector<std::string>& arguments) {
    if (arguments.empty()) return base::fail(base::ErrorCode::InvalidInput, "No program was named.");
    const auto argv = pointers(arguments);
    Pipe failure;
    const pid_t child = fork();
    if (child < 0) return startFailure(errno, arguments[0]);
    if (child == 0) {
        // A grandchild of its own session: nobody has to wait for it, and it outlives this program.
        setsid();
        if (fork() != 0) _exit(0);
        become(argv.data(), failure.write);
    }
    waitpid(child, nullptr, 0);
    return awaitStart(failure, arguments[0]);
}

base::Result<std::string> runProgram(const std::vector<std::string>& arguments, int timeoutMs) {
    if (arguments.empty()) return base::fail(base::ErrorCode::InvalidInput, "No program was named.");
    const auto argv = pointers(arguments);
    Pipe failure;
    Pipe out;
    Pipe err;
    const pid_t child = fork();
    if (child < 0) return tl::unexpected<base::Error>(startFailure(errno, arguments[0]).error());
    if (child == 0) {
        const int nothing = open("/dev/null", O_RDONLY);
        dup2(nothing, STDIN_FILENO);
        dup2(out.write, STDOUT_FILENO);
        dup2(err.write, STDERR_FILENO);
        become(argv.data(), failure.write);
    }
    out.closeWrite();
    err.closeWrite();
    const auto started = awaitStart(failure, arguments[0]);
    std::string text;
    std::string errors;
    const bool ended = collect(out, err, text, errors, timeoutMs);
    if (!ended) kill(child, SIGKILL);
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (!started) return tl::unexpected<base::Error>(started.error());
    if (!ended)
        return base::fail(base::ErrorCode::Cancelled, "The program took too long and was ended.",
                          arguments[0]);
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        return base::fail(base::ErrorCode::Io, errors.empty() ? "The program reported a failure." : errors,
                          arguments[0]);
    return text;
}

}  // namespace hearth::app
