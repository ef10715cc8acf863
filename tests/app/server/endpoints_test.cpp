// Answers of a model of random weights: their words mean nothing, their form is what counts.
#include "app/server/server_fixture.h"
#include "server/chat_endpoint.h"
#include "server/completion_endpoint.h"

namespace hearth::app::server {
namespace {

using testing::HasSubstr;

class EndpointsTest : public ServerFixture {};

std::string joined(const std::vector<Json>& events, const char* field) {
    std::string out;
    for (const Json& event : events)
        if (!event["choices"].empty()) out += event["choices"][0]["delta"].value(field, "");
    return out;
}

Json tool(const std::string& name) {
    return {{"type", "function"},
            {"function",
             {{"name", name},
              {"parameters",
               {{"type", "object"},
                {"properties", {{"unit", {{"enum", {"c", "f"}}}}}},
                {"required", {"unit"}},
                {"additionalProperties", false}}}}}};
}

TEST_F(EndpointsTest, StreamsWhatItWouldAnswerWhole) {
    const Json body{{"messages", Json::array({{{"role", "user"}, {"content", "he said"}}})},
                    {"max_tokens", 12},
                    {"temperature", 0}};
    const Json whole = chat(body);
    EXPECT_EQ(whole["choices"][0]["finish_reason"], "length");
    EXPECT_EQ(whole["usage"]["completion_tokens"], 12);
    Json streamed = body;
    streamed["stream_options"] = {{"include_usage", true}};
    const auto all = events("/v1/chat/completions", streamed);
    ASSERT_GT(all.size(), 3u);
    EXPECT_EQ(all.front()["choices"][0]["delta"]["role"], "assistant");
    EXPECT_EQ(joined(all, "content"), whole["choices"][0]["message"]["content"]);
    EXPECT_EQ(all.back()["usage"]["completion_tokens"], 12);
    EXPECT_EQ(all[all.size() - 2]["choices"][0]["finish_reason"], "length");
}

TEST_F(EndpointsTest, ReusesWhatAnEarlierRequestComputed) {
    Json messages = Json::array({{{"role", "user"}, {"content", std::string(200, 'a')}}});
    const Json first = chat({{"messages", messages}, {"temperature", 0}});
    EXPECT_EQ(first["usage"]["prompt_tokens_details"]["cached_tokens"], 0);
    // Another conversation between them takes the other session.
    chat({{"messages", Json::array({{{"role", "user"}, {"content", std::string(200, 'z')}}})}});
    messages.push_back({{"role", "assistant"}, {"content", "b"}});
    messages.push_back({{"role", "user"}, {"content", "c"}});
    EXPECT_GT(chat({{"messages", messages}})["usage"]["prompt_tokens_details"]["cached_tokens"], 200);
}

TEST_F(EndpointsTest, HoldsAnswersToASchema) {
    const Json format{{"type", "json_schema"},
                      {"json_schema",
                       {{"name", "x"},
                        {"schema",
                         {{"type", "object"},
                          {"properties", {{"a", {{"enum", {"one", "two"}}}}, {"b", {{"type", "boolean"}}}}},
                          {"required", {"a", "b"}},
                          {"additionalProperties", false}}}}}};
    const Json answer = chat({{"response_format", format}, {"max_tokens", 200}});
    EXPECT_EQ(answer["choices"][0]["finish_reason"], "stop");
    const Json value = Json::parse(answer["choices"][0]["message"]["content"].get<std::string>());
    EXPECT_TRUE(value["a"] == "one" || value["a"] == "two");
    EXPECT_TRUE(value["b"].is_boolean());
    const Json bad{{"type", "json_schema"}, {"json_schema", {{"schema", {{"type", "nonsense"}}}}}};
    EXPECT_EQ(chat({{"response_format", bad}}, 400)["error"]["param"], "response_format");
}

TEST_F(EndpointsTest, CallsTheToolThatIsDemanded) {
    const Json tools = Json::array({tool("first"), tool("second")});
    const Json choice{{"type", "function"}, {"function", {{"name", "second"}}}};
    const Json body{{"tools", tools}, {"tool_choice", choice}, {"max_tokens", 200}};
    const Json answer = chat(body)["choices"][0];
    EXPECT_EQ(answer["finish_reason"], "tool_calls");
    EXPECT_TRUE(answer["message"]["content"].is_null());
    const Json call = answer["message"]["tool_calls"][0];
    EXPECT_EQ(call["function"]["name"], "second");
    EXPECT_THAT(call["id"].get<std::string>(), HasSubstr("call_"));
    EXPECT_TRUE(Json::parse(call["function"]["arguments"].get<std::string>()).contains("unit"));
    const Json any = chat({{"tools", tools}, {"tool_choice", "required"}, {"max_tokens", 200}});
    EXPECT_EQ(any["choices"][0]["finish_reason"], "tool_calls");
    Json streamed = body;
    streamed["messages"] = Json::array({{{"role", "user"}, {"content", "x"}}});
    const auto all = events("/v1/chat/completions", streamed);
    EXPECT_EQ(all[1]["choices"][0]["delta"]["tool_calls"][0]["function"]["name"], "second");
    EXPECT_EQ(all.back()["choices"][0]["finish_reason"], "tool_calls");
}

// Free choice among tools beside a form of the answer: each answer is a call or has the form.
TEST_F(EndpointsTest, CallsOrAnswersAfterTheSchema) {
    const Json format{{"type", "json_schema"},
                      {"json_schema",
                       {{"name", "x"},
                        {"schema",
                         {{"type", "object"},
                          {"properties", {{"sure", {{"type", "boolean"}}}}},
                          {"required", {"sure"}},
                          {"additionalProperties", false}}}}}};
    int whole = 0;
    for (int seed = 1; seed <= 12; ++seed) {
        const Json answer = chat({{"tools", Json::array({tool("first"), tool("second")})},
                                  {"tool_choice", "auto"},
                                  {"response_format", format},
                                  {"temperature", 1.5},
                                  {"seed", seed},
                                  {"max_tokens", 200}})["choices"][0];
        if (answer["finish_reason"] == "length") continue;
        ++whole;
        if (answer["finish_reason"] == "tool_calls") {
            EXPECT_TRUE(answer["message"]["content"].is_null()) << answer;
            const Json call = answer["message"]["tool_calls"][0]["function"];
            EXPECT_TRUE(Json::parse(call["arguments"].get<std::string>()).contains("unit"));
        } else {
            const std::string text = answer["message"]["content"].get<std::string>();
            EXPECT_TRUE(Json::parse(text)["sure"].is_boolean()) << text;
        }
    }
    EXPECT_GT(whole, 6);
}

TEST_F(EndpointsTest, TellsLogprobsOfEveryToken) {
    const Json answer = chat({{"logprobs", true}, {"top_logprobs", 3}, {"temperature", 0}})["choices"][0];
    const Json& content = answer["logprobs"]["content"];
    ASSERT_EQ(content.size(), 8u);
    for (const Json& token : content) {
        EXPECT_LE(token["logprob"], 0);
        ASSERT_EQ(token["top_logprobs"].size(), 3u);
        EXPECT_EQ(token["top_logprobs"][0]["token"], token["token"]);  // greedy
        EXPECT_GE(token["top_logprobs"][0]["logprob"], token["top_logprobs"][1]["logprob"]);
    }
    const Json text = ask("/v1/completions", {{"prompt", "a"}, {"logprobs", 2}, {"max_tokens", 4}});
    EXPECT_EQ(text["choices"][0]["logprobs"]["tokens"].size(), 4u);
    EXPECT_EQ(text["choices"][0]["logprobs"]["text_offset"][0], 0);
}

TEST_F(EndpointsTest, HeedsSeedsAndStops) {
    const Json body{{"seed", 5}, {"temperature", 1.5}, {"max_tokens", 24}};
    const Json one = chat(body)["choices"][0]["message"]["content"];
    EXPECT_EQ(chat(body)["choices"][0]["message"]["content"], one);
    EXPECT_NE(
        chat({{"seed", 6}, {"temperature", 1.5}, {"max_tokens", 24}})["choices"][0]["message"]["content"],
        one);
    int cuts = 0;
    for (int seed = 1; seed <= 20; ++seed) {
        Json text{{"prompt", "a"}, {"max_tokens", 40}, {"seed", seed}};
        const auto all = ask("/v1/completions", text)["choices"][0]["text"].get<std::string>();
        const auto at = all.find_first_of("abcdefghijklmnopqrstuvwxyz0123456789");
        if (at == std::string::npos) continue;
        text["stop"] = all.substr(at, 1);
        const Json cut = ask("/v1/completions", text)["choices"][0];
        EXPECT_EQ(cut["text"], all.substr(0, at));
        EXPECT_EQ(cut["finish_reason"], "stop");
        ++cuts;
    }
    EXPECT_GT(cuts, 5);
}

TEST_F(EndpointsTest, SaysWhatIsWrong) {
    struct Case {
        std::string path, body, param;
    };
    const std::string chatPath = "/v1/chat/completions";
    const std::string m = R"("messages":[{"role":"user","content":"x"}])";
    const std::vector<Case> cases{
        {chatPath, "", ""},
        {chatPath, "[]", ""},
        {chatPath, "{\"a\":", ""},
        {chatPath, std::string(100, '['), ""},
        {chatPath, "{\"messages\":\"\xFF\"}", ""},
        {chatPath, "{}", "messages"},
        {chatPath, R"({"messages":[]})", "messages"},
        {chatPath, R"({"messages":[1]})", "messages[0]"},
        {chatPath, R"({"messages":[{"role":"king","content":"x"}]})", "messages[0].role"},
        {chatPath, R"({"messages":[{"role":"user","content":1}]})", "messages[0].content"},
        {chatPath, R"({"messages":[{"role":"assistant","tool_calls":[1]}]})", "messages[0].tool_calls"},
        {chatPath, "{" + m + R"(,"temperature":"hot"})", "temperature"},
        {chatPath, "{" + m + R"(,"temperature":3})", "temperature"},
        {chatPath, "{" + m + R"(,"max_tokens":0})", "max_tokens"},
        {chatPath, "{" + m + R"(,"max_tokens":1e99})", "max_tokens"},
        {chatPath, "{" + m + R"(,"stop":[""]})", "stop"},
        {chatPath, "{" + m + R"(,"stream":"yes"})", "stream"},
        {chatPath, "{" + m + R"(,"n":2})", "n"},
        {chatPath, "{" + m + R"(,"logit_bias":{"5":1}})", "logit_bias"},
        {chatPath, "{" + m + R"(,"top_logprobs":2})", "top_logprobs"},
        {chatPath, "{" + m + R"(,"tool_choice":"required"})", "tool_choice"},
        {chatPath, "{" + m + R"(,"tools":[{}]})", "tools[0]"},
        {chatPath, "{" + m + R"(,"response_format":{"type":"poem"}})", "response_format"},
        {chatPath, R"({"messages":[{"role":"user","content":")" + std::string(2000, 'x') + "\"}]}",
         "messages"},
        {"/v1/completions", R"({"prompt":["a","b"]})", "prompt"},
        {"/v1/completions", R"({"prompt":[]})", "prompt"},
        {"/v1/completions", R"({"prompt":"a","suffix":"b"})", "suffix"},
    };
    for (const Case& c : cases) {
        const HttpReply reply = send(c.path, c.body);
        EXPECT_EQ(reply.status, 400) << c.body;
        const Json error = Json::parse(reply.body)["error"];
        EXPECT_EQ(error["type"], "invalid_request_error") << c.body;
        EXPECT_EQ(error["param"].is_null() ? "" : error["param"].get<std::string>(), c.param) << c.body;
    }
    EXPECT_EQ(send("/v1/completions", R"({"prompt":[999999]})").status, 400);
}

}  // namespace
}  // namespace hearth::app::server
