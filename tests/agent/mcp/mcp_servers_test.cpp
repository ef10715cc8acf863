#include "agent/mcp_servers.h"

#include <gmock/gmock.h>

#include <atomic>
#include <chrono>
#include <functional>
#include <thread>

#include "fakes/temporary_folder.h"
#include "mcp/guest_tool.h"

namespace hearth::agent {
namespace {

using State = McpServerStatus::State;
using testing::HasSubstr;

class McpServersTest : public testing::Test {
  protected:
    void put(const std::string& name, const std::string& kind) {
        const McpProgram program{"python3", {HEARTH_SOURCE "/tests/fakes/mcp_server.py", kind}, {}};
        ASSERT_TRUE(putMcpEntry(list_, {name, program, "", {}}));
    }
    void refresh(const std::set<std::string>& allowed) {
        const auto done = servers_.refresh([&](const std::string& name) { return allowed.contains(name); });
        ASSERT_TRUE(done) << done.error().text();
        servers_.settle();
    }
    McpServerStatus status(const std::string& name) {
        for (const auto& status : servers_.status())
            if (status.name == name) return status;
        return {};
    }
    Tool* tool(const std::string& name) {
        tools_ = servers_.tools();
        for (const auto& tool : tools_)
            if (tool->spec().name == name) return tool.get();
        return nullptr;
    }
    base::Result<Outcome> use(const std::string& name, const Call& call) {
        Tool* found = tool(name);
        if (found == nullptr) return base::fail(base::ErrorCode::NotFound, "no tool", name);
        const auto prepared = found->prepare(call);
        if (!prepared) return tl::unexpected(prepared.error());
        return found->run(prepared->fields, {});
    }

    static void waitFor(const std::function<bool()>& done) {
        for (int tries = 0; tries < 1000 && !done(); ++tries)
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        EXPECT_TRUE(done());
    }

    tests::TemporaryFolder folder_;
    std::filesystem::path list_ = folder_ / "mcp.json";
    std::atomic<int> changes_ = 0;
    McpServers servers_{
        list_,
        [this](std::vector<privacy::EgressRule> rules) -> base::Result<std::unique_ptr<privacy::Egress>> {
            auto log = privacy::EgressLog::open(folder_ / "hearth.db");
            if (!log) return tl::unexpected(log.error());
            privacy::Egress::Options options;
            options.rules = std::move(rules);
            return std::make_unique<privacy::Egress>(std::move(options), std::move(*log));
        },
        [this] { ++changes_; },
        {10'000, 400}};
    std::vector<std::unique_ptr<Tool>> tools_;
};

TEST_F(McpServersTest, StartsOnlyWhatTheUserAllows) {
    put("good", "good");
    put("other", "good");
    refresh({"good"});
    EXPECT_EQ(status("good").state, State::Running);
    EXPECT_EQ(status("good").title, "test 3");
    EXPECT_EQ(status("good").tools.size(), 2u);
    EXPECT_EQ(status("other").state, State::Off);
    EXPECT_EQ(servers_.tools().size(), 2u);
    EXPECT_GE(changes_, 2);
    refresh({});
    EXPECT_EQ(status("good").state, State::Off);
    EXPECT_TRUE(servers_.tools().empty());
    EXPECT_EQ(servers_.call("good", "echo", "{}", {}).error().code, base::ErrorCode::NotFound);
}

TEST_F(McpServersTest, AToolAlwaysWaitsAndTypesItsArguments) {
    put("good", "good");
    refresh({"good"});
    Tool* echo = tool("mcp_good_echo");
    ASSERT_NE(echo, nullptr);
    EXPECT_TRUE(echo->spec().writes);
    EXPECT_EQ(echo->prepare({"mcp_good_echo", {}})->questionField, "words");
    const auto done = use("mcp_good_echo", {"mcp_good_echo", {{"words", "7"}, {"count", "3"}, {"x", "y"}}});
    ASSERT_TRUE(done) << done.error().text();
    EXPECT_THAT(done->text, HasSubstr("“good” answered"));
    EXPECT_THAT(done->text, HasSubstr(R"("count": 3)"));
    EXPECT_THAT(done->text, HasSubstr(R"("words": "7")"));
    EXPECT_THAT(done->text, testing::Not(HasSubstr("\"x\"")));
    EXPECT_TRUE(done->undo.empty());
    EXPECT_THAT(use("mcp_good_fail", {"mcp_good_fail", {}}).error().text(), HasSubstr("could not do it"));
}

TEST_F(McpServersTest, NamesWhatCrashesOrHangsAndTheOthersGoOn) {
    put("good", "good");
    put("crash", "crash");
    put("hang", "hang");
    put("loop", "loop");
    ASSERT_TRUE(putMcpEntry(list_, {"missing", {"/nowhere/at-all", {}, {}}, "", {}}));
    refresh({"good", "crash", "hang", "loop", "missing"});
    EXPECT_EQ(status("loop").state, State::Failed);
    EXPECT_THAT(status("missing").problem, HasSubstr("“missing”"));
    for (const char* name : {"crash", "hang"}) {
        const auto failed = servers_.call(name, "echo", "{}", {});
        ASSERT_FALSE(failed);
        EXPECT_THAT(failed.error().text(), HasSubstr(name));
    }
    EXPECT_EQ(status("crash").state, State::Crashed);
    EXPECT_EQ(status("hang").state, State::Hanging);
    EXPECT_TRUE(status("hang").tools.empty());
    EXPECT_TRUE(servers_.call("good", "echo", "{}", {}));
    refresh({"good", "crash"});  // tries again
    EXPECT_EQ(status("crash").state, State::Running);
}

TEST_F(McpServersTest, ReadsResourcesAndPromptsAndCleansThem) {
    put("good", "good");
    refresh({"good"});
    EXPECT_EQ(status("good").resources.size(), 3u);
    EXPECT_EQ(status("good").prompts.size(), 1u);
    EXPECT_EQ(*servers_.read("good", "test://one", {}), "what is in test://one[2J");
    EXPECT_EQ(*servers_.prompt("good", "greet", {{"who", "Ana"}}, {}), "Greet Ana");
    EXPECT_EQ(servers_.read("other", "test://one", {}).error().code, base::ErrorCode::NotFound);
    EXPECT_THAT(servers_.read("good", "test://end", {}).error().text(), HasSubstr("“good”"));
    EXPECT_EQ(status("good").state, State::Crashed);
    EXPECT_TRUE(status("good").resources.empty());
}

TEST_F(McpServersTest, ReadsListsAnewWhenTheServerSaysSo) {
    put("good", "good");
    refresh({"good"});
    ASSERT_TRUE(servers_.prompt("good", "more", {}, {}));  // said behind the answer
    waitFor([&] { return status("good").resources.size() == 4; });
    EXPECT_EQ(status("good").tools.size(), 3u);
    refresh({});
    refresh({"good"});
    EXPECT_EQ(status("good").tools.size(), 2u);
    ASSERT_TRUE(servers_.prompt("good", "later", {}, {}));  // said while nobody asks
    waitFor([&] { return status("good").tools.size() == 3; });
    EXPECT_EQ(status("good").state, State::Running);
}

TEST(GuestTool, CleansWhatStrangersSay) {
    struct Case {
        std::string text, cleaned;
    };
    for (const Case& c : std::vector<Case>{{"plain", "plain"},
                                           {"a\x1b[31mred\x07", "a[31mred"},
                                           {"two\nlines", "two\nlines"},
                                           {"12345678901", "1234567890 …"},
                                           {"123456789ü", "123456789 …"}})
        EXPECT_EQ(mcp::cleaned(c.text, 10), c.cleaned);
}

}  // namespace
}  // namespace hearth::agent
