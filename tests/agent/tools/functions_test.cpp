// What the model is trained to call is what the tools are.
#include <nlohmann/json.hpp>
#include <set>

#include "conversation/control_functions.h"
#include "fakes/tool_fixture.h"

namespace hearth::tests {
namespace {

using Functions = ToolFixture;

std::string typeName(agent::ArgumentType type) {
    switch (type) {
        case agent::ArgumentType::Text:
            return "text";
        case agent::ArgumentType::Date:
            return "date";
        case agent::ArgumentType::Time:
            return "time";
        case agent::ArgumentType::Duration:
            return "duration";
        case agent::ArgumentType::Repeat:
            return "repeat";
        case agent::ArgumentType::Number:
            return "number";
        case agent::ArgumentType::Person:
            return "person";
        case agent::ArgumentType::Enum:
            return "enum";
    }
    return "";
}

// One line an argument, without order: "time:time", "action:enum(on,off) required".
std::set<std::string> argumentsOf(const agent::ToolSpec& spec) {
    std::set<std::string> lines;
    for (const auto& argument : spec.arguments) {
        std::string line = argument.name + ":" + typeName(argument.type);
        for (const auto& value : argument.values) line += "," + value;
        lines.insert(line);
    }
    return lines;
}

TEST_F(Functions, AreTheSameInTrainingAndInTools) {
    const auto json = nlohmann::json::parse(read(HEARTH_SOURCE "/assets/training/functions.json"));
    const auto steering = agent::conversationFunctions();
    std::set<std::string> known;
    for (const auto& function : json["functions"]) {
        const std::string name = function["name"];
        known.insert(name);
        const agent::ToolSpec* spec = nullptr;
        if (agent::Tool* found = registry_.find(name)) spec = &found->spec();
        for (const auto& s : steering)
            if (s.name == name) spec = &s;
        ASSERT_NE(spec, nullptr) << "no tool does " << name;
        EXPECT_EQ(spec->writes, function["writes"].get<bool>()) << name;
        std::set<std::string> arguments;
        for (const auto& argument : function["arguments"]) {
            std::string line =
                argument["name"].get<std::string>() + ":" + argument["type"].get<std::string>();
            if (argument.contains("values"))
                for (const auto& value : argument["values"]) line += "," + value.get<std::string>();
            arguments.insert(line);
        }
        EXPECT_EQ(argumentsOf(*spec), arguments) << name;
    }
    for (const auto* spec : registry_.specs())
        EXPECT_TRUE(known.contains(spec->name)) << spec->name << " is unknown to the model";
}

TEST_F(Functions, AreDescribedForPeople) {
    for (const auto* spec : registry_.specs()) {
        EXPECT_FALSE(spec->verb.empty()) << spec->name;
        EXPECT_FALSE(spec->description.empty()) << spec->name;
        EXPECT_FALSE(spec->icon.empty()) << spec->name;
        EXPECT_FALSE(spec->examples.empty()) << spec->name;
        for (const auto& argument : spec->arguments)
            EXPECT_FALSE(argument.label.empty()) << spec->name << " " << argument.name;
    }
}

}  // namespace
}  // namespace hearth::tests
