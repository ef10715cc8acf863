// The command line while the window is open: requests are done there, and are seen there as conversations.
#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "app/cli/command_line.h"
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

TEST_F(Handover, WithoutTheWindowItAnswersItself) {
    window_->kill();
    const Ran alone = line_.run("ask 'what is 12 times 12'");  // nobody listens: it answers itself
    EXPECT_EQ(alone.code, 0) << alone.err;
    EXPECT_THAT(alone.out, HasSubstr("144"));
}

}  // namespace
}  // namespace hearth::app
