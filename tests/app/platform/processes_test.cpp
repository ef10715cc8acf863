#include "platform/processes.h"

#include <gmock/gmock.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <thread>

#include "fakes/temporary_folder.h"

namespace hearth::app {
namespace {

using testing::HasSubstr;

TEST(RunProgram, GivesWhatItPrinted) {
    const auto out = runProgram({"printf", "%s", "a b; $(c)"}, 5000);
    ASSERT_TRUE(out) << out.error().text();
    EXPECT_EQ(*out, "a b; $(c)");
}

TEST(RunProgram, ReadsMoreThanAPipeHolds) {
    const auto out = runProgram({"head", "-c", "300000", "/dev/zero"}, 20000);
    ASSERT_TRUE(out) << out.error().text();
    EXPECT_EQ(out->size(), 300000u);
}

struct FailureCase {
    std::vector<std::string> arguments;
    int timeoutMs;
    base::ErrorCode code;
    std::string text;
};

class RunFailures : public testing::TestWithParam<FailureCase> {};

TEST_P(RunFailures, SayWhatHappened) {
    const auto out = runProgram(GetParam().arguments, GetParam().timeoutMs);
    ASSERT_FALSE(out);
    EXPECT_EQ(out.error().code, GetParam().code);
    EXPECT_THAT(out.error().text(), HasSubstr(GetParam().text));
}

INSTANTIATE_TEST_SUITE_P(
    Programs, RunFailures,
    testing::Values(
        FailureCase{{"no-such-program-of-hearth"}, 5000, base::ErrorCode::NotFound, "no-such-program"},
        FailureCase{{"sh", "-c", "echo broken >&2; exit 3"}, 5000, base::ErrorCode::Io, "broken"},
        FailureCase{{"false"}, 5000, base::ErrorCode::Io, "false"},
        FailureCase{{"sleep", "60"}, 50, base::ErrorCode::Cancelled, "too long"},
        FailureCase{{}, 5000, base::ErrorCode::InvalidInput, "No program"}));

TEST(StartProgram, LeavesItToItself) {
    const tests::TemporaryFolder folder;
    const auto file = folder / "made";
    ASSERT_TRUE(startProgram({"touch", file.string()}));
    for (int i = 0; i < 1000 && !std::filesystem::exists(file); ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    EXPECT_TRUE(std::filesystem::exists(file));
    const auto started = startProgram({"no-such-program-of-hearth"});
    ASSERT_FALSE(started);
    EXPECT_EQ(started.error().code, base::ErrorCode::NotFound);
}

}  // namespace
}  // namespace hearth::app
