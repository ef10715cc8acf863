#include "handover/line_socket.h"

#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace hearth::app {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

tl::unexpected<base::Error> gone() {
    return fail(ErrorCode::Io, "The window was closed while it worked on this");
}

}  // namespace

Result<LineSocket> LineSocket::connect(const std::filesystem::path& path) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const std::string name = path.string();
    if (name.size() >= sizeof address.sun_path)
        return fail(ErrorCode::InvalidInput, "The path of the socket is too long", name);
    std::memcpy(address.sun_path, name.c_str(), name.size() + 1);
    const int descriptor = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (descriptor < 0) return fail(ErrorCode::Io, std::string("No socket can be made: ") + strerror(errno));
    LineSocket made(descriptor);
    if (::connect(descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
        return fail(ErrorCode::NotFound, std::string("Nobody listens: ") + strerror(errno), name);
    return made;
}

LineSocket::~LineSocket() {
    if (descriptor_ >= 0) close(descriptor_);
}

LineSocket::LineSocket(LineSocket&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)), buffer_(std::move(other.buffer_)) {}

Result<void> LineSocket::send(const std::string& line) {
    const std::string bytes = line + '\n';
    for (std::size_t done = 0; done < bytes.size();) {
        const ssize_t n = ::send(descriptor_, bytes.data() + done, bytes.size() - done, MSG_NOSIGNAL);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return gone();
        done += static_cast<std::size_t>(n);
    }
    return {};
}

Result<std::optional<std::string>> LineSocket::receive(int timeoutMs) {
    for (;;) {
        if (const auto end = buffer_.find('\n'); end != std::string::npos) {
            std::string line = buffer_.substr(0, end);
            buffer_.erase(0, end + 1);
            return std::optional<std::string>(std::move(line));
        }
        pollfd waiting{descriptor_, POLLIN, 0};
        const int ready = poll(&waiting, 1, timeoutMs);
        if (ready == 0 || (ready < 0 && errno == EINTR)) return std::optional<std::string>();
        char bytes[4096];
        const ssize_t n = ready < 0 ? -1 : recv(descriptor_, bytes, sizeof bytes, 0);
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) return gone();
        buffer_.append(bytes, static_cast<std::size_t>(n));
    }
}

}  // namespace hearth::app
