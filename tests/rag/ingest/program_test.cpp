#include "ingest/program.h"

#include <gtest/gtest.h>

namespace hearth::rag {
namespace {

struct Case {
    const char* what;
    std::vector<std::string> words;
    int seconds;
    ProgramOutput expected;
};

TEST(Program, GivesWhatItPrintsAndHowItEnds) {
    const Case cases[] = {
        {"input and output", {"cat"}, 60, {true, true, true, 0, "some input", ""}},
        {"the error output", {"sh", "-c", "echo no >&2; exit 3"}, 60, {true, true, true, 3, "", "no\n"}},
        {"a signal", {"sh", "-c", "kill -SEGV $$"}, 60, {true, true, true, 139, "", ""}},
        {"not installed", {"hearth-no-such-program"}, 60, {false, true, true, 127, "", ""}},
        {"too slow", {"sleep", "100"}, 1, {true, false, true, 137, "", ""}},
        {"no time at all", {"cat"}, 0, {true, false, true, 124, "", ""}},
        {"too much", {"cat", "/dev/zero"}, 60, {true, true, false, 137, std::string(1000, '\0'), ""}},
    };
    for (const Case& each : cases) {
        ProgramRun run;
        run.words = each.words;
        run.input = "some input";
        run.mostOutput = 1000;
        run.deadline = std::chrono::steady_clock::now() + std::chrono::seconds(each.seconds);
        const ProgramOutput output = runProgram(run);
        EXPECT_EQ(output.found, each.expected.found) << each.what;
        EXPECT_EQ(output.inTime, each.expected.inTime) << each.what;
        EXPECT_EQ(output.whole, each.expected.whole) << each.what;
        EXPECT_EQ(output.status, each.expected.status) << each.what;
        EXPECT_EQ(output.text, each.expected.text) << each.what;
        EXPECT_EQ(output.complaint, each.expected.complaint) << each.what;
    }
}

}  // namespace
}  // namespace hearth::rag
