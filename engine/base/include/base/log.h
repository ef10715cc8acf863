// One line of diagnosis at a time, for people who look for a fault; never what a user must see. Lines go to
// standard error unless a sink is set. Safe from any thread; the sink is called under a lock, one at a time.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace hearth::base {

enum class LogLevel { Debug, Info, Warning, Error };

using LogSink = std::function<void(LogLevel level, std::string_view floor, std::string_view message)>;

// Replaces where lines go; an empty sink restores standard error.
void setLogSink(LogSink sink);
// Lines below `level` are dropped. At first Warning.
void setLogLevel(LogLevel level);
// `floor` is the part of the program that speaks, for example "engine". Personal data has no place here.
void log(LogLevel level, std::string_view floor, std::string_view message);

}  // namespace hearth::base
