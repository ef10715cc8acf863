// A connection to a local socket that carries lines of text. Owns its descriptor; one thread at a time.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "base/result.h"

namespace hearth::app {

class LineSocket {
  public:
    // NotFound: nobody listens there.
    static base::Result<LineSocket> connect(const std::filesystem::path& path);
    ~LineSocket();
    LineSocket(LineSocket&& other) noexcept;
    LineSocket& operator=(LineSocket&&) = delete;
    LineSocket(const LineSocket&) = delete;
    LineSocket& operator=(const LineSocket&) = delete;

    // `line` has no line end; one is added. Io: the other side is gone.
    base::Result<void> send(const std::string& line);
    // The next line without its end; nothing: none came in time (-1: waits for ever). Io: the other side is
    // gone.
    base::Result<std::optional<std::string>> receive(int timeoutMs);

  private:
    explicit LineSocket(int descriptor) : descriptor_(descriptor) {}
    int descriptor_;
    std::string buffer_;
};

}  // namespace hearth::app
