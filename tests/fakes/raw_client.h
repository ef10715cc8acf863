// Sends bytes as they stand to a port of this machine and reads what comes back until the other side closes.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <string>

namespace hearth::tests {

class RawClient {
  public:
    explicit RawClient(int port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(static_cast<std::uint16_t>(port));
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        const timeval patience{30, 0};
        ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        connected_ = ::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    }
    ~RawClient() { ::close(socket_); }
    RawClient(const RawClient&) = delete;
    RawClient& operator=(const RawClient&) = delete;

    bool connected() const { return connected_; }
    void send(const std::string& bytes) const {
        std::size_t at = 0;
        while (at < bytes.size()) {
            const ssize_t sent = ::send(socket_, bytes.data() + at, bytes.size() - at, MSG_NOSIGNAL);
            if (sent <= 0) return;
            at += static_cast<std::size_t>(sent);
        }
    }
    // Nothing more will be sent.
    void endOfSending() const { ::shutdown(socket_, SHUT_WR); }
    // At most `most` bytes; all until the end where it is 0.
    std::string receive(std::size_t most = 0) const {
        std::string out;
        char buffer[4096];
        while (most == 0 || out.size() < most) {
            const ssize_t count = ::recv(socket_, buffer, sizeof buffer, 0);
            if (count <= 0) break;
            out.append(buffer, static_cast<std::size_t>(count));
        }
        return out;
    }

  private:
    int socket_;
    bool connected_ = false;
};

// The whole answer to one request on a connection of its own.
inline std::string exchange(int port, const std::string& bytes) {
    const RawClient client(port);
    client.send(bytes);
    return client.receive();
}

// The same from a client that says it will send no more: who still waits for the rest need not wait long.
inline std::string exchangeAndEnd(int port, const std::string& bytes) {
    const RawClient client(port);
    client.send(bytes);
    client.endOfSending();
    return client.receive();
}

}  // namespace hearth::tests
