#include "server/api.h"

#include <fstream>
#include <map>
#include <thread>

#include "app/server/server_fixture.h"

namespace hearth::app::server {
namespace {

using testing::HasSubstr;

class ApiTest : public ServerFixture {};

// What the JavaScript client of OpenAI sends, recorded from version 6.49.
TEST_F(ApiTest, AnswersTheRequestsOfAPublicClient) {
    const std::map<std::string, std::pair<int, std::string>> wanted{
        {"models", {200, "\"object\":\"list\""}},
        {"retrieve", {200, "\"id\":\"tiny\""}},
        {"chat", {200, "\"object\":\"chat.completion\""}},
        {"parts", {200, "\"usage\""}},
        {"stream", {200, "\"usage\":{\"prompt_tokens\""}},
        // No seed: a model of random weights may also end by itself.
        {"runner", {200, "\"finish_reason\":\""}},
        {"logprobs", {200, "\"top_logprobs\":[{"}},
        {"forced", {200, "chat.completion"}},
        {"tools", {200, "chat.completion"}},
        {"schema", {200, "\\\"yes\\\""}},
        {"object", {200, "\"content\":\"{"}},
        {"completion", {200, "\"text\":\"once"}},
        {"completionStream", {200, "[DONE]"}},
        {"embedding", {200, "\"embedding\":\""}},
        {"embeddings", {200, "\"embedding\":["}},
        {"several", {400, "\"param\":\"n\""}},
        {"unknown", {404, "model_not_found"}},
        {"image", {400, "Only text"}},
        {"speech", {501, "not recognized"}},
    };
    std::ifstream file(HEARTH_SOURCE "/tests/data/openai/requests.jsonl");
    std::size_t seen = 0;
    for (std::string line; std::getline(file, line); ++seen) {
        const Json recorded = Json::parse(line);
        const auto& [status, text] = wanted.at(recorded["name"].get<std::string>());
        const HttpReply reply = send(recorded["path"].get<std::string>(), recorded["body"].get<std::string>(),
                                     recorded["method"].get<std::string>());
        std::string body = reply.body;
        if (reply.stream) reply.stream([&](std::string_view bytes) { return body.append(bytes), true; });
        EXPECT_EQ(reply.status, status) << line << body;
        EXPECT_THAT(body, HasSubstr(text)) << line;
    }
    EXPECT_EQ(seen, wanted.size());
}

TEST_F(ApiTest, LetsInWhoShowsTheToken) {
    struct Case {
        std::string authorization, host;
        int status;
    };
    for (const Case& c : std::vector<Case>{{"Bearer " + kToken, "localhost:4891", 200},
                                           {"Bearer " + kToken, "[::1]:4891", 200},
                                           {"Bearer " + kToken, "[::1]", 200},
                                           {"", "localhost", 401},
                                           {"Bearer ", "localhost", 401},
                                           {"Bearer " + kToken + "x", "localhost", 401},
                                           {kToken, "localhost", 401},
                                           {"Bearer " + kToken, "evil.example", 403},
                                           {"Bearer " + kToken, "", 403}}) {
        HttpRequest asked = request("/v1/models", "", "GET");
        asked.headers["authorization"] = c.authorization;
        asked.headers["host"] = c.host;
        const HttpReply reply = api_->handle(asked);
        EXPECT_EQ(reply.status, c.status) << c.authorization << ' ' << c.host;
        if (c.status != 200) {
            EXPECT_TRUE(Json::parse(reply.body)["error"]["message"].is_string());
        }
    }
}

TEST_F(ApiTest, KnowsItsPaths) {
    EXPECT_EQ(send("/v1/nothing", "").status, 404);
    EXPECT_EQ(send("/v1/models/other", "", "GET").status, 404);
    EXPECT_EQ(send("/v1/embeddings", "", "GET").status, 405);
    EXPECT_EQ(send("/v1/audio/transcriptions", "").status, 501);
}

TEST_F(ApiTest, AllowsAWebPageOnlyWhereSet) {
    HttpRequest asked = request("/v1/models", "", "OPTIONS");
    asked.headers["origin"] = "http://localhost:3000";
    asked.headers.erase("authorization");
    EXPECT_EQ(api_->handle(asked).headers.count("Access-Control-Allow-Origin"), 0u);
    use({kToken, "http://localhost:3000"});
    HttpReply reply = api_->handle(asked);
    EXPECT_EQ(reply.status, 204);
    EXPECT_EQ(reply.headers["Access-Control-Allow-Origin"], "http://localhost:3000");
    asked.headers["origin"] = "http://evil.example";
    EXPECT_EQ(api_->handle(asked).headers.count("Access-Control-Allow-Origin"), 0u);
}

TEST_F(ApiTest, TellsFurtherRequestsToComeAgain) {
    use({kToken, "", 1});
    const std::string body = R"({"prompt":"a","stream":true,"max_tokens":3,"temperature":0})";
    HttpReply first = send("/v1/completions", body);  // counts until its stream is gone
    ASSERT_TRUE(first.stream);
    HttpReply second = send("/v1/completions", body);
    EXPECT_EQ(second.status, 429);
    EXPECT_EQ(second.headers["Retry-After"], "1");
    first.stream = nullptr;
    EXPECT_EQ(send("/v1/completions", body).status, 200);
}

TEST_F(ApiTest, EmbedsTextsAndTokens) {
    const Json floats = ask("/v1/embeddings", {{"input", {"one", "two"}}});
    ASSERT_EQ(floats["data"].size(), 2u);
    const auto width = floats["data"][0]["embedding"].size();
    EXPECT_EQ(width, 32u);
    EXPECT_GT(floats["usage"]["prompt_tokens"], 2);
    const Json packed = ask("/v1/embeddings", {{"input", "one"}, {"encoding_format", "base64"}});
    EXPECT_EQ(packed["data"][0]["embedding"].get<std::string>().size(), (width * 4 + 2) / 3 * 4);
    EXPECT_EQ(ask("/v1/embeddings", {{"input", {5, 6, 7}}})["usage"]["prompt_tokens"], 3);
    for (const char* bad : {"{}", R"({"input":[]})", R"({"input":["a",[1]]})", R"({"input":{"a":1}})",
                            R"({"input":[-1]})", R"({"input":[[99999]]})",
                            R"({"input":"a","encoding_format":"x"})", R"({"input":"a","dimensions":3})"})
        EXPECT_EQ(send("/v1/embeddings", bad).status, 400) << bad;
}

TEST_F(ApiTest, EndsWhatComputesWhenItCloses) {
    std::thread closing([this] { api_->close(); });
    const HttpReply reply = send("/v1/completions", R"({"prompt":"a","max_tokens":900,"temperature":0})");
    closing.join();
    // It had closed before, during, or after: an error in the clients' form, or the whole answer.
    EXPECT_TRUE(reply.status == 503 || reply.status == 200) << reply.body;
    EXPECT_EQ(send("/v1/completions", R"({"prompt":"a"})").status, 503);
}

}  // namespace
}  // namespace hearth::app::server
