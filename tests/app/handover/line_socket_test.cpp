#include "handover/line_socket.h"

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstring>

#include "fakes/temporary_folder.h"
#include "handover/remote_agent.h"
#include "handover/socket_path.h"

namespace hearth::app {
namespace {

// Listens and takes one connection.
class Server {
  public:
    explicit Server(const std::filesystem::path& path) : listener_(socket(AF_UNIX, SOCK_STREAM, 0)) {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        std::strncpy(address.sun_path, path.c_str(), sizeof address.sun_path - 1);
        EXPECT_EQ(bind(listener_, reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
        EXPECT_EQ(listen(listener_, 1), 0);
    }
    ~Server() {
        hangUp();
        close(listener_);
    }
    void accept() { connection_ = ::accept(listener_, nullptr, nullptr); }
    void write(const std::string& text) {
        EXPECT_EQ(::write(connection_, text.data(), text.size()), static_cast<ssize_t>(text.size()));
    }
    std::string read() {
        char bytes[256];
        const ssize_t n = ::read(connection_, bytes, sizeof bytes);
        return n > 0 ? std::string(bytes, static_cast<std::size_t>(n)) : std::string();
    }
    void hangUp() {
        if (connection_ >= 0) close(connection_);
        connection_ = -1;
    }

  private:
    int listener_;
    int connection_ = -1;
};

TEST(LineSocket, CarriesLinesWhateverThePieces) {
    const tests::TemporaryFolder folder;
    Server server(folder / "s");
    auto socket = LineSocket::connect(folder / "s");
    ASSERT_TRUE(socket) << socket.error().text();
    server.accept();
    ASSERT_TRUE(socket->send("hello"));
    EXPECT_EQ(server.read(), "hello\n");
    server.write("one\ntw");
    EXPECT_EQ(socket->receive(-1).value(), "one");
    EXPECT_EQ(socket->receive(0).value(), std::nullopt);
    server.write("o\n\n");
    EXPECT_EQ(socket->receive(-1).value(), "two");
    EXPECT_EQ(socket->receive(-1).value(), "");
    server.hangUp();
    EXPECT_FALSE(socket->receive(-1));
}

TEST(LineSocket, NobodyThereIsAnError) {
    const tests::TemporaryFolder folder;
    EXPECT_EQ(LineSocket::connect(folder / "none").error().code, base::ErrorCode::NotFound);
    EXPECT_EQ(LineSocket::connect(folder / std::string(200, 'x')).error().code,
              base::ErrorCode::InvalidInput);
}

TEST(SocketPath, IsShortAndOfOneFolder) {
    const tests::TemporaryFolder folder;
    setenv("XDG_RUNTIME_DIR", folder.path().c_str(), 1);
    const auto path = socketPath(folder / "data");
    EXPECT_EQ(path.parent_path(), folder.path());
    EXPECT_EQ(path, socketPath(folder / "x/../data"));
    EXPECT_NE(path, socketPath(folder / "other"));
    EXPECT_LT(socketPath(folder / std::string(200, 'x')).string().size(), 107u);
}

TEST(RemoteAgent, IsNotThereWithoutAWindow) {
    const tests::TemporaryFolder folder;
    setenv("XDG_RUNTIME_DIR", folder.path().c_str(), 1);
    const auto none = RemoteAgent::reach(folder / "data");
    ASSERT_TRUE(none) << none.error().text();
    EXPECT_EQ(*none, nullptr);
}

}  // namespace
}  // namespace hearth::app
