// Runs the built program as a user does, with a data folder of its own.
#pragma once

#include <sys/wait.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>

#include "fakes/temporary_folder.h"

namespace hearth::app {

struct Ran {
    int code = -1;
    std::string out;
    std::string err;
};

class CommandLine {
  public:
    // `arguments` as in a shell. The display and the desktop's bus are taken away, so that nothing opens a
    // window or reaches the user's keyring.
    Ran run(const std::string& arguments, const std::string& input = "") const {
        std::ofstream(folder_ / "in", std::ios::binary) << input;
        const std::string command =
            "env -u DISPLAY -u WAYLAND_DISPLAY -u DBUS_SESSION_BUS_ADDRESS HEARTH_DATA_DIR='" +
            data().string() + "' TZ=Europe/Berlin LC_ALL=C '" HEARTH_PROGRAM "' " + arguments + " <'" +
            (folder_ / "in").string() + "' >'" + (folder_ / "out").string() + "' 2>'" +
            (folder_ / "err").string() + "'";
        const int status = std::system(command.c_str());
        return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, read("out"), read("err")};
    }
    std::string file(const std::string& name) const { return (folder_ / name).string(); }
    std::filesystem::path data() const { return folder_ / "data"; }
    std::string read(const std::string& name) const {
        std::ifstream in(folder_ / name, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }

  private:
    tests::TemporaryFolder folder_;
};

}  // namespace hearth::app
