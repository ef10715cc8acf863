#include "cli/terminal.h"

#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdio>

namespace hearth::app::cli {

namespace {

volatile std::sig_atomic_t interrupts = 0;

// Reached by the handler: cancelling is one store to an atomic, which a signal handler may do.
base::CancelSource& source() {
    static base::CancelSource cancel;
    return cancel;
}

extern "C" void onInterrupt(int) {
    interrupts = interrupts + 1;
    if (interrupts > 1) _exit(130);
    source().cancel();  // one relaxed atomic store
}

}  // namespace

bool outputIsTerminal() {
    return isatty(STDOUT_FILENO) == 1;
}
bool errorIsTerminal() {
    return isatty(STDERR_FILENO) == 1;
}
bool inputIsTerminal() {
    return isatty(STDIN_FILENO) == 1;
}

void handleInterrupts() {
    source();  // made before the first signal
    struct sigaction action = {};
    action.sa_handler = onInterrupt;
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, nullptr);  // without SA_RESTART: reading a line ends too
    std::signal(SIGPIPE, SIG_IGN);        // writing to a closed pipe is an error of the stream
}

base::CancelToken interruption() {
    return source().token();
}

bool takeInterruption() {
    if (interrupts == 0) return false;
    interrupts = 0;
    source() = base::CancelSource();
    return true;
}

bool waitForInput() {
    sigset_t interrupt, before;
    sigemptyset(&interrupt);
    sigaddset(&interrupt, SIGINT);
    sigprocmask(SIG_BLOCK, &interrupt, &before);
    pollfd input = {STDIN_FILENO, POLLIN, 0};
    const bool ready = interrupts == 0 && ppoll(&input, 1, nullptr, &before) > 0;
    sigprocmask(SIG_SETMASK, &before, nullptr);
    return ready;
}

void Progress::show(double share) {
    if (!errorIsTerminal()) return;
    const auto now = std::chrono::steady_clock::now();
    if (shown_ ? share < 1 && now - drawn_ < std::chrono::milliseconds(100)
               : now - started_ < std::chrono::milliseconds(400))
        return;  // what is quick needs no bar
    drawn_ = now;
    shown_ = true;
    constexpr int width = 30;
    const int full = static_cast<int>(std::clamp(share, 0.0, 1.0) * width);
    const double seconds = std::chrono::duration<double>(now - started_).count();
    std::string bar(static_cast<std::size_t>(full), '#');
    bar.resize(width, '.');
    std::fprintf(stderr, "\r\033[K%s [%s] %3.0f %%", what_.c_str(), bar.c_str(), share * 100);
    if (share > 0.02 && seconds > 2 && share < 1)
        std::fprintf(stderr, ", %.0f s left", seconds * (1 - share) / share);
    std::fflush(stderr);
}

void Progress::clear() {
    if (!shown_) return;
    std::fputs("\r\033[K", stderr);
    std::fflush(stderr);
    shown_ = false;
}

}  // namespace hearth::app::cli
