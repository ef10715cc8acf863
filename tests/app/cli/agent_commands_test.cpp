// The story by the command line: a request becomes an event in a calendar file, and undo takes it out again.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "app/cli/command_line.h"
#include "fakes/tiny_adapter.h"
#include "fakes/tiny_model.h"

namespace hearth::app {
namespace {

using Json = nlohmann::json;
namespace fs = std::filesystem;

class Story : public testing::Test {
  protected:
    void SetUp() override {
        if (!fs::exists(HEARTH_SOURCE "/assets/models/builtin.gguf"))
            GTEST_SKIP() << "there is no built-in model";
    }
    // The calendar files together.
    std::string calendar() const {
        std::string out;
        if (!fs::exists(hearth_.data() / "calendar")) return out;
        for (const auto& entry : fs::directory_iterator(hearth_.data() / "calendar"))
            if (entry.path().extension() == ".ics") {
                std::ifstream in(entry.path());
                out += std::string{std::istreambuf_iterator<char>(in), {}};
            }
        return out;
    }
    CommandLine hearth_;
    std::string request_ = "'set up Lunch with my sister tomorrow at noon for 90 minutes'";
};

TEST_F(Story, FollowsTheLanguageOfTheSettings) {
    ASSERT_EQ(hearth_.run("settings set window.language de").code, 0);
    const Ran waits = hearth_.run("do " + request_);
    EXPECT_NE(waits.out.find("morgen, "), std::string::npos) << waits.out;
    const Ran done = hearth_.run("do --yes " + request_);
    EXPECT_NE(done.out.find("„Lunch with my sister“ eingetragen: morgen 12:00–13:30."), std::string::npos)
        << done.out;
    EXPECT_NE(hearth_.run("undo").out.find("wieder aus dem Kalender genommen"), std::string::npos);
}

TEST_F(Story, ARequestBecomesAnEventAndUndoTakesItOut) {
    const Ran waits = hearth_.run("do " + request_);
    EXPECT_EQ(waits.code, 3) << waits.out << waits.err;
    EXPECT_NE(waits.out.find("Lunch with my sister"), std::string::npos) << waits.out;
    EXPECT_NE(waits.err.find("--yes"), std::string::npos) << waits.err;
    EXPECT_EQ(calendar(), "");

    const Ran done = hearth_.run("do --yes --json " + request_);
    ASSERT_EQ(done.code, 0) << done.out << done.err;
    const Json json = Json::parse(done.out);
    ASSERT_EQ(json.at("actions").size(), 1u) << done.out;
    const Json& action = json.at("actions").at(0);
    EXPECT_EQ(action.at("tool"), "create_event");
    EXPECT_EQ(action.at("state"), "done");
    EXPECT_EQ(action.at("undoable"), true);
    EXPECT_NE(calendar().find("SUMMARY:Lunch with my sister"), std::string::npos) << calendar();
    EXPECT_NE(calendar().find("T120000"), std::string::npos) << calendar();

    const Ran log = hearth_.run("log --json");
    ASSERT_EQ(log.code, 0) << log.err;
    EXPECT_EQ(Json::parse(log.out).at(0).at("id"), action.at("audit_id"));
    EXPECT_EQ(Json::parse(log.out).at(0).at("state"), "done");

    const Ran undone = hearth_.run("undo");
    EXPECT_EQ(undone.code, 0) << undone.err;
    EXPECT_FALSE(undone.out.empty());
    EXPECT_EQ(calendar().find("SUMMARY:Lunch with my sister"), std::string::npos) << calendar();
    EXPECT_EQ(hearth_.run("undo").code, 2);
    EXPECT_EQ(Json::parse(hearth_.run("log --json").out).at(0).at("state"), "undone");
}

TEST_F(Story, AskChangesNothing) {
    const Ran ran = hearth_.run("ask --json " + request_);
    EXPECT_EQ(ran.code, 3) << ran.err;
    EXPECT_EQ(Json::parse(ran.out).at("actions").at(0).at("state"), "waiting");
    EXPECT_EQ(calendar(), "");
}

TEST_F(Story, ReadsRunAtOnce) {
    const Ran ran = hearth_.run("ask 'what is 12 times 12'");
    EXPECT_EQ(ran.code, 0) << ran.out << ran.err;
    EXPECT_NE(ran.out.find("144"), std::string::npos) << ran.out;
}

TEST_F(Story, AChatShowsTheCardAndDoesItOnYes) {
    const Ran ran = hearth_.run("chat", "set up Lunch with my sister tomorrow at noon\ny\nexit\n");
    EXPECT_EQ(ran.code, 0) << ran.out << ran.err;
    EXPECT_NE(calendar().find("SUMMARY:Lunch with my sister"), std::string::npos) << ran.out << ran.err;
    const Ran no = hearth_.run("chat", "set up dinner with bob on friday at 8 pm\nn\n");
    EXPECT_NE(no.out.find("Nothing was done"), std::string::npos) << no.out;
    EXPECT_EQ(calendar().find("inner with bob"), std::string::npos);
}

TEST(Tools, AreListedWithTheirArguments) {
    const CommandLine hearth;
    const Ran ran = hearth.run("tools --json");
    ASSERT_EQ(ran.code, 0) << ran.err;
    const Json tools = Json::parse(ran.out);
    const auto event = std::find_if(tools.begin(), tools.end(),
                                    [](const Json& tool) { return tool.at("name") == "create_event"; });
    ASSERT_NE(event, tools.end());
    EXPECT_EQ(event->at("writes"), true);
    EXPECT_EQ(event->at("arguments").at(0).at("name"), "title");
    EXPECT_EQ(Json::parse(hearth.run("tools create_event --json").out).size(), 1u);
    EXPECT_EQ(hearth.run("tools no_such_tool").code, 2);
    EXPECT_EQ(hearth.run("undo 999").code, 2);
    EXPECT_NE(hearth.run("log").out.find("Nothing"), std::string::npos);
}

// A larger model of random weights: that it answers at all, and what is said about adapters.
TEST_F(Story, ALargerModelConversesAndTakesAdapters) {
    const std::string model = hearth_.file("chat.gguf"), style = hearth_.file("style.gguf"),
                      other = hearth_.file("other.gguf");
    tests::TinyModel tiny;
    tiny.context = 16384;  // one token a byte
    tiny.write(model);
    tests::TinyAdapter adapter;
    adapter.write(style);
    adapter.architecture = "qwen2";
    adapter.write(other);
    const std::string ask = "ask --json --model " + model + " 'tell me a story about a fox and a hen'";
    const Ran answered = hearth_.run(ask);
    ASSERT_EQ(answered.code, 0) << answered.err;
    const Json json = Json::parse(answered.out);
    EXPECT_GT(json.at("context").at("tokens"), 500) << "it was told of tools";
    EXPECT_EQ(json.at("context").at("capacity"), 4096);

    EXPECT_EQ(hearth_.run(ask + " --adapter " + style + "=0.5 --adapter " + style).code, 0);
    const std::pair<std::string, std::string> wrong[] = {
        {ask + " --adapter " + other, "qwen2"},
        {ask + " --adapter " + style + "=much", "no scale"},
        {ask + " --adapter " + hearth_.file("gone.gguf"), "gone.gguf"},
        {"ask hello --adapter " + style, "larger model"},
        {ask + " --chat-model " + model, "Two models"},
    };
    for (const auto& [command, said] : wrong) {
        const Ran refused = hearth_.run(command);
        EXPECT_EQ(refused.code, 2) << command;
        EXPECT_NE(refused.err.find(said), std::string::npos) << refused.err;
    }
    // What is clear and short needs no larger model.
    const Ran done = hearth_.run("do --yes --json --model " + model + " " + request_);
    EXPECT_EQ(Json::parse(done.out).at("actions").size(), 1u) << done.out;
}

}  // namespace
}  // namespace hearth::app
