#include "cli/passphrase.h"

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

#include <cstdlib>
#include <iostream>

#include "base/descriptor.h"
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

constexpr std::size_t kMostBytes = 4096;

// One line, read into memory that is wiped, without a buffer between. Io: there is none, or it is too long.
Result<Secret> lineOf(int descriptor, const std::string& where) {
    Secret buffer(kMostBytes);
    std::size_t size = 0;
    for (unsigned char byte = 0; size < kMostBytes; ++size) {
        if (::read(descriptor, &byte, 1) != 1 || byte == '\n') break;
        buffer.data()[size] = byte;
    }
    if (size == 0 || size == kMostBytes)
        return fail(ErrorCode::Io,
                    "The passphrase cannot be read: there is none, or it has more than " +
                        std::to_string(kMostBytes) + " bytes",
                    where);
    return Secret(buffer.view().substr(0, size));
}

Result<Secret> fromFile(const std::string& path) {
    const base::Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file.valid()) return fail(ErrorCode::Io, "The passphrase cannot be read from this file", path);
    return lineOf(file.get(), path);
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
    auto line = [] {
        const NoEcho quiet;
        return lineOf(STDIN_FILENO, "");
    }();
    std::cerr << '\n';
    if (!line) return fail(ErrorCode::Refused, "No passphrase was given");
    return line;
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
