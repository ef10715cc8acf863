// Programs that a test starts, watches and ends: Xvfb, and Hearth in it.
#pragma once

#include <sys/types.h>

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace hearth::tests {

// A program that is killed with the object. Its output goes to the file `log`.
class Program {
  public:
    Program(const std::vector<std::string>& arguments, const std::map<std::string, std::string>& environment,
            const std::string& log);
    ~Program();
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    bool running();
    void kill();       // SIGKILL
    int waitForEnd();  // its exit code; -1 where a signal ended it
    pid_t id() const { return id_; }

  private:
    pid_t id_ = -1;
    int status_ = 0;
    bool ended_ = false;
};

// A screen without glass. `display` is ":<number>", empty where Xvfb is not installed.
class Screen {
  public:
    explicit Screen(const std::string& folder);
    const std::string& display() const { return display_; }

  private:
    std::string display_;
    std::unique_ptr<Program> server_;
};

// Asks again and again until it is so; false after a patience far beyond what a slow machine needs.
bool eventually(const std::function<bool()>& condition);

std::string readFile(const std::string& path);

}  // namespace hearth::tests
