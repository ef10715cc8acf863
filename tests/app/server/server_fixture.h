// A model of random weights behind the local server's interface, asked without a socket.
#pragma once

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "fakes/temporary_folder.h"
#include "fakes/tiny_model.h"
#include "server/api.h"
#include "server/api_error.h"
#include "server/model_host.h"

namespace hearth::app::server {

inline const std::string kToken = "hearth-test";

class ServerFixture : public testing::Test {
  protected:
    ServerFixture() { use({}); }

    void use(const ApiOptions& options, int sessions = 2, int context = 1024) {
        api_.reset();
        tests::TinyModel tiny;
        tiny.context = context;
        const std::string file = (folder_ / "tiny.gguf").string();
        tiny.write(file);
        auto model = engine::Model::open(file, {.threads = 1, .onProgress = {}, .cancel = {}});
        ASSERT_TRUE(model) << model.error().text();
        host_ = std::make_unique<ModelHost>(*model, ModelHostOptions{"tiny", sessions, 0, ""});
        ApiOptions with = options;
        if (with.token.empty()) with.token = kToken;
        api_ = std::make_unique<Api>(*host_, with);
    }
    static HttpRequest request(const std::string& path, const std::string& body,
                               const std::string& method = "POST") {
        return {method, path, {{"host", "127.0.0.1:1"}, {"authorization", "Bearer " + kToken}}, body};
    }
    HttpReply send(const std::string& path, const std::string& body, const std::string& method = "POST") {
        return api_->handle(request(path, body, method));
    }
    Json ask(const std::string& path, const Json& body, int status = 200) {
        const HttpReply reply = send(path, body.dump());
        EXPECT_EQ(reply.status, status) << reply.body;
        return Json::parse(reply.body, nullptr, false);
    }
    Json chat(Json body, int status = 200) {
        if (!body.contains("messages"))
            body["messages"] = Json::array({{{"role", "user"}, {"content", "he said"}}});
        if (!body.contains("max_tokens")) body["max_tokens"] = 8;
        return ask("/v1/chat/completions", body, status);
    }
    // The events of a streamed answer; the last must be [DONE].
    std::vector<Json> events(const std::string& path, Json body) {
        body["stream"] = true;
        const HttpReply reply = send(path, body.dump());
        EXPECT_EQ(reply.status, 200) << reply.body;
        EXPECT_EQ(reply.contentType, "text/event-stream");
        std::string all;
        if (reply.stream) reply.stream([&](std::string_view bytes) { return all.append(bytes), true; });
        std::vector<Json> out;
        bool done = false;
        for (std::size_t at = 0; at < all.size();) {
            const auto end = all.find("\n\n", at);
            const std::string data = all.substr(at + 6, end - at - 6);
            at = end + 2;
            done = data == "[DONE]";
            if (!done) out.push_back(Json::parse(data));
        }
        EXPECT_TRUE(done);
        return out;
    }

    tests::TemporaryFolder folder_;
    std::unique_ptr<ModelHost> host_;
    std::unique_ptr<Api> api_;
};

}  // namespace hearth::app::server
