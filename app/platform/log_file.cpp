#include "platform/log_file.h"

#include <spdlog/logger.h>
#include <spdlog/sinks/rotating_file_sink.h>

#include <cstdlib>
#include <memory>
#include <string>

#include "base/log.h"

namespace hearth::app {
namespace {

using base::LogLevel;

constexpr std::size_t kMostBytes = 512 * 1024;
constexpr std::size_t kOlderFiles = 1;

spdlog::level::level_enum levelOf(LogLevel level) {
    switch (level) {
        case LogLevel::Debug:
            return spdlog::level::debug;
        case LogLevel::Info:
            return spdlog::level::info;
        case LogLevel::Warning:
            return spdlog::level::warn;
        case LogLevel::Error:
            return spdlog::level::err;
    }
    return spdlog::level::err;
}

LogLevel wantedLevel() {
    const char* set = std::getenv("HEARTH_LOG");
    const std::string name = set != nullptr ? set : "info";
    if (name == "debug") return LogLevel::Debug;
    if (name == "warning") return LogLevel::Warning;
    if (name == "error") return LogLevel::Error;
    return LogLevel::Info;
}

void forTheUserOnly(const std::filesystem::path& file) {
    using std::filesystem::perms;
    std::error_code ignored;  // a file system without permissions keeps the log all the same
    std::filesystem::permissions(file, perms::owner_read | perms::owner_write, ignored);
}

}  // namespace

base::Result<void> startLogFile(const std::filesystem::path& dataDir) {
    const std::filesystem::path file = dataDir / "logs" / "hearth.log";
    try {
        spdlog::file_event_handlers events;
        events.after_open = [](const spdlog::filename_t& name, std::FILE*) { forTheUserOnly(name); };
        auto sink = std::make_shared<spdlog::sinks::rotating_file_sink_mt>(file.string(), kMostBytes,
                                                                           kOlderFiles, false, events);
        auto logger = std::make_shared<spdlog::logger>("hearth", std::move(sink));
        logger->set_pattern("%Y-%m-%dT%H:%M:%S.%e%z %l %v");
        logger->set_level(spdlog::level::trace);
        logger->flush_on(spdlog::level::trace);
        base::setLogLevel(wantedLevel());
        base::setLogSink([logger](LogLevel level, std::string_view floor, std::string_view message) {
            logger->log(levelOf(level), std::string(floor) + ": " + std::string(message));
        });
    } catch (const spdlog::spdlog_ex& error) {
        return base::fail(base::ErrorCode::Io, "The log cannot be written: " + std::string(error.what()),
                          file.string());
    }
    return {};
}

void stopLogFile() {
    base::setLogSink({});
    base::setLogLevel(LogLevel::Warning);
}

}  // namespace hearth::app
