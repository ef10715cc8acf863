// Conversations by the command line.
#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "app/cli/command_line.h"

namespace hearth::app {
namespace {

using Json = nlohmann::json;
using testing::HasSubstr;

class Conversations : public testing::Test {
  protected:
    void SetUp() override {
        std::ofstream(hearth_.file("in.md"))
            << "# Lunch plans\n\n## You\n\nWhere shall we eat?\n\n## Hearth\n\nAt the "
               "café.\n";
        const Ran ran = hearth_.run("conversations import '" + hearth_.file("in.md") + "'");
        ASSERT_EQ(ran.code, 0) << ran.err;
        EXPECT_THAT(ran.out, HasSubstr("1 conversations with 2 messages"));
        id_ = Json::parse(hearth_.run("conversations list --json").out).at(0).at("id").dump();
    }
    CommandLine hearth_;
    std::string id_;
};

TEST_F(Conversations, AreFoundShownAndRenamed) {
    EXPECT_THAT(hearth_.run("conversations search cafe").out, HasSubstr("[café]"));
    EXPECT_THAT(hearth_.run("conversations search nothing").out, HasSubstr("Nothing was found"));
    EXPECT_THAT(hearth_.run("conversations show " + id_).out, HasSubstr("## Hearth\n\nAt the café."));
    EXPECT_EQ(hearth_.run("conversations rename " + id_ + " Supper instead").code, 0);
    EXPECT_EQ(hearth_.run("conversations pin " + id_).code, 0);
    EXPECT_THAT(hearth_.run("conversations list").out, HasSubstr("* Supper instead"));
    EXPECT_EQ(hearth_.run("conversations show 5").code, 2);
}

TEST_F(Conversations, AreDeletedAndComeBack) {
    EXPECT_THAT(hearth_.run("conversations delete " + id_).out, HasSubstr("restore"));
    EXPECT_EQ(Json::parse(hearth_.run("conversations list --json").out).size(), 0u);
    EXPECT_EQ(Json::parse(hearth_.run("conversations list --deleted --json").out).size(), 1u);
    EXPECT_EQ(hearth_.run("conversations restore " + id_).code, 0);
    EXPECT_EQ(Json::parse(hearth_.run("conversations list --json").out).size(), 1u);
    EXPECT_EQ(hearth_.run("conversations delete --now " + id_).code, 0);
    EXPECT_EQ(hearth_.run("conversations restore " + id_).code, 2);
}

TEST_F(Conversations, GoOutAndComeBack) {
    const std::string file = hearth_.file("all.json");
    ASSERT_EQ(hearth_.run("conversations export --form json '" + file + "'").code, 0);
    EXPECT_THAT(hearth_.run("conversations import '" + file + "'").out, HasSubstr("1 were here already"));
    ASSERT_EQ(hearth_.run("conversations delete --now " + id_).code, 0);
    EXPECT_THAT(hearth_.run("conversations import '" + file + "'").out, HasSubstr("1 conversations"));
    EXPECT_THAT(hearth_.run("conversations export").out, HasSubstr("# Lunch plans"));
    std::ofstream(hearth_.file("bad.json")) << "[{}]";
    EXPECT_EQ(hearth_.run("conversations import '" + hearth_.file("bad.json") + "'").code, 2);
    EXPECT_EQ(hearth_.run("conversations import /no/such").code, 2);
}

}  // namespace
}  // namespace hearth::app
