// Subcommands that need no agent: models, dates, evaluation, quantization, and how wrong input is answered.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "app/cli/command_line.h"
#include "fakes/tiny_model.h"

namespace hearth::app {
namespace {

using Json = nlohmann::json;

TEST(CommandLineHelp, TeachesByExamples) {
    const CommandLine hearth;
    const Ran top = hearth.run("--help");
    EXPECT_EQ(top.code, 0);
    for (const char* part : {"hearth do \"", "Exit codes", "130", "--data-dir", "Subcommands"})
        EXPECT_NE(top.out.find(part), std::string::npos) << part;
    for (const char* command :
         {"ask", "do", "chat", "tools", "log", "undo", "model info", "model logits", "model tokenize",
          "model render", "model verify", "model embed", "eval actions", "quantize", "bench", "dates"}) {
        const Ran help = hearth.run(std::string(command) + " --help");
        EXPECT_EQ(help.code, 0) << command;
        EXPECT_NE(help.out.find("Examples\n"), std::string::npos) << command;
        EXPECT_NE(help.out.find("hearth " + std::string(command)), std::string::npos) << command;
    }
    EXPECT_EQ(hearth.run("--version").out.substr(0, 7), "hearth ");
}

TEST(CommandLineErrors, SayWhatIsWrong) {
    const CommandLine hearth;
    std::ofstream(hearth.file("text.gguf")) << "this is no model";
    const struct {
        std::string arguments;
        int code;
        const char* message;
    } cases[] = {
        {"frobnicate", 2, "frobnicate"},
        {"model", 2, "subcommand"},
        {"model info", 2, "FILE"},
        {"model info /no/such/file", 2, "/no/such/file"},
        {"model info " + hearth.file("text.gguf"), 2, "text.gguf"},
        {"model logits " + hearth.file("text.gguf") + " --tokens '1 x' --out f", 2, "\"x\" is no token id"},
        {"model logits " + hearth.file("text.gguf") + " --tokens '' --out f", 2, "--tokens"},
        {"model logits m.gguf --tokens 1 --out f --adapter a.gguf=half", 2, "\"half\" is no scale"},
        {"--threads -1 dates", 2, "--threads"},
        {"dates --lang xx", 2, "\"xx\" is not known"},
        {"eval actions --data /no/such/file --model " + hearth.file("none.gguf"), 2, "none.gguf"},
        {"eval actions --data x --split test", 2, "--split"},
        {"quantize /no/such/file out.gguf Q8_0", 2, "/no/such/file"},
        {"do '' --yes", 2, "Say what you want"},
    };
    for (const auto& c : cases) {
        const Ran ran = hearth.run(c.arguments);
        EXPECT_EQ(ran.code, c.code) << c.arguments << "\n" << ran.err;
        EXPECT_NE(ran.err.find(c.message), std::string::npos) << c.arguments << "\n" << ran.err;
        EXPECT_EQ(ran.err.substr(0, 8), "hearth: ") << ran.err;
        EXPECT_TRUE(ran.out.empty()) << ran.out;
    }
}

TEST(CommandLineModel, InfoLogitsAndTokensOfATinyModel) {
    const CommandLine hearth;
    const std::string model = hearth.file("tiny.gguf");
    tests::TinyModel().write(model);

    const Ran info = hearth.run("model info " + model);
    EXPECT_EQ(info.code, 0) << info.err;
    EXPECT_NE(info.out.find("llama"), std::string::npos);
    const Json json = Json::parse(hearth.run("model info --json " + model).out);
    EXPECT_EQ(json.at("layers"), 2);
    EXPECT_EQ(json.at("embedding"), 32);
    EXPECT_FALSE(json.at("tensors").empty());

    const Ran logits =
        hearth.run("model logits " + model + " --tokens '1 7 9' --out " + hearth.file("l.f32"));
    EXPECT_EQ(logits.code, 0) << logits.err;
    EXPECT_EQ(hearth.read("l.f32").size(), 3u * json.at("vocabulary").get<std::size_t>() * sizeof(float));
    EXPECT_EQ(hearth.run("model logits " + model + " --tokens 99999 --out " + hearth.file("l.f32")).code, 2);

    const Ran tokens = hearth.run("model tokenize --no-special " + model, "ab");
    EXPECT_EQ(tokens.code, 0) << tokens.err;
    EXPECT_FALSE(tokens.out.empty());
    const Ran with = hearth.run("model tokenize " + model, "<end>");
    const Ran without = hearth.run("model tokenize --no-special " + model, "<end>");
    EXPECT_LT(with.out.size(), without.out.size());
}

TEST(CommandLineModel, RendersATemplate) {
    const CommandLine hearth;
    const auto ran = [&](const std::string& chatTemplate, const std::string& more = "") {
        std::ofstream(hearth.file("t.jinja")) << chatTemplate;
        std::ofstream(hearth.file("c.json")) << R"({"messages": [{"role": "user", "content": "Hi"}]})";
        return hearth.run("model render --template " + hearth.file("t.jinja") + " --context " +
                          hearth.file("c.json") + " " + more);
    };
    const Ran text =
        ran("{{ messages[0].content }} {{ strftime_now('%H:%M') }}\n", "--now 2026-11-22T09:30:00");
    EXPECT_EQ(text.code, 0) << text.err;
    EXPECT_EQ(text.out, "Hi 09:30");
    const Ran refused = ran("\n{{ raise_exception('no system role') }}");
    EXPECT_EQ(refused.code, 1);
    EXPECT_NE(refused.err.find("no system role"), std::string::npos) << refused.err;
    EXPECT_NE(refused.err.find("t.jinja, chat template, line 2"), std::string::npos) << refused.err;
    EXPECT_EQ(ran("{% if %}").code, 2);
    EXPECT_EQ(ran("x", "--now yesterday").code, 2);
    EXPECT_EQ(hearth.run("model render --template /no/such --context " + hearth.file("c.json")).code, 2);
}

TEST(CommandLineModel, VerifiesAFile) {
    const CommandLine hearth;
    const std::string model = hearth.file("tiny.gguf");
    tests::TinyModel().write(model);
    const Ran whole = hearth.run("model verify --json " + model);
    EXPECT_EQ(whole.code, 0) << whole.out << whole.err;
    const Json json = Json::parse(whole.out);
    EXPECT_EQ(json.at("checks").size(), 6u);
    const std::string sum = json.at("sha256");
    EXPECT_EQ(hearth.run("model verify " + model + " --sha256 " + sum).code, 0);
    const Ran other = hearth.run("model verify " + model + " --sha256 " + std::string(64, '0'));
    EXPECT_EQ(other.code, 1);
    EXPECT_NE(other.out.find("another file"), std::string::npos) << other.out;
    EXPECT_EQ(hearth.run("model verify " + model + " --sha256 abc").code, 2);
    EXPECT_EQ(hearth.run("model verify /no/such/file").code, 2);
}

TEST(CommandLineModel, QuantizesToAModelThatOpens) {
    const CommandLine hearth;
    tests::TinyModel().write(hearth.file("tiny.gguf"));
    const std::string from = hearth.file("tiny.gguf");
    const std::string to = hearth.file("small.gguf");
    const Ran ran = hearth.run("quantize " + from + " " + to + " q8_0 --verbose");
    EXPECT_EQ(ran.code, 0) << ran.err;
    EXPECT_EQ(Json::parse(hearth.run("model info --json " + to).out).at("weights"), "Q8_0");
    EXPECT_EQ(hearth.run("quantize " + from + " " + from + " Q8_0").code, 2);
    EXPECT_EQ(hearth.run("quantize " + from + " " + to + " Q99").code, 2);
}

TEST(CommandLineDates, AnswersLineByLine) {
    const CommandLine hearth;
    const Ran ran =
        hearth.run("dates --lang en --json",
                   "{\"text\":\"lunch tomorrow at noon\",\"reference\":\"2026-11-22T15:00:00\"}\n");
    EXPECT_EQ(ran.code, 0) << ran.err;
    EXPECT_EQ(Json::parse(ran.out).at("entities").at(0).at("value"), "2026-11-23 12:00:00");
    EXPECT_EQ(hearth.run("dates", "not json\n").code, 2);
}

TEST(CommandLineEval, NeedsAModelThatCallsFunctions) {
    const CommandLine hearth;
    tests::TinyModel().write(hearth.file("tiny.gguf"));
    std::ofstream(hearth.file("data.jsonl"))
        << R"({"id":"1","source":"snips","split":"validation","text":"play it","frames":[{"domain":"m","intent":"PlayMusic","slots":[]}]})"
        << '\n';
    const Ran ran = hearth.run("eval actions --json --data " + hearth.file("data.jsonl") + " --model " +
                               hearth.file("tiny.gguf"));
    EXPECT_EQ(ran.code, 2);
    EXPECT_NE(ran.err.find("not trained to call functions"), std::string::npos) << ran.err;
}

TEST(CommandLineEval, ScoresTheBuiltInModel) {
    if (!std::filesystem::exists(HEARTH_SOURCE "/assets/models/builtin.gguf"))
        GTEST_SKIP() << "there is no built-in model";
    const CommandLine hearth;
    std::ofstream out(hearth.file("data.jsonl"));
    const std::pair<const char*, const char*> requests[] = {
        {"play some music by the beatles", "PlayMusic"},
        {"what is the weather in paris tomorrow", "GetWeather"}};
    for (const auto& [text, intent] : requests)
        out << Json{{"id", text},
                    {"source", "snips"},
                    {"split", "validation"},
                    {"text", text},
                    {"frames", {{{"domain", "d"}, {"intent", intent}, {"slots", Json::array()}}}}}
            << '\n';
    out.close();
    const Ran ran =
        hearth.run("eval actions --json --by-domain --errors 5 --data " + hearth.file("data.jsonl"));
    ASSERT_EQ(ran.code, 0) << ran.err;
    const Json json = Json::parse(ran.out);
    EXPECT_EQ(json.at("n"), 2);
    EXPECT_EQ(json.at("function_accuracy"), 1.0);
    for (const char* key : {"call_accuracy", "slot_f1", "false_actions", "latency_ms_p50", "latency_ms_p95"})
        EXPECT_TRUE(json.contains(key)) << key;
    EXPECT_GT(json.at("latency_ms_p95").get<double>(), 0);
}

}  // namespace
}  // namespace hearth::app
