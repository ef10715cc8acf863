// Tools as a larger model sees them, and its calls as the loop takes them.
#include "conversation/tool_schema.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "engine/constraint.h"
#include "fakes/tool_fixture.h"

namespace hearth::agent::loop {
namespace {

using Json = nlohmann::ordered_json;
using Arguments = std::vector<std::pair<std::string, std::string>>;

class ToolSchema : public tests::ToolFixture {};

TEST_F(ToolSchema, EveryToolHasOneThatAGrammarCanHold) {
    const Json list = Json::parse(toolsJson(registry_.specs()));
    ASSERT_EQ(list.size(), registry_.size());
    for (const Json& tool : list) {
        const Json& function = tool.at("function");
        const ToolSpec& spec = registry_.find(function.at("name").get<std::string>())->spec();
        EXPECT_EQ(function.at("description"), spec.description);
        const Json& parameters = function.at("parameters");
        EXPECT_EQ(parameters.at("properties").size(), spec.arguments.size()) << spec.name;
        EXPECT_TRUE(engine::jsonSchemaToGrammar(parameters.dump())) << spec.name;
    }
}

TEST_F(ToolSchema, CallsThereAndBack) {
    ToolSpec spec;
    spec.name = "meet";
    for (const char* name : {"who", "minutes", "online"}) {
        ArgumentSpec argument;
        argument.name = name;
        spec.arguments.push_back(argument);
    }
    const struct {
        const char* json;
        Arguments expected;
    } cases[] = {
        {R"({"who":"Ana","minutes":90,"online":true})",
         {{"who", "Ana"}, {"minutes", "90"}, {"online", "true"}}},
        {R"({"who":["Ana","Tom"],"minutes":null})", {{"who", "Ana"}, {"who", "Tom"}}},
        {R"({"stranger":"x","who":""})", {}},
        {"[]", {}},
        {"{broken", {}},
    };
    for (const auto& [json, expected] : cases) {
        const Call call = callFrom({"meet", json, ""}, spec);
        EXPECT_EQ(call.tool, "meet");
        EXPECT_EQ(call.arguments, expected) << json;
    }
    const auto back = toolCallFrom({"meet", {{"who", "Ana"}, {"who", "Tom"}, {"minutes", "9"}}}, 7);
    EXPECT_EQ(back.arguments, R"({"who":["Ana","Tom"],"minutes":"9"})");
    EXPECT_EQ(back.id, "call00007");
}

}  // namespace
}  // namespace hearth::agent::loop
