// A larger model elsewhere and servers of other programs, from the command line: with a real server.
#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "app/cli/command_line.h"
#include "fakes/misbehaving_server.h"

namespace hearth::app {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

constexpr const char* kPoem = "'write a poem about bob@example.org'";

class RemoteCommands : public testing::Test {
  protected:
    void name(const std::string& kind) {
        ASSERT_EQ(line_.run("settings set remote.url " + server_.at("/openai/" + kind)).code, 0);
        ASSERT_EQ(line_.run("settings set remote.model large").code, 0);
    }
    static bool modelThere() {
        return std::filesystem::exists(std::filesystem::path(HEARTH_SOURCE) / "assets/models/builtin.gguf");
    }

    tests::MisbehavingServer server_;
    CommandLine line_;
};

TEST_F(RemoteCommands, TheKeyIsKeptAndTheServerListsItsModels) {
    EXPECT_THAT(line_.run("remote models").err, HasSubstr("No server is named"));
    name("good");
    const Ran kept = line_.run("remote key", "sk-canary\n");
    EXPECT_EQ(kept.code, 0) << kept.err;
    EXPECT_THAT(kept.out, HasSubstr("key is kept"));
    EXPECT_THAT(kept.out, Not(HasSubstr("sk-canary")));
    EXPECT_EQ(line_.run("remote models").out, "large\nlarger\n");
    EXPECT_THAT(line_.run("remote key", "\n").out, HasSubstr("forgotten"));
    name("key");
    EXPECT_THAT(line_.run("remote models").err, HasSubstr("does not accept the key"));
}

TEST_F(RemoteCommands, AskingGoesElsewhereOnlyWhenToldTo) {
    if (!modelThere()) GTEST_SKIP() << "there is no assets/models/builtin.gguf";
    name("good");
    const auto ask = [&](const std::string& options) { return line_.run("ask " + options + " " + kPoem); };
    EXPECT_THAT(ask("").out, Not(HasSubstr("127.0.0.1"))) << "never is the rule";
    const Ran shown = ask("--remote ask");
    EXPECT_EQ(shown.code, 0) << shown.err;
    EXPECT_THAT(shown.err, HasSubstr("stands for bob@example.org"));
    EXPECT_THAT(shown.err, HasSubstr("nothing was sent"));
    const Ran sent = ask("--remote ask --send");
    EXPECT_THAT(sent.out, HasSubstr("write a poem about bob@example.org\n(From large at 127.0.0.1"))
        << sent.err;
    ASSERT_EQ(line_.run("settings set remote.use ask").code, 0);
    const Ran asJson = ask("--send --json");
    EXPECT_EQ(json::parse(asJson.out).at("remote").at("host"), "127.0.0.1") << asJson.out;
    ASSERT_EQ(line_.run("settings set network.offline on").code, 0);
    EXPECT_FALSE(json::parse(ask("--send --json").out).contains("remote"));
    EXPECT_NE(ask("--remote sometimes").code, 0);
    // What left is written down, with stand-ins.
    const Ran audit = line_.run("audit");
    EXPECT_THAT(audit.out, HasSubstr("write a poem about"));
    EXPECT_THAT(audit.out, Not(HasSubstr("bob@example.org")));
}

TEST_F(RemoteCommands, AServerThatFailsIsSaidAndTheModelHereAnswers) {
    if (!modelThere()) GTEST_SKIP() << "there is no assets/models/builtin.gguf";
    name("failing");
    const Ran ran = line_.run(std::string("ask --remote ask --send ") + kPoem);
    EXPECT_EQ(ran.code, 0) << ran.err;
    EXPECT_THAT(ran.err, HasSubstr("The model on this device answers."));
    EXPECT_THAT(ran.out, HasSubstr("larger model"));
}

TEST_F(RemoteCommands, ServersOfOtherProgramsAreNamedAndForgotten) {
    const std::string server = "python3 " HEARTH_SOURCE "/tests/fakes/mcp_server.py good";
    EXPECT_EQ(line_.run("mcp add echoing '" + server + "'").code, 0);
    EXPECT_THAT(line_.run("mcp servers").out, HasSubstr("tool echo (asks first)"));
    EXPECT_EQ(line_.run("mcp allow echoing echo").code, 0);
    EXPECT_THAT(line_.run("mcp servers").out, HasSubstr("tool echo (allowed)"));
    EXPECT_THAT(line_.run(R"(mcp call echoing echo '{"words":"a"}')").out, HasSubstr("\"words\": \"a\""));
    EXPECT_EQ(line_.run("mcp remove echoing").code, 0);
    EXPECT_THAT(line_.run("mcp servers").out, HasSubstr("No server is named"));
    EXPECT_NE(line_.run("mcp remove echoing").code, 0);
    EXPECT_NE(line_.run("mcp allow echoing").code, 0);
}

}  // namespace
}  // namespace hearth::app
