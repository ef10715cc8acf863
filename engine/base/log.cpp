#include "base/log.h"

#include <atomic>
#include <cstdio>
#include <mutex>
#include <utility>

namespace hearth::base {

namespace {

struct LogState {
    std::mutex mutex;
    LogSink sink;
    std::atomic<LogLevel> level{LogLevel::Warning};
};

LogState& state() {
    static LogState instance;
    return instance;
}

const char* name(LogLevel level) {
    switch (level) {
        case LogLevel::Debug:
            return "debug";
        case LogLevel::Info:
            return "info";
        case LogLevel::Warning:
            return "warning";
        case LogLevel::Error:
            return "error";
    }
    return "error";
}

}  // namespace

void setLogSink(LogSink sink) {
    const std::lock_guard lock(state().mutex);
    state().sink = std::move(sink);
}

void setLogLevel(LogLevel level) {
    state().level = level;
}

void log(LogLevel level, std::string_view floor, std::string_view message) {
    if (level < state().level.load()) return;
    const std::lock_guard lock(state().mutex);
    if (state().sink) {
        state().sink(level, floor, message);
        return;
    }
    std::fprintf(stderr, "%s: %.*s: %.*s\n", name(level), static_cast<int>(floor.size()), floor.data(),
                 static_cast<int>(message.size()), message.data());
}

}  // namespace hearth::base
