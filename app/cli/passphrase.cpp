#include "cli/passphrase.h"

#include <sodium.h>
#include <termios.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <iostream>

#include "cli/terminal.h"

namespace hearth::app::cli {
namespace {

using base::ErrorCode;
using base::fail;
using base::Result;
using privacy::Secret;

// Turns the echo of the terminal off for as long as it lives.
class NoEcho {
  public:
    NoEcho() {
        known_ = ::tcgetattr(STDIN_FILENO, &before_) == 0;
        termios quiet = before_;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        if (known_) ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
    }
    ~NoEcho() {
        if (known_) ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
    }
    NoEcho(const NoEcho&) = delete;
    NoEcho& operator=(const NoEcho&) = delete;

  private:
    termios before_{};
    bool known_ = false;
};

Secret taken(std::string& line) {
    Secret secret(line);
    sodium_memzero(line.data(), line.size());
    return secret;
}

Result<Secret> fromFile(const std::string& path) {
    std::ifstream in(path);
    std::string line;
    if (!in || !std::getline(in, line) || line.empty())
        return fail(ErrorCode::Io, "The passphrase cannot be read from this file", path);
    return taken(line);
}

std::string fileOf(const char* variable) {
    const char* path = std::getenv(variable);
    return path == nullptr ? "" : path;
}

Result<Secret> typed(const std::string& prompt) {
    if (!inputIsTerminal())
        return fail(ErrorCode::Refused,
                    "Your data is sealed. Set HEARTH_PASSPHRASE_FILE to a file that holds the passphrase, or "
                    "run this "
                    "in a terminal");
    std::cerr << prompt << std::flush;
    std::string line;
    {
        const NoEcho quiet;
        std::getline(std::cin, line);
    }
    std::cerr << '\n';
    if (line.empty()) return fail(ErrorCode::Refused, "No passphrase was given");
    return taken(line);
}

}  // namespace

Result<Secret> readPassphrase(const std::string& prompt) {
    const std::string file = fileOf("HEARTH_PASSPHRASE_FILE");
    return file.empty() ? typed(prompt) : fromFile(file);
}

Result<Secret> readNewPassphrase() {
    if (const std::string file = fileOf("HEARTH_NEW_PASSPHRASE_FILE"); !file.empty()) return fromFile(file);
    for (;;) {
        auto first = typed("New passphrase: ");
        if (!first) return first;
        const auto second = typed("The same again: ");
        if (!second) return tl::unexpected(second.error());
        if (first->view() == second->view()) return first;
        std::cerr << "These are not the same; please try again.\n";
    }
}

}  // namespace hearth::app::cli
