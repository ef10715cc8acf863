#include "agent/mcp_server.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "fakes/agent_fixture.h"

namespace hearth::tests {
namespace {

using nlohmann::json;
using testing::HasSubstr;

class McpServerTest : public AgentFixture {
  protected:
    json ask(const std::string& line) {
        const auto answer = server_.answer(line, {});
        return answer ? json::parse(*answer) : json();
    }
    json request(const std::string& method, const json& params = json::object()) {
        return ask(json{{"jsonrpc", "2.0"}, {"id", 7}, {"method", method}, {"params", params}}.dump());
    }
    json call(const std::string& tool, const json& arguments) {
        return request("tools/call", {{"name", tool}, {"arguments", arguments}})["result"];
    }
    static std::string textOf(const json& result) { return result["content"][0]["text"].get<std::string>(); }

    bool closed_ = false;
    agent::McpServer server_{[this](const agent::McpDeskUser& use) -> base::Result<void> {
        if (closed_) return base::fail(base::ErrorCode::Conflict, "The window is open");
        const auto find = [](const std::string& words,
                             const base::CancelToken&) -> base::Result<std::string> {
            if (words == "broken") return base::fail(base::ErrorCode::Io, "The library is gone");
            return words == "rare" ? "" : "a.txt: " + words;
        };
        use({registry_, approval_, log_, context_, {find, find}});
        return {};
    }};
};

TEST_F(McpServerTest, AnswersTheProtocol) {
    const json hello = request("initialize", {{"protocolVersion", "2025-03-26"}})["result"];
    EXPECT_EQ(hello["protocolVersion"], "2025-03-26");
    EXPECT_EQ(hello["serverInfo"]["name"], "hearth");
    EXPECT_EQ(request("initialize", {{"protocolVersion", "2999-01-01"}})["result"]["protocolVersion"],
              "2025-06-18");
    EXPECT_EQ(ask(R"({"jsonrpc":"2.0","method":"notifications/initialized"})"), json());
    EXPECT_EQ(ask(R"({"jsonrpc":"2.0","id":1,"result":{}})"), json());
    EXPECT_EQ(request("ping")["result"], json::object());
    EXPECT_EQ(request("ping")["id"], 7);
    const json tools = request("tools/list")["result"]["tools"];
    EXPECT_EQ(tools.size(), agent::offeredMcpTools().size());
    for (const json& tool : tools) EXPECT_EQ(tool["inputSchema"]["type"], "object");
    struct Case {
        std::string line;
        int code;
    };
    const std::vector<Case> cases{
        {"nonsense", -32700},
        {"[]", -32700},
        {std::string(9000, '['), -32700},
        {R"({"id":1})", -32600},
        {R"({"id":1,"method":"poems/write"})", -32601},
        {R"({"id":1,"method":"tools/call"})", -32602},
        {R"({"id":1,"method":"tools/call","params":{"name":"send_email"}})", -32602}};
    for (const Case& c : cases) EXPECT_EQ(ask(c.line)["error"]["code"], c.code) << c.line;
}

TEST_F(McpServerTest, ReadsAtOnceAndWritesWithLeave) {
    const json event{{"title", "Lunch"}, {"date", "tomorrow"}, {"time", "noon"}};
    const json refused = call("create_event", event);
    EXPECT_EQ(refused["isError"], true);
    EXPECT_THAT(textOf(refused), HasSubstr("hearth mcp allow create_event"));
    EXPECT_TRUE(log_.list(10)->empty());
    ASSERT_TRUE(approval_.set(agent::mcpServerApprovalName("create_event"), agent::Approval::AlwaysAllow));
    const json made = call("create_event", event);
    EXPECT_EQ(made["isError"], false) << made;
    ASSERT_EQ(log_.list(10)->size(), 1u);
    EXPECT_TRUE(log_.list(10)->front().automatic);
    const json listed = call("list_events", {{"date", "tomorrow"}});
    EXPECT_EQ(listed["isError"], false);
    EXPECT_THAT(listed.dump(), HasSubstr("Lunch"));
    // What is allowed here is allowed to nobody else.
    EXPECT_EQ(approval_.of("create_event"), agent::Approval::Ask);
}

TEST_F(McpServerTest, SearchesWithLeave) {
    for (const char* tool : {"search_documents", "search_conversations"}) {
        EXPECT_THAT(textOf(call(tool, {{"words", "lunch"}})), HasSubstr(std::string("mcp allow ") + tool));
        ASSERT_TRUE(approval_.set(agent::mcpServerApprovalName(tool), agent::Approval::AlwaysAllow));
        EXPECT_EQ(textOf(call(tool, {{"words", "lunch"}})), "a.txt: lunch");
        EXPECT_EQ(textOf(call(tool, {{"words", "rare"}})), "Nothing was found.");
        EXPECT_EQ(call(tool, {{"words", "broken"}})["isError"], true);
        EXPECT_EQ(call(tool, {{"words", {1}}})["isError"], true);
    }
}

TEST_F(McpServerTest, SaysWhatIsWrongWithACall) {
    EXPECT_THAT(textOf(call("list_events", {{"colour", "red"}})), HasSubstr("colour"));
    EXPECT_EQ(call("list_events", {{"date", {{"a", 1}}}})["isError"], true);
    EXPECT_EQ(call("create_event", json::object())["isError"], true);
    closed_ = true;
    EXPECT_THAT(textOf(call("list_events", json::object())), HasSubstr("window is open"));
}

}  // namespace
}  // namespace hearth::tests
