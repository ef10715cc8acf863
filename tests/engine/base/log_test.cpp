#include "base/log.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace hearth::base {
namespace {

TEST(Log, LinesBelowTheLevelAreDropped) {
    std::vector<std::string> lines;
    setLogSink([&](LogLevel, std::string_view floor, std::string_view message) {
        lines.push_back(std::string(floor) + ": " + std::string(message));
    });
    log(LogLevel::Info, "engine", "dropped");
    log(LogLevel::Warning, "engine", "kept");
    setLogLevel(LogLevel::Debug);
    log(LogLevel::Debug, "agent", "kept too");
    setLogLevel(LogLevel::Warning);
    setLogSink({});
    EXPECT_EQ(lines, (std::vector<std::string>{"engine: kept", "agent: kept too"}));
}

}  // namespace
}  // namespace hearth::base
