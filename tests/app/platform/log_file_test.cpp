#include "platform/log_file.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "base/log.h"

namespace hearth::app {
namespace {

namespace fs = std::filesystem;
using base::LogLevel;

class LogFile : public testing::Test {
  protected:
    void TearDown() override {
        stopLogFile();
        unsetenv("HEARTH_LOG");
        fs::remove_all(folder_);
    }
    std::string text() const {
        std::ostringstream all;
        all << std::ifstream(folder_ / "logs" / "hearth.log").rdbuf();
        return all.str();
    }
    // One a test: they run side by side.
    fs::path folder_ = fs::path(testing::TempDir()) / ("hearth_log_" + std::to_string(getpid()));
};

TEST_F(LogFile, TakesWhatTheProgramSays) {
    ASSERT_TRUE(startLogFile(folder_));
    base::log(LogLevel::Info, "engine", "opened a model");
    base::log(LogLevel::Debug, "engine", "a detail");
    EXPECT_NE(text().find("info engine: opened a model"), std::string::npos) << text();
    EXPECT_EQ(text().find("a detail"), std::string::npos);
}

TEST_F(LogFile, SaysMoreWhereAskedTo) {
    setenv("HEARTH_LOG", "debug", 1);
    ASSERT_TRUE(startLogFile(folder_));
    base::log(LogLevel::Debug, "engine", "a {detail}");
    EXPECT_NE(text().find("debug engine: a {detail}"), std::string::npos) << text();
}

TEST_F(LogFile, IsForTheUserOnly) {
    ASSERT_TRUE(startLogFile(folder_));
    const auto others = fs::perms::group_all | fs::perms::others_all;
    EXPECT_EQ(fs::status(folder_ / "logs" / "hearth.log").permissions() & others, fs::perms::none);
}

TEST_F(LogFile, StaysSmall) {
    ASSERT_TRUE(startLogFile(folder_));
    for (int i = 0; i < 3000; ++i) base::log(LogLevel::Info, "engine", std::string(1000, 'x'));
    std::uintmax_t bytes = 0;
    for (const auto& file : fs::directory_iterator(folder_ / "logs")) bytes += file.file_size();
    EXPECT_LE(bytes, 2U * 512 * 1024);
    EXPECT_GT(bytes, 512U * 1024);
}

TEST_F(LogFile, SaysWhereItCannotBeWritten) {
    std::ofstream(folder_) << "a file where the folder should be";
    const auto started = startLogFile(folder_);
    ASSERT_FALSE(started);
    EXPECT_EQ(started.error().where, (folder_ / "logs" / "hearth.log").string());
}

}  // namespace
}  // namespace hearth::app
