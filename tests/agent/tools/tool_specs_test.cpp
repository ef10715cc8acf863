// Every tool says of itself what assets/training/functions.json says, which the model was trained on.
#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "fakes/tool_fixture.h"

namespace hearth::tests {
namespace {

using agent::ArgumentType;
using nlohmann::json;

class ToolSpecs : public ToolFixture {
  protected:
    ToolSpecs() {
        const json file =
            json::parse(read(std::filesystem::path(HEARTH_SOURCE) / "assets/training/functions.json"));
        for (const json& function : file.at("functions")) functions_[function.at("name")] = function;
    }
    static std::string typeName(ArgumentType type) {
        static const std::map<ArgumentType, std::string> kNames = {
            {ArgumentType::Text, "text"},     {ArgumentType::Date, "date"},
            {ArgumentType::Time, "time"},     {ArgumentType::Duration, "duration"},
            {ArgumentType::Repeat, "repeat"}, {ArgumentType::Number, "number"},
            {ArgumentType::Person, "person"}, {ArgumentType::Enum, "enum"}};
        return kNames.at(type);
    }
    std::map<std::string, json> functions_;
};

TEST_F(ToolSpecs, MatchWhatTheModelWasTrainedOn) {
    ASSERT_GT(registry_.size(), 40u);
    for (const agent::ToolSpec* spec : registry_.specs()) {
        ASSERT_TRUE(functions_.contains(spec->name)) << spec->name;
        const json& function = functions_.at(spec->name);
        EXPECT_EQ(spec->writes, function.at("writes").get<bool>()) << spec->name;
        const json& arguments = function.at("arguments");
        EXPECT_EQ(spec->arguments.size(), arguments.size()) << spec->name;
        std::map<std::string, const agent::ArgumentSpec*> own;
        for (const auto& argument : spec->arguments) own[argument.name] = &argument;
        for (const json& argument : arguments) {
            const std::string name = argument.at("name");
            EXPECT_TRUE(own.contains(name)) << spec->name << "." << name;
            if (!own.contains(name)) continue;
            EXPECT_EQ(typeName(own[name]->type), argument.at("type")) << spec->name << "." << name;
            EXPECT_EQ(own[name]->values, argument.value("values", std::vector<std::string>{}))
                << spec->name << "." << name;
        }
    }
}

TEST_F(ToolSpecs, SpeakToPeople) {
    std::set<std::string> examples;
    for (const agent::ToolSpec* spec : registry_.specs()) {
        EXPECT_FALSE(spec->verb.empty()) << spec->name;
        EXPECT_FALSE(spec->description.empty()) << spec->name;
        const std::string icon = std::string(HEARTH_SOURCE "/assets/icons/") + spec->icon + ".svg";
        EXPECT_TRUE(std::filesystem::exists(icon)) << spec->name << ": " << icon;
        EXPECT_GE(spec->examples.size(), 2u) << spec->name;
        for (const std::string& example : spec->examples)
            EXPECT_TRUE(examples.insert(example).second)
                << spec->name << ": “" << example << "” is another's example";
        for (const auto& argument : spec->arguments)
            EXPECT_FALSE(argument.label.empty()) << spec->name << "." << argument.name;
    }
}

}  // namespace
}  // namespace hearth::tests
