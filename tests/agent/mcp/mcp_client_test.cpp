#include "agent/mcp_client.h"

#include <gmock/gmock.h>

#include <fstream>

#include "agent/approval.h"
#include "agent/file_changes.h"
#include "agent/mcp_list.h"
#include "fakes/misbehaving_server.h"
#include "fakes/temporary_folder.h"

namespace hearth::agent {
namespace {

using base::ErrorCode;
using testing::HasSubstr;

constexpr McpOptions kPatience{10'000, 400};

McpEntry program(const std::string& kind) {
    return {"srv", {"python3", {HEARTH_SOURCE "/tests/fakes/mcp_server.py", kind}, {{"X", "y"}}}, "", {}};
}

class McpClientTest : public testing::Test {
  protected:
    base::Result<std::unique_ptr<McpClient>> connect(const McpEntry& entry, const McpOptions& options = {}) {
        auto log = privacy::EgressLog::open(folder_ / "hearth.db");
        EXPECT_TRUE(log) << log.error().text();
        privacy::Egress::Options with;
        with.rules = mcpRules({entry});
        egress_ = std::make_unique<privacy::Egress>(std::move(with), std::move(*log));
        auto transport = openMcpTransport(entry, *egress_);
        if (!transport) return tl::unexpected(transport.error());
        return McpClient::connect(entry.name, std::move(*transport), {}, options);
    }
    static void useAll(McpClient& client) {
        EXPECT_EQ(client.title(), "test 3");
        const auto tools = client.tools({});
        ASSERT_TRUE(tools) << tools.error().text();
        ASSERT_EQ(tools->size(), 2u);
        EXPECT_EQ(tools->at(1).name, "fail");
        const auto echoed = client.call("echo", R"({"a":[1,"ü"]})", {});
        ASSERT_TRUE(echoed) << echoed.error().text();
        EXPECT_THAT(echoed->text, HasSubstr("\"a\": [1"));
        EXPECT_FALSE(echoed->failed);
        EXPECT_TRUE(client.call("fail", "{}", {})->failed);
        EXPECT_EQ(client.call("echo", "no object", {}).error().code, ErrorCode::InvalidInput);
        const auto resources = client.resources({});
        ASSERT_TRUE(resources) << resources.error().text();
        ASSERT_EQ(resources->size(), 3u);  // of two pages, and a template
        EXPECT_EQ(resources->at(0).uri, "test://one");
        EXPECT_FALSE(resources->at(1).isTemplate);
        EXPECT_TRUE(resources->at(2).isTemplate);
        EXPECT_THAT(*client.read("test://one", {}), testing::StartsWith("what is in test://one"));
        EXPECT_EQ(*client.read("test://picture", {}), "[image/png]");
        EXPECT_EQ(client.prompts({})->at(0).arguments.at(0), std::make_pair(std::string("who"), true));
        EXPECT_EQ(*client.prompt("greet", {{"who", "Ana"}}, {}), "Greet Ana");
        EXPECT_EQ(*client.prompt("talk", {}, {}), "user: Hello\n\nassistant: Yes?");
    }
    tests::TemporaryFolder folder_;
    std::unique_ptr<privacy::Egress> egress_;
};

TEST_F(McpClientTest, UsesAProgram) {
    const auto client = connect(program("good"));
    ASSERT_TRUE(client) << client.error().text();
    useAll(**client);
    EXPECT_TRUE(egress_->sent(10)->empty());
}

TEST_F(McpClientTest, UsesAnAddressThroughEgress) {
    for (const char* kind : {"good", "stream"}) {
        const tests::MisbehavingServer server("mcp_server.py", {kind, "--http"});
        const auto client = connect({"srv", {}, server.at("/mcp"), {{"X-Key", "k"}}});
        ASSERT_TRUE(client) << client.error().text();
        useAll(**client);
        EXPECT_GT(egress_->sent(100)->size(), 8u);
        EXPECT_EQ(egress_->sent(1)->front().purpose, kMcpPurpose);
    }
}

TEST_F(McpClientTest, AsksForNothingThatIsNotOffered) {
    const auto client = connect(program("plain"));
    ASSERT_TRUE(client) << client.error().text();
    EXPECT_EQ((*client)->tools({})->size(), 2u);
    EXPECT_TRUE((*client)->resources({})->empty());
    EXPECT_TRUE((*client)->prompts({})->empty());
    EXPECT_EQ((*client)->read("test://one", {}).error().code, ErrorCode::Unsupported);
}

TEST_F(McpClientTest, NamesTheServerThatDoesWrong) {
    struct Case {
        std::string kind, says;
    };
    for (const Case& c : std::vector<Case>{
             {"crash", "ended with code 7"}, {"hang", "in time"}, {"noise", "no message"}, {"flood", ""}}) {
        const auto client = connect(program(c.kind), kPatience);
        ASSERT_TRUE(client) << c.kind << client.error().text();
        const auto result = (*client)->call("echo", "{}", {});
        ASSERT_FALSE(result) << c.kind;
        EXPECT_THAT(result.error().text(), HasSubstr("MCP server “srv”")) << c.kind;
        EXPECT_THAT(result.error().text(), HasSubstr(c.says)) << c.kind;
    }
    EXPECT_EQ(connect(program("old")).error().code, ErrorCode::Unsupported);
    EXPECT_THAT((*connect(program("loop")))->tools({}).error().text(), HasSubstr("does not end"));
    EXPECT_EQ(connect({"srv", {"/nowhere/at-all", {}, {}}, "", {}}).error().code, ErrorCode::NotFound);
    EXPECT_FALSE(connect({"srv", {"false", {}, {}}, "", {}}, kPatience));
    EXPECT_FALSE(connect({"srv", {"cat", {}, {}}, "", {}}, {300, 300}));  // says what it hears
}

TEST_F(McpClientTest, StopsWhenToldTo) {
    const auto client = connect(program("hang"));
    ASSERT_TRUE(client) << client.error().text();
    base::CancelSource stop;
    stop.cancel();
    EXPECT_EQ((*client)->call("echo", "{}", stop.token()).error().code, ErrorCode::Cancelled);
}

TEST(McpApproval, IsForEachToolOfEachServer) {
    const tests::TemporaryFolder folder;
    ApprovalPolicy policy(folder / "approval.json");
    ASSERT_TRUE(policy.set(mcpApprovalName("a", "read"), Approval::AlwaysAllow));
    EXPECT_EQ(policy.of(mcpApprovalName("a", "read")), Approval::AlwaysAllow);
    EXPECT_EQ(policy.of(mcpApprovalName("a", "write")), Approval::Ask);
    EXPECT_EQ(policy.of(mcpApprovalName("b", "read")), Approval::Ask);
    EXPECT_EQ(mcpApprovalName("my files", "read_file"), "mcp_my-20files_read_file");
    EXPECT_NE(mcpApprovalName("a_b", "c"), mcpApprovalName("a", "b_c"));
    EXPECT_NE(mcpApprovalName("a", "b/c"), mcpApprovalName("a", "b-2fc"));
}

TEST(McpList, IsWrittenWithoutLosingWhatItDoesNotKnow) {
    const tests::TemporaryFolder folder;
    const auto file = folder / "mcp.json";
    ASSERT_TRUE(putMcpEntry(file, {"files", {"npx", {"-y", "x"}, {{"A", "b"}}}, "", {}}));
    ASSERT_TRUE(putMcpEntry(file, {"web", {}, "https://mcp.example.org/mcp", {}}));
    EXPECT_EQ(readMcpList(file)->size(), 2u);
    EXPECT_EQ(readMcpList(file)->at(0).program.environment.at("A"), "b");
    std::ofstream(file) << R"({"theme":"x","mcpServers":{"web":{"url":"https://a.example/"}}})";
    ASSERT_TRUE(putMcpEntry(file, {"files", {"npx", {}, {}}, "", {}}));
    ASSERT_TRUE(removeMcpEntry(file, "web"));
    EXPECT_THAT(*readFile(file), HasSubstr("\"theme\""));
    EXPECT_EQ(readMcpList(file)->at(0).name, "files");
    EXPECT_EQ(removeMcpEntry(file, "web").error().code, ErrorCode::NotFound);
    EXPECT_FALSE(putMcpEntry(file, {"", {"npx", {}, {}}, "", {}}));
    EXPECT_FALSE(putMcpEntry(file, {"x", {}, "no address", {}}));
    EXPECT_FALSE(putMcpEntry(file, {"x", {}, "", {}}));
}

TEST(McpList, IsReadInTheUsualForm) {
    const tests::TemporaryFolder folder;
    const auto file = folder / "mcp.json";
    EXPECT_TRUE(readMcpList(file)->empty());
    std::ofstream(file) << R"({"mcpServers":{"files":{"command":"npx","args":["-y","x"],"env":{"A":"b"}},
                               "web":{"url":"https://mcp.example.org/mcp","headers":{"Authorization":"k"}}}})";
    const auto list = readMcpList(file);
    ASSERT_TRUE(list) << list.error().text();
    ASSERT_EQ(list->size(), 2u);
    EXPECT_EQ(list->at(0).program.arguments.at(1), "x");
    EXPECT_EQ(list->at(1).headers.at("Authorization"), "k");
    EXPECT_EQ(mcpRules(*list).at(0).host, "mcp.example.org");
    for (const char* bad : {"", "[]", R"({"mcpServers":{"x":1}})", R"({"mcpServers":{"x":{}}})",
                            R"({"mcpServers":{"x":{"command":"a","args":[1]}}})",
                            R"({"mcpServers":{"x":{"command":"a","env":{"b":1}}}})"}) {
        std::ofstream(file) << bad;
        EXPECT_FALSE(readMcpList(file)) << bad;
    }
}

}  // namespace
}  // namespace hearth::agent
