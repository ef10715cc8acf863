#include "server/http_server.h"

#include <sys/stat.h>

#include <fstream>
#include <thread>

#include "app/server/mixed_requests.h"
#include "app/server/server_fixture.h"
#include "server/access_token.h"

namespace hearth::app::server {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

class HttpServerTest : public ServerFixture {
  protected:
    HttpServerTest() {
        HttpOptions options;
        options.mostBodyBytes = 20'000;
        options.threads = 4;
        auto made = HttpServer::listen(options, [this](const HttpRequest& r) { return api_->handle(r); });
        EXPECT_TRUE(made) << made.error().text();
        server_ = std::move(*made);
    }
    std::string exchange(const std::string& bytes) const { return tests::exchange(server_->port(), bytes); }
    std::unique_ptr<HttpServer> server_;
};

TEST_F(HttpServerTest, CarriesRequestsAndStreams) {
    const std::string whole = exchange(
        MixedRequests::post("/v1/completions", kToken, R"({"prompt":"a","max_tokens":3,"temperature":0})"));
    EXPECT_THAT(whole, StartsWith("HTTP/1.1 200"));
    EXPECT_THAT(whole, HasSubstr("text_completion"));
    const std::string stream = exchange(
        MixedRequests::post("/v1/chat/completions", kToken,
                            R"({"messages":[{"role":"user","content":"a"}],"max_tokens":3,"stream":true})"));
    EXPECT_THAT(stream, HasSubstr("text/event-stream"));
    EXPECT_THAT(stream, HasSubstr("data: [DONE]"));
}

TEST_F(HttpServerTest, BoundsBodies) {
    const std::string large(30'000, 'x');
    const std::string head = "POST /v1/completions HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " +
                             kToken + "\r\nConnection: close\r\n";
    EXPECT_THAT(exchange(MixedRequests::post("/v1/completions", kToken, large)), StartsWith("HTTP/1.1 413"));
    std::string chunked = head + "Transfer-Encoding: chunked\r\n\r\n";
    for (int i = 0; i < 8; ++i) chunked += "1388\r\n" + std::string(5000, 'x') + "\r\n";
    EXPECT_THAT(exchange(chunked + "0\r\n\r\n"), StartsWith("HTTP/1.1 413"));
    EXPECT_THAT(exchange("nonsense\r\n\r\n"), StartsWith("HTTP/1.1 400"));
    const std::string form = "--b\r\nContent-Disposition: form-data; name=\"m\"\r\n\r\n0123456\r\n--b--\r\n";
    const std::string type = "Content-Type: multipart/form-data; boundary=b\r\n";
    EXPECT_THAT(
        exchange("POST /v1/audio/transcriptions HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " +
                 kToken + "\r\n" + type +
                 "Connection: close\r\nContent-Length: " + std::to_string(form.size()) + "\r\n\r\n" + form),
        HasSubstr("501"));
}

TEST_F(HttpServerTest, BoundsPaths) {
    const auto get = [](const std::string& path) {
        return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    };
    EXPECT_THAT(exchange(get("/" + std::string(255, 'y'))), StartsWith("HTTP/1.1 401"));
    EXPECT_THAT(exchange(get("/" + std::string(256, 'y'))), StartsWith("HTTP/1.1 414"));
    EXPECT_THAT(exchange(get("/" + std::string(7000, 'y'))), StartsWith("HTTP/1.1 414"));
}

TEST_F(HttpServerTest, AnswersAgainAfterMixedRequests) {
    MixedRequests mixed(server_->port(), kToken, 1);
    for (int i = 0; i < 300; ++i) ASSERT_TRUE(mixed.one()) << i << ": " << mixed.last();
    EXPECT_GT(mixed.malformed(), 5);
    std::vector<std::thread> threads;
    std::atomic<int> wrong = 0;
    for (unsigned t = 0; t < 4; ++t)
        threads.emplace_back([&, t] {
            MixedRequests some(server_->port(), kToken, 10 + t);
            for (int i = 0; i < 40; ++i) wrong += some.one() ? 0 : 1;
        });
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(wrong, 0);
}

TEST_F(HttpServerTest, ListensOnThisMachineAndOnAFreePortOnly) {
    HttpOptions taken;
    taken.port = server_->port();
    const auto second = HttpServer::listen(taken, [](const HttpRequest&) { return HttpReply{}; });
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, base::ErrorCode::Conflict);
}

TEST(AccessToken, IsMadeOnceForTheUserAlone) {
    const tests::TemporaryFolder folder;
    const auto token = accessToken(folder.path());
    ASSERT_TRUE(token) << token.error().text();
    EXPECT_GE(token->size(), 40u);
    EXPECT_EQ(*accessToken(folder.path()), *token);
    struct stat about {};
    ASSERT_EQ(::stat((folder / "server.token").c_str(), &about), 0);
    EXPECT_EQ(about.st_mode & 0777, 0600u);
    ::chmod((folder / "server.token").c_str(), 0644);
    EXPECT_EQ(accessToken(folder.path()).error().code, base::ErrorCode::Refused);
    ::chmod((folder / "server.token").c_str(), 0600);
    std::ofstream(folder / "server.token") << "short";
    EXPECT_EQ(accessToken(folder.path()).error().code, base::ErrorCode::InvalidInput);
    EXPECT_TRUE(showsToken("Bearer abc", "abc"));
    for (const char* wrong : {"", "Bearer", "Bearer ab", "Bearer abcd", "abc", "bearer abc"})
        EXPECT_FALSE(showsToken(wrong, "abc")) << wrong;
}

}  // namespace
}  // namespace hearth::app::server
