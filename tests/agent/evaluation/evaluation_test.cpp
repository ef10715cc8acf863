#include "agent/evaluation.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include <cstring>
#include <fstream>

#include "evaluation/action_score.h"
#include "evaluation/labelled_requests.h"
#include "fakes/temporary_folder.h"

namespace hearth::agent {
namespace {

namespace fs = std::filesystem;
using Verdict = ActionScore::Verdict;

const fs::path training = fs::path(HEARTH_SOURCE) / "assets/training";

void write(const fs::path& file, const std::string& text) {
    std::ofstream(file, std::ios::binary) << text;
}

TEST(LabelledRequests, ReadsPackedAndPlainFiles) {
    const tests::TemporaryFolder folder;
    const std::string lines =
        R"({"id":"a/1","source":"snips","split":"validation","text":"Play It","frames":[{"domain":"music","intent":"PlayMusic","slots":[{"name":"artist","value":"The  Who","start":0,"end":1}]}]})"
        "\n\n"
        R"({"id":"a/2","source":"star","split":"train","text":"x","dialogue":"d","frames":[],"calls":[{"domain":"bank","name":"bank_balance","arguments":{}}]})";
    write(folder.path() / "plain.jsonl", lines);
    const fs::path packed = folder.path() / "packed.jsonl.gz";
    gzFile gz = gzopen(packed.c_str(), "wb");
    gzwrite(gz, lines.data(), static_cast<unsigned>(lines.size()));
    gzclose(gz);
    for (const char* name : {"plain.jsonl", "packed.jsonl.gz"}) {
        const auto read = readLabelledRequests(folder.path() / name);
        ASSERT_TRUE(read.has_value()) << read.error().text();
        ASSERT_EQ(read->size(), 2u);
        EXPECT_EQ((*read)[0].intent, "PlayMusic");
        ASSERT_EQ((*read)[0].slots.size(), 1u);
        EXPECT_EQ((*read)[0].slots[0].value, "the who");
        EXPECT_EQ((*read)[1].intent, "bank_balance");
        EXPECT_EQ((*read)[1].dialogue, "d");
    }
}

TEST(LabelledRequests, SaysWhatIsWrongAndWhere) {
    const tests::TemporaryFolder folder;
    const struct {
        const char* text;
        const char* message;
        const char* where;
    } cases[] = {
        {"", "no records", "f.jsonl"},
        {"{\"source\":\"a\",\"text\":\"b\"}\nnot json\n", "no JSON object", "line 2"},
        {"{\"source\":\"a\"}", "\"text\"", "line 1"},
        {"{\"text\":\"a\"}", "\"source\"", "line 1"},
        {"\x1f\x8b\x08\x00garbage", "damaged", "f.jsonl"},
    };
    for (const auto& c : cases) {
        const fs::path file = folder.path() / "f.jsonl";
        write(file, std::string(c.text, c.text[0] == '\x1f' ? 11 : std::strlen(c.text)));
        const auto read = readLabelledRequests(file);
        ASSERT_FALSE(read.has_value()) << c.message;
        EXPECT_NE(read.error().message.find(c.message), std::string::npos) << read.error().text();
        EXPECT_NE(read.error().where.find(c.where), std::string::npos) << read.error().text();
    }
    EXPECT_EQ(readLabelledRequests(folder.path() / "none").error().code, base::ErrorCode::NotFound);
}

TEST(LabelMap, MapsTheLabelsOfTheDataSets) {
    const auto map = LabelMap::read(training / "label_map.json");
    ASSERT_TRUE(map.has_value()) << map.error().text();
    const auto meaning = [&](const char* source, const char* domain, const char* intent) {
        return map->meaning({"", source, "", "", domain, intent, {}, ""});
    };
    ASSERT_TRUE(meaning("snips", "music", "PlayMusic"));
    EXPECT_EQ(meaning("snips", "music", "PlayMusic")->accept.front(), "play_music");
    EXPECT_EQ(meaning("sgd", "Alarm_1", "AddAlarm")->accept.front(), "set_alarm");
    EXPECT_EQ(meaning("clinc150", "", "calendar_update")->accept,
              (std::vector<std::string>{"create_event", "update_event", "delete_event"}));
    EXPECT_TRUE(meaning("clinc150", "", "oos")->outOfScope());
    EXPECT_FALSE(meaning("snips", "", "NoSuchLabel").has_value());
    EXPECT_FALSE(meaning("unknown", "", "x").has_value());
    EXPECT_EQ(map->argument("hwu64", "event_name", "create_event"), "title");
    EXPECT_EQ(map->argument("hwu64", "event_name", "get_weather"), "");
    EXPECT_EQ(map->scoredArguments("hwu64", "create_event").count("title"), 1u);
}

TEST(ActionScore, CountsAsTheLabelMapDefines) {
    const auto map = LabelMap::read(training / "label_map.json");
    const auto functions = readFunctions(training / "functions.json");
    ASSERT_TRUE(map.has_value() && functions.has_value());
    EXPECT_EQ(functions->writing.count("create_event"), 1u);
    EXPECT_EQ(functions->writing.count("list_events"), 0u);
    ActionScore score(*map, functions->writing);
    const auto add = [&](const LabelledRequest& request, const std::vector<Call>& calls) {
        return score.add(request, *map->meaning(request), calls);
    };
    LabelledRequest event{
        "", "hwu64", "", "", "calendar", "calendar_set", {{"event_name", "lunch"}, {"date", "today"}}, ""};
    EXPECT_EQ(add(event, {{"create_event", {{"title", "Lunch"}, {"date", "today"}}}}), Verdict::Right);
    EXPECT_EQ(add(event, {{"create_event", {{"title", "lunch"}}}}), Verdict::WrongArguments);
    EXPECT_EQ(add(event, {{"play_music", {}}}), Verdict::WrongFunction);
    LabelledRequest scope{"", "clinc150", "", "", "oos", "oos", {}, ""};
    EXPECT_EQ(add(scope, {{"irrelevant", {}}}), Verdict::Right);
    EXPECT_EQ(add(scope, {{"create_event", {}}}), Verdict::FalseAction);
    const ActionScores scores = score.scores();
    EXPECT_EQ(scores.n, 5);
    EXPECT_EQ(scores.inScope, 3);
    EXPECT_EQ(scores.noAction, 2);
    EXPECT_DOUBLE_EQ(scores.functionAccuracy, 2.0 / 3);
    EXPECT_DOUBLE_EQ(scores.functionAccuracyAll, 3.0 / 5);
    EXPECT_DOUBLE_EQ(scores.callAccuracy, 1.0 / 3);
    EXPECT_DOUBLE_EQ(scores.slotF1, 2.0 * 3 / (3 + 6));  // 3 of 3 guessed, 6 labelled
    EXPECT_DOUBLE_EQ(scores.falseActions, 0.5);
}

TEST(EvaluateActions, DecodesATurnOfADialogueAfterTheTurnsBeforeIt) {
    const fs::path file = fs::path(HEARTH_SOURCE) / "assets/models/builtin.gguf";
    if (!fs::exists(file)) GTEST_SKIP() << "there is no " << file;
    const auto model = engine::Model::open(file.string());
    ASSERT_TRUE(model.has_value()) << model.error().text();
    const tests::TemporaryFolder folder;
    for (const bool together : {false, true}) {
        std::string lines;
        for (const char* text : {"set up lunch with my sister tomorrow at noon", "make it 3 instead"})
            lines += std::string(R"({"id":"a","source":"snips","split":"validation","text":")") + text +
                     (together ? R"(","dialogue":"d")" : R"(")") +
                     R"(,"frames":[{"domain":"music","intent":"PlayMusic","slots":[]}]})" + "\n";
        EvaluationOptions options;
        options.data = folder.path() / "f.jsonl";
        options.labelMap = training / "label_map.json";
        options.functions = training / "functions.json";
        options.errors = 2;
        write(options.data, lines);
        const auto report = evaluateActions(*model, options);
        ASSERT_TRUE(report.has_value()) << report.error().text();
        ASSERT_EQ(report->mistakes.size(), 2u);
        EXPECT_NE(report->mistakes[0].find("create_event("), std::string::npos) << report->mistakes[0];
        EXPECT_EQ(report->mistakes[1].find("amend(time=3)") != std::string::npos, together)
            << report->mistakes[1];
    }
}

TEST(EvaluateTools, CountsWhereTheRightToolStands) {
    const fs::path file = fs::path(HEARTH_SOURCE) / "assets/models/builtin.gguf";
    if (!fs::exists(file)) GTEST_SKIP() << "there is no " << file;
    const auto model = engine::Model::open(file.string());
    ASSERT_TRUE(model.has_value()) << model.error().text();
    const tests::TemporaryFolder folder;
    EvaluationOptions options;
    options.data = folder.path() / "f.jsonl";
    options.labelMap = training / "label_map.json";
    options.functions = training / "functions.json";
    options.errors = 5;
    std::string lines;
    for (const char* text : {"play some jazz music", "qwertz"})
        lines += std::string(R"({"id":"a","source":"snips","split":"validation","text":")") + text +
                 R"(","frames":[{"domain":"music","intent":"PlayMusic","slots":[]}]})" + "\n";
    write(options.data, lines);
    std::vector<ToolSpec> specs(12);
    for (std::size_t i = 0; i < specs.size(); ++i) specs[i].name = "tool_" + std::to_string(i);
    specs.back().name = "play_music";
    specs.back().description = "Play music";
    const auto report = evaluateTools(*model, specs, options);
    ASSERT_TRUE(report.has_value()) << report.error().text();
    EXPECT_EQ(report->n, 2);
    EXPECT_EQ(report->tools, 12);
    EXPECT_DOUBLE_EQ(report->words.at[0], 0.5) << "nothing speaks for a tool in the second one";
    EXPECT_DOUBLE_EQ(report->words.at[3], 0.5);
    EXPECT_GE(report->both.at[3], report->words.at[3]);
    specs.pop_back();
    EXPECT_EQ(evaluateTools(*model, specs, options)->n, 0) << "no label means one of these";
}

}  // namespace
}  // namespace hearth::agent
