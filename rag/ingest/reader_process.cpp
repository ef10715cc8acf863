#include "ingest/reader_process.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <thread>
#include <utility>

namespace hearth::rag {

using base::Descriptor;
using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

// Nothing of the user's environment: it may hold secrets, and libraries look for settings there.
constexpr const char* environment[] = {"PATH=/usr/bin:/bin", "LANG=C.UTF-8", "OMP_THREAD_LIMIT=1", nullptr};

struct SpawnSettings {
    SpawnSettings() {
        posix_spawn_file_actions_init(&actions);
        posix_spawnattr_init(&attributes);
        posix_spawnattr_setflags(&attributes,
                                 POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
        posix_spawnattr_setpgroup(&attributes, 0);
        sigset_t none, pipes;
        sigemptyset(&none);
        sigemptyset(&pipes);
        sigaddset(&pipes, SIGPIPE);
        posix_spawnattr_setsigmask(&attributes, &none);
        posix_spawnattr_setsigdefault(&attributes, &pipes);
    }
    ~SpawnSettings() {
        posix_spawn_file_actions_destroy(&actions);
        posix_spawnattr_destroy(&attributes);
    }
    SpawnSettings(const SpawnSettings&) = delete;
    SpawnSettings& operator=(const SpawnSettings&) = delete;

    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
};

}  // namespace

Result<ReaderProcess> ReaderProcess::start(const std::vector<std::string>& words, int input) {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0)
        return fail(ErrorCode::Io, "No pipe can be made.", std::strerror(errno));
    Descriptor output(ends[0]);
    const Descriptor theirs(ends[1]);
    SpawnSettings settings;
    posix_spawn_file_actions_adddup2(&settings.actions, input, 0);
    posix_spawn_file_actions_adddup2(&settings.actions, theirs.get(), 1);
    posix_spawn_file_actions_addopen(&settings.actions, 2, "/dev/null", O_WRONLY, 0);
    // Whatever other parts of the program left open is no business of a document.
    posix_spawn_file_actions_addclosefrom_np(&settings.actions, 3);
    std::vector<char*> arguments;
    for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    pid_t process = 0;
    const int failed = ::posix_spawn(&process, arguments[0], &settings.actions, &settings.attributes,
                                     arguments.data(), const_cast<char**>(environment));
    if (failed != 0)
        return fail(failed == ENOENT ? ErrorCode::NotFound : ErrorCode::Io,
                    "The program that reads documents cannot be started.", words.front());
    return ReaderProcess(process, std::move(output));
}

ReaderProcess::ReaderProcess(ReaderProcess&& other) noexcept
    : process_(std::exchange(other.process_, 0)), output_(std::move(other.output_)) {}

ReaderProcess::~ReaderProcess() {
    if (process_ == 0) return;
    kill();
    wait();
}

void ReaderProcess::kill() {
    if (process_ > 0) ::kill(-process_, SIGKILL);
}

ProcessEnd ReaderProcess::wait() {
    // It closed its output, so it ends at once; where it does not, it is ended.
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(3);
    for (auto pause = std::chrono::microseconds(200); process_ > 0;) {
        siginfo_t info = {};
        const int looked = ::waitid(P_PID, static_cast<id_t>(process_), &info, WEXITED | WNOHANG | WNOWAIT);
        if ((looked != 0 && errno != EINTR) || info.si_pid == process_) break;
        if (std::chrono::steady_clock::now() > deadline) kill();
        std::this_thread::sleep_for(pause);
        pause = std::min(pause * 2, std::chrono::microseconds(20000));
    }
    int status = 0;
    if (process_ > 0) {
        kill();  // what it started ends with it; while it is not reaped, its number is nobody else's
        while (::waitpid(process_, &status, 0) < 0 && errno == EINTR) {
        }
    }
    process_ = 0;
    ProcessEnd end;
    if (WIFSIGNALED(status)) end.signal = WTERMSIG(status);
    if (WIFEXITED(status)) end.status = WEXITSTATUS(status);
    return end;
}

}  // namespace hearth::rag
