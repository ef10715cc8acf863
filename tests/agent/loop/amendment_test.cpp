#include "loop/amendment.h"

#include <gtest/gtest.h>

#include "fakes/scripted_model.h"
#include "fakes/tool_fixture.h"

namespace hearth::tests {
namespace {

using Amendment = ToolFixture;

std::string text(const agent::Call& call) {
    std::string out = call.tool;
    for (const auto& [name, value] : call.arguments) out += " " + name + "=" + value;
    return out;
}

TEST_F(Amendment, PutsNewValuesIn) {
    const std::tuple<std::string, std::string, std::string> cases[] = {
        {"create_event title=lunch|time=12:00|duration=90 minutes", "amend time=3",
         "create_event title=lunch duration=90 minutes time=3"},
        {"create_event title=lunch|time=12:00|end_time=13:00", "amend time=3",
         "create_event title=lunch time=3"},
        {"create_event title=lunch|time=12:00|duration=1 hour", "amend end_time=2",
         "create_event title=lunch time=12:00 end_time=2"},
        {"create_event title=lunch|attendees=Ana", "amend attendees=Tom",
         "create_event title=lunch attendees=Ana attendees=Tom"},
        {"update_event title=lunch|new_time=1", "amend time=3", "update_event title=lunch new_time=3"},
        {"set_reminder text=call|time=3", "amend title=write", "set_reminder time=3 text=write"},
        {"set_timer duration=5 minutes", "amend time=10 minutes", "set_timer duration=10 minutes"},
    };
    for (const auto& [before, change, after] : cases) {
        const agent::Call call = ScriptedModel::parse(before)[0];
        const auto result =
            agent::loop::amended(tool(call.tool).spec(), call, ScriptedModel::parse(change)[0]);
        ASSERT_TRUE(result) << before;
        EXPECT_EQ(text(result->call), after);
        EXPECT_FALSE(result->addition);
    }
}

TEST_F(Amendment, OneThingMoreIsNoReplacement) {
    const auto result = agent::loop::amended(tool("add_list_item").spec(),
                                             ScriptedModel::parse("add_list_item item=milk|list=shopping")[0],
                                             ScriptedModel::parse("amend item=eggs")[0]);
    ASSERT_TRUE(result);
    EXPECT_TRUE(result->addition);
    EXPECT_EQ(text(result->call), "add_list_item list=shopping item=eggs");
}

TEST_F(Amendment, WhatDoesNotFitIsNothing) {
    EXPECT_FALSE(agent::loop::amended(tool("set_timer").spec(),
                                      ScriptedModel::parse("set_timer duration=5")[0],
                                      ScriptedModel::parse("amend location=here")[0]));
    EXPECT_FALSE(agent::loop::amended(tool("set_timer").spec(),
                                      ScriptedModel::parse("set_timer duration=5")[0],
                                      ScriptedModel::parse("amend")[0]));
}

}  // namespace
}  // namespace hearth::tests
