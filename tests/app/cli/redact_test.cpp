// Masking a pipe, listing what is found, and measuring it, by the command line.
#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "app/cli/command_line.h"

namespace hearth::app {
namespace {

using Json = nlohmann::json;
using testing::HasSubstr;

TEST(RedactCommand, MasksAPipe) {
    const CommandLine hearth;
    EXPECT_EQ(hearth.run("redact", "Dear Anna Smith,\ncall +44 20 7123 4567").out,
              "Dear <PERSON>,\ncall <PHONE_NUMBER>");
    EXPECT_EQ(hearth.run("redact --no-names", "Dear Anna Smith\n").out, "Dear Anna Smith\n");
    EXPECT_EQ(hearth.run("redact --kinds EMAIL_ADDRESS", "a@b.org 10.1.2.3").out, "<EMAIL_ADDRESS> 10.1.2.3");
}

TEST(RedactCommand, ListsSpansInCharacters) {
    const CommandLine hearth;
    const Ran ran = hearth.run("redact --json --min-score 0.3",
                               "{\"text\":\"Zoë: 078-05-1123\",\"entities\":[\"US_SSN\"]}\n");
    const Json answer = Json::parse(ran.out);
    ASSERT_EQ(answer["spans"].size(), 1U);
    EXPECT_EQ(answer["spans"][0]["entity"], "US_SSN");
    EXPECT_EQ(answer["spans"][0]["start"], 5);
    EXPECT_EQ(answer["spans"][0]["end"], 16);
    EXPECT_GE(answer["spans"][0]["score"], 0.3);
    EXPECT_EQ(answer["masked"], "Zoë: <US_SSN>");
}

TEST(RedactCommand, SaysWhatIsWrongWithALine) {
    const CommandLine hearth;
    for (const char* line : {"nonsense", "{}", "{\"text\":1}", "{\"text\":\"\",\"entities\":\"X\"}"}) {
        const Ran ran = hearth.run("redact --json", std::string("{\"text\":\"fine\"}\n") + line);
        EXPECT_EQ(ran.code, 2) << line;
        EXPECT_THAT(ran.err, HasSubstr("line 2")) << line;
    }
}

TEST(EvalPiiCommand, CountsByKind) {
    const CommandLine hearth;
    std::ofstream(hearth.file("data.jsonl"))
        << "{\"text\":\"I am 45 years old\",\"spans\":[{\"entity\":\"AGE\",\"start\":5,\"end\":7}]}\n"
        << "{\"text\":\"nothing\",\"spans\":[{\"entity\":\"AGE\",\"start\":0,\"end\":3}]}\n";
    const Json report = Json::parse(hearth.run("eval pii --json --data " + hearth.file("data.jsonl")).out);
    EXPECT_EQ(report["sentences"], 2);
    EXPECT_EQ(report["recall"], 0.5);
    EXPECT_EQ(report["precision"], 1.0);
    EXPECT_EQ(report["by_kind"]["AGE"]["labelled"], 2);
    EXPECT_NE(hearth.run("eval pii --data /nowhere").code, 0);
}

}  // namespace
}  // namespace hearth::app
