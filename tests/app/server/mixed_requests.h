// Requests of all kinds to a server that listens, one in twenty of them malformed: for a test and, in greater
// number, for a long run.
#pragma once

#include <random>
#include <string>

#include "fakes/raw_client.h"

namespace hearth::app::server {

class MixedRequests {
  public:
    MixedRequests(int port, std::string token, unsigned seed)
        : port_(port), token_(std::move(token)), random_(seed) {}

    // Sends one; true where the answer is what such a request must get.
    bool one() {
        const bool malformed = random_() % 20 == 0;
        const std::string answer =
            malformed ? tests::exchangeAndEnd(port_, broken()) : tests::exchange(port_, sound());
        const bool good = answer.starts_with("HTTP/1.1 200");
        // A malformed one is refused, or the connection just ends.
        const bool refused = answer.empty() || answer.starts_with("HTTP/1.1 4");
        malformed_ += malformed ? 1 : 0;
        if (malformed ? refused : good) return true;
        last_ = answer.substr(0, 400);
        return false;
    }
    int malformed() const { return malformed_; }
    const std::string& last() const { return last_; }  // the answer that was wrong

    static std::string post(const std::string& path, const std::string& token, const std::string& body) {
        return "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + token +
               "\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: " +
               std::to_string(body.size()) + "\r\n\r\n" + body;
    }

  private:
    std::string sound() {
        const std::string tail = R"("max_tokens":)" + std::to_string(1 + random_() % 6) + "}";
        const std::string said(random_() % 60, static_cast<char>('a' + random_() % 26));
        const std::string chat = R"({"messages":[{"role":"user","content":")" + said + R"("}],)";
        switch (random_() % 7) {
            case 0:
                return post("/v1/chat/completions", token_, chat + tail);
            case 1:
                return post("/v1/chat/completions", token_, chat + R"("stream":true,)" + tail);
            case 2:
                return post("/v1/completions", token_, R"({"prompt":"x)" + said + "\"," + tail);
            case 3:
                return post("/v1/embeddings", token_, R"({"input":"x)" + said + "\"}");
            case 4:
                return post("/v1/chat/completions", token_,
                            chat + R"("logprobs":true,"top_logprobs":3,)" + tail);
            case 5:
                return post("/v1/chat/completions", token_,
                            chat + R"("response_format":{"type":"json_object"},)" + tail);
            default:
                return "GET /v1/models HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token_ +
                       "\r\nConnection: close\r\n\r\n";
        }
    }
    std::string broken() {
        switch (random_() % 8) {
            case 0:
                return "\r\n\r\n";
            case 1: {
                std::string noise(1 + random_() % 300, '\0');
                for (char& c : noise) c = static_cast<char>(random_());
                return noise + "\r\n\r\n";
            }
            case 2:
                return post("/v1/chat/completions", token_, "{\"messages\":[");
            case 3:
                return post("/v1/chat/completions", token_, std::string(3000, '['));
            case 4:
                return post("/v1/completions", "wrong", "{}");
            case 5:
                return post("/v1/completions", token_, R"({"prompt":{"a":1}})");
            case 6:
                return "POST /v1/completions HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n"
                       "Connection: close\r\n\r\nzz\r\nnonsense\r\n0\r\n\r\n";
            default:
                return "GET /" + std::string(random_() % 12000, 'y') +
                       " HTTP/1.1\r\nHost: x\r\n"
                       "Connection: close\r\n\r\n";
        }
    }

    int port_;
    std::string token_;
    std::mt19937 random_;
    int malformed_ = 0;
    std::string last_;
};

}  // namespace hearth::app::server
