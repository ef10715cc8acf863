// The command line while the window is open: requests are done there, and are seen there as conversations.
#include <gmock/gmock.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>

#include "app/cli/command_line.h"
#include "fakes/tiny_model.h"
#include "gui/offscreen_program.h"
#include "store/conversation_store.h"

namespace hearth::app {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using testing::HasSubstr;

class Handover : public testing::Test {
  protected:
    void SetUp() override {
        if (!fs::exists(fs::path(HEARTH_SOURCE) / "assets/models/builtin.gguf"))
            GTEST_SKIP() << "there is no assets/models/builtin.gguf";
        window_ = hearth_.start();
        ASSERT_TRUE(hearth_.connect(*window_)) << tests::readFile(hearth_.log());
    }
    std::string calendar() const {
        std::string out;
        std::error_code error;
        for (const auto& entry : fs::directory_iterator(line_.data() / "calendar", error))
            if (entry.path().extension() == ".ics") out += tests::readFile(entry.path().string());
        return out;
    }
    std::vector<std::string> titles() const {
        auto store = ConversationStore::open((line_.data() / "conversations.db").string());
        std::vector<std::string> out;
        if (!store) return out;
        const auto conversations = (*store)->conversations();
        if (!conversations) return out;
        for (const auto& conversation : *conversations) out.push_back(conversation.title);
        return out;
    }

    CommandLine line_;
    tests::OffscreenHearth hearth_{line_.data().parent_path()};
    std::unique_ptr<tests::Program> window_;
};

TEST_F(Handover, DoActsInTheWindowAndUndoTakesItBack) {
    const Ran done = line_.run("do --yes --json 'set up Lunch with my sister tomorrow at noon'");
    ASSERT_EQ(done.code, 0) << done.out << done.err;
    const json action = json::parse(done.out).at("actions").at(0);
    EXPECT_EQ(action.at("state"), "done");
    EXPECT_THAT(calendar(), HasSubstr("SUMMARY:Lunch with my sister"));
    EXPECT_THAT(titles(), testing::ElementsAre(HasSubstr("Lunch with my sister")));

    const Ran log = line_.run("log --json");
    EXPECT_EQ(json::parse(log.out).at(0).at("id"), action.at("audit_id")) << log.out << log.err;
    const Ran undone = line_.run("undo");
    EXPECT_EQ(undone.code, 0) << undone.err;
    EXPECT_EQ(calendar(), "");
    EXPECT_EQ(json::parse(line_.run("log --json").out).at(0).at("state"), "undone");
}

TEST_F(Handover, WhatIsNotApprovedIsNotDone) {
    const Ran asked = line_.run("do 'set up Lunch with my sister tomorrow at noon'");
    EXPECT_EQ(asked.code, 3) << asked.out << asked.err;
    EXPECT_THAT(asked.out, HasSubstr("Lunch with my sister"));
    EXPECT_THAT(asked.err, HasSubstr("--yes"));
    EXPECT_EQ(calendar(), "");
}

TEST_F(Handover, AChatKeepsItsThreadAndTheCardIsChangedAndConfirmed) {
    const Ran ran = line_.run(
        "chat", "set up Lunch with my sister tomorrow at noon\ntime=13:00\ny\nwhat is 12 times 12\nexit\n");
    EXPECT_EQ(ran.code, 0) << ran.out << ran.err;
    EXPECT_THAT(ran.out, HasSubstr("144"));
    EXPECT_THAT(calendar(), testing::ContainsRegex("DTSTART.*T130000")) << ran.out << ran.err;
    EXPECT_EQ(titles().size(), 1u) << "one conversation for one chat";
}

TEST_F(Handover, OtherProgramsUseTheToolsOfTheOpenWindow) {
    const auto call = [](int id, const char* tool, const json& arguments) {
        const json params{{"name", tool}, {"arguments", arguments}};
        return json{{"jsonrpc", "2.0"}, {"id", id}, {"method", "tools/call"}, {"params", params}}.dump() +
               "\n";
    };
    const std::string notification = R"({"jsonrpc":"2.0","method":"notifications/initialized"})";
    const std::string lines = R"({"jsonrpc":"2.0","id":1,"method":"tools/list"})"
                              "\n" +
                              notification + "\n" + call(2, "create_note", {{"text", "buy bread"}});
    const Ran refused = line_.run("mcp", lines);
    ASSERT_EQ(refused.code, 0) << refused.err;
    EXPECT_THAT(refused.out, HasSubstr("list_events"));
    EXPECT_THAT(refused.out, HasSubstr("needs the user's leave"));
    EXPECT_EQ(std::count(refused.out.begin(), refused.out.end(), '\n'), 2) << "a notification has no answer";
    ASSERT_EQ(line_.run("mcp allow create_note").code, 0);
    const Ran done = line_.run("mcp", call(3, "create_note", {{"text", "buy bread"}}));
    EXPECT_THAT(done.out, HasSubstr("\"isError\":false")) << done.out << done.err;
    EXPECT_FALSE(fs::is_empty(line_.data() / "notes"));
    // It is in the window's own log.
    EXPECT_THAT(line_.run("log --json").out, HasSubstr("create_note"));
}

TEST_F(Handover, WithoutTheWindowItAnswersItself) {
    window_->kill();
    const Ran alone = line_.run("ask 'what is 12 times 12'");  // nobody listens: it answers itself
    EXPECT_EQ(alone.code, 0) << alone.err;
    EXPECT_THAT(alone.out, HasSubstr("144"));
}

TEST(LargerModel, StreamsStopsAndIsStored) {
    if (!fs::exists(fs::path(HEARTH_SOURCE) / "assets/models/builtin.gguf"))
        GTEST_SKIP() << "there is no assets/models/builtin.gguf";
    const tests::TemporaryFolder folder;
    const tests::OffscreenHearth hearth(folder.path());
    tests::TinyModel tiny;
    tiny.context = 4096;
    tiny.write((folder / "tiny.gguf").string());
    std::ofstream(hearth.data() / "settings.ini")
        << "[chat]\nmodel=" << (folder / "tiny.gguf").string() << "\n";
    auto window = hearth.start();
    auto socket = hearth.connect(*window);
    ASSERT_TRUE(socket) << tests::readFile(hearth.log());
    // The larger model is opened in the background: until then the built-in one says what it can.
    std::string text;
    ASSERT_TRUE(tests::eventually([&] {
        EXPECT_TRUE(socket->send(R"({"ask":{"text":"tell me a story about a dragon"}})"));
        bool stopped = false;
        text.clear();
        for (;;) {
            const auto line = socket->receive(-1);
            if (!line || !*line) return false;
            const json message = json::parse(**line);
            if (message.contains("result") || message.contains("error")) return stopped;
            const json& event = message.at("event");
            const bool first = event.contains("text") && text.empty();
            EXPECT_TRUE(!first || socket->send(R"({"stop":true})"));
            if (event.contains("text")) text += event.at("text").get<std::string>();
            if (event.contains("answer")) stopped = event.at("answer").at("stopped").get<bool>();
        }
    }));
    EXPECT_FALSE(text.empty());
    auto store = ConversationStore::open((hearth.data() / "conversations.db").string());
    ASSERT_TRUE(store) << store.error().text();
    const auto conversations = (*store)->conversations();
    ASSERT_TRUE(conversations);
    ASSERT_EQ(conversations->size(), 1u);
    const auto messages = (*store)->messages(conversations->front().id);
    ASSERT_TRUE(messages);
    EXPECT_EQ(messages->back().state, MessageState::Stopped);
    EXPECT_EQ(messages->back().model, "tiny");
    EXPECT_FALSE(messages->back().text.empty());
}

}  // namespace
}  // namespace hearth::app
