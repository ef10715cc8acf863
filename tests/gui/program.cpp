#include "gui/program.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <thread>

namespace hearth::tests {

Program::Program(const std::vector<std::string>& arguments,
                 const std::map<std::string, std::string>& environment, const std::string& log) {
    std::vector<char*> argv;
    for (const auto& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
    argv.push_back(nullptr);
    id_ = fork();
    if (id_ != 0) return;
    const int out = open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    dup2(out, STDOUT_FILENO);
    dup2(out, STDERR_FILENO);
    for (const auto& [name, value] : environment) {
        if (value.empty()) {
            unsetenv(name.c_str());
        } else {
            setenv(name.c_str(), value.c_str(), 1);
        }
    }
    execvp(argv[0], argv.data());
    _exit(127);
}

Program::~Program() {
    kill();
}

bool Program::running() {
    if (!ended_ && waitpid(id_, &status_, WNOHANG) == id_) ended_ = true;
    return !ended_;
}

void Program::kill() {
    if (!running()) return;
    ::kill(id_, SIGKILL);
    waitForEnd();
}

int Program::waitForEnd() {
    if (!ended_) waitpid(id_, &status_, 0);
    ended_ = true;
    return WIFEXITED(status_) ? WEXITSTATUS(status_) : -1;
}

Screen::Screen(const std::string& folder) {
    // The server itself finds a free number and writes it, when it is ready, to the file.
    const std::string number = folder + "/display";
    const std::string start = "exec Xvfb -displayfd 3 -screen 0 1280x900x24 -nolisten tcp 3>" + number;
    server_ = std::make_unique<Program>(std::vector<std::string>{"sh", "-c", start},
                                        std::map<std::string, std::string>{}, folder + "/xvfb.log");
    const bool ready =
        eventually([&] { return !server_->running() || readFile(number).find('\n') != std::string::npos; });
    const std::string text = readFile(number);
    if (ready && server_->running()) display_ = ":" + text.substr(0, text.find('\n'));
}

bool eventually(const std::function<bool()>& condition) {
    using Clock = std::chrono::steady_clock;
    const auto end = Clock::now() + std::chrono::seconds(60);
    while (!condition()) {
        if (Clock::now() > end) return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return true;
}

std::string readFile(const std::string& path) {
    std::ostringstream out;
    out << std::ifstream(path, std::ios::binary).rdbuf();
    return out.str();
}

}  // namespace hearth::tests
