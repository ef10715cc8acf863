#include "ingest/program.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "base/descriptor.h"
#include "ingest/reader.h"

extern char** environ;

namespace hearth::rag {

using base::Descriptor;

namespace {

constexpr std::size_t mostComplaint = 2000;

Descriptor inputOf(const ProgramRun& run) {
    if (run.file >= 0) {
        ::lseek(run.file, 0, SEEK_SET);
        return Descriptor(::fcntl(run.file, F_DUPFD_CLOEXEC, 3));
    }
    Descriptor memory(::memfd_create("document", MFD_CLOEXEC));
    for (std::string_view left = run.input; memory.valid() && !left.empty();) {
        const ssize_t written = ::write(memory.get(), left.data(), left.size());
        if (written <= 0) return Descriptor();
        left.remove_prefix(static_cast<std::size_t>(written));
    }
    if (memory.valid()) ::lseek(memory.get(), 0, SEEK_SET);
    return memory;
}

// The process, or 0 with `found` false.
pid_t start(const ProgramRun& run, int in, int out, int error, ProgramOutput& result) {
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, in, 0);
    posix_spawn_file_actions_adddup2(&actions, out, 1);
    posix_spawn_file_actions_adddup2(&actions, error, 2);
    std::vector<char*> words;
    for (const std::string& word : run.words) words.push_back(const_cast<char*>(word.c_str()));
    words.push_back(nullptr);
    pid_t process = 0;
    const int failed = ::posix_spawnp(&process, words[0], &actions, nullptr, words.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (failed == 0) return process;
    result.found = failed != ENOENT;
    result.status = 127;
    return 0;
}

// Takes what is there; false at the end.
bool take(int from, std::string& into, std::size_t most, bool& whole) {
    char buffer[65536];
    const ssize_t got = ::read(from, buffer, sizeof buffer);
    if (got < 0 && errno == EINTR) return true;
    if (got <= 0) return false;
    const std::size_t fits = std::min(static_cast<std::size_t>(got), most - into.size());
    into.append(buffer, fits);
    whole = whole && fits == static_cast<std::size_t>(got);
    return true;
}

void gather(int out, int error, const ProgramRun& run, ProgramOutput& result) {
    pollfd sources[2] = {{out, POLLIN, 0}, {error, POLLIN, 0}};
    bool ignored = true;
    while (sources[0].fd >= 0 || sources[1].fd >= 0) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
            run.deadline - std::chrono::steady_clock::now());
        if (left.count() <= 0 || !result.whole) {
            result.inTime = left.count() > 0;
            return;
        }
        const auto wait = static_cast<int>(std::min<std::int64_t>(left.count(), 1000));
        if (::poll(sources, 2, wait) < 0 && errno != EINTR) return;
        if (sources[0].revents != 0 && !take(out, result.text, run.mostOutput, result.whole))
            sources[0].fd = -1;
        if (sources[1].revents != 0 && !take(error, result.complaint, mostComplaint, ignored))
            sources[1].fd = -1;
        sources[0].revents = sources[1].revents = 0;
    }
}

}  // namespace

ProgramOutput runProgram(const ProgramRun& run) {
    ProgramOutput result;
    if (std::chrono::steady_clock::now() >= run.deadline) {
        result.inTime = false;
        result.status = 124;
        return result;
    }
    const Descriptor input = inputOf(run);
    int out[2] = {-1, -1}, error[2] = {-1, -1};
    if (!input.valid() || ::pipe2(out, O_CLOEXEC) != 0) {
        result.status = 126;
        return result;
    }
    const Descriptor outRead(out[0]);
    Descriptor outWrite(out[1]);
    if (::pipe2(error, O_CLOEXEC) != 0) {
        result.status = 126;
        return result;
    }
    const Descriptor errorRead(error[0]);
    Descriptor errorWrite(error[1]);
    const pid_t process = start(run, input.get(), outWrite.get(), errorWrite.get(), result);
    outWrite.close();
    errorWrite.close();
    if (process == 0) return result;
    gather(outRead.get(), errorRead.get(), run, result);
    if (!result.inTime || !result.whole) ::kill(process, SIGKILL);
    int status = 0;
    while (::waitpid(process, &status, 0) < 0 && errno == EINTR) {
    }
    result.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return result;
}

ProgramOutput runOn(const Source& source, std::vector<std::string> words) {
    ProgramRun run;
    run.words = std::move(words);
    run.input = source.bytes;
    run.file = source.file;
    run.deadline = source.deadline;
    return runProgram(run);
}

}  // namespace hearth::rag
