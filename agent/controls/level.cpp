#include "controls/level.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <sstream>

#include "agent/desktop.h"
#include "arithmetic/number_words.h"
#include "words/words.h"

namespace hearth::agent {

namespace fs = std::filesystem;
using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr int kTimeoutMs = 2000;
constexpr int kStep = 10;  // percent that "louder" and "darker" mean

Result<std::string> execute(const ToolContext& context, std::vector<std::string> arguments) {
    return context.desktop->execute(arguments, kTimeoutMs);
}

// "Volume: 0.40 [MUTED]"
std::optional<Level> fromWpctl(const std::string& text) {
    std::istringstream in(text);
    std::string name;
    double share = 0;
    if (!(in >> name >> share) || name != "Volume:" || share < 0 || share > 10) return std::nullopt;
    return Level{static_cast<int>(std::lround(share * 100)), text.find("MUTED") != std::string::npos};
}

// "Volume: front-left: 26214 /  40% / -23,88 dB, ..." and "Mute: no"
std::optional<Level> fromPactl(const std::string& volume, const std::string& mute) {
    const std::size_t sign = volume.find('%');
    if (sign == std::string::npos) return std::nullopt;
    std::size_t start = sign;
    while (start > 0 && volume[start - 1] >= '0' && volume[start - 1] <= '9') --start;
    if (start == sign || sign - start > 4) return std::nullopt;
    return Level{std::stoi(volume.substr(start, sign - start)), mute.find("yes") != std::string::npos};
}

Result<Level> readVolume(const ToolContext& context) {
    if (auto text = execute(context, {"wpctl", "get-volume", "@DEFAULT_AUDIO_SINK@"}))
        if (auto level = fromWpctl(*text)) return *level;
    auto volume = execute(context, {"pactl", "get-sink-volume", "@DEFAULT_SINK@"});
    auto mute = execute(context, {"pactl", "get-sink-mute", "@DEFAULT_SINK@"});
    if (volume && mute)
        if (auto level = fromPactl(*volume, *mute)) return *level;
    return fail(ErrorCode::Unsupported, context.say("I can't change the volume here: neither PipeWire "
                                                    "(wpctl) nor PulseAudio (pactl) answers. Use the "
                                                    "keys of your keyboard or speaker."));
}

Result<void> writeVolume(const ToolContext& context, const Level& level) {
    const std::string percent = std::to_string(level.percent) + "%";
    const std::string mute = level.muted ? "1" : "0";
    if (execute(context, {"wpctl", "set-volume", "@DEFAULT_AUDIO_SINK@", percent})) {
        auto done = execute(context, {"wpctl", "set-mute", "@DEFAULT_AUDIO_SINK@", mute});
        if (!done) return tl::unexpected(done.error());
        return {};
    }
    auto done = execute(context, {"pactl", "set-sink-volume", "@DEFAULT_SINK@", percent});
    if (done) done = execute(context, {"pactl", "set-sink-mute", "@DEFAULT_SINK@", mute});
    if (!done) return tl::unexpected(done.error());
    return {};
}

struct Backlight {
    std::string name;
    std::int64_t value = 0;
    std::int64_t most = 0;
};

std::optional<std::int64_t> numberIn(const fs::path& path) {
    std::ifstream in(path);
    std::int64_t value = 0;
    return in >> value ? std::optional(value) : std::nullopt;
}

std::optional<Backlight> findBacklight(const fs::path& root) {
    std::vector<fs::path> lights;
    std::error_code error;
    for (fs::directory_iterator it(root / "sys/class/backlight", error), end; !error && it != end;
         it.increment(error))
        lights.push_back(it->path());
    std::sort(lights.begin(), lights.end());
    for (const fs::path& light : lights) {
        const auto value = numberIn(light / "brightness");
        const auto most = numberIn(light / "max_brightness");
        if (value && most && *most > 0 && *most <= UINT32_MAX)
            return Backlight{light.filename().string(), *value, *most};
    }
    return std::nullopt;
}

tl::unexpected<base::Error> noBacklight(const ToolContext& context) {
    return fail(
        ErrorCode::Unsupported,
        context.say(
            "I can't change the brightness here: no screen of this computer lets itself be dimmed. Use the "
            "buttons of the screen."));
}

Result<Level> readBrightness(const ToolContext& context) {
    const auto light = findBacklight(context.systemRoot);
    if (!light) return noBacklight(context);
    return Level{static_cast<int>((light->value * 100 + light->most / 2) / light->most), false};
}

// logind lets the user of the active session set it without rights of its own (org.freedesktop.login1(5)).
Result<void> writeBrightness(const ToolContext& context, const Level& level) {
    const auto light = findBacklight(context.systemRoot);
    if (!light) return noBacklight(context);
    BusCall call;
    call.bus = BusCall::Bus::System;
    call.service = "org.freedesktop.login1";
    call.path = "/org/freedesktop/login1/session/auto";
    call.interface = "org.freedesktop.login1.Session";
    call.method = "SetBrightness";
    const auto value = static_cast<std::uint32_t>((light->most * level.percent + 50) / 100);
    call.arguments = {{std::string("backlight"), false}, {light->name, false}, {value, false}};
    auto reply = context.desktop->call(call);
    if (!reply) return tl::unexpected(reply.error());
    return {};
}

// 50 of "50%", "fifty", "half", "the maximum"; nothing for other words.
std::optional<int> percentIn(const std::string& text) {
    for (const std::string& word : words::of(text)) {
        if (word == "max" || word == "maximum" || word == "full" || word == "highest" || word == "loudest")
            return 100;
        if (word == "min" || word == "minimum" || word == "lowest") return 0;
    }
    const auto number = agent::numberIn(text);
    if (!number || number->value < -1000 || number->value > 1000) return std::nullopt;
    const double value = number->value.get_d();
    // "half" and "a quarter" are shares; "1" is one percent, as the card then shows.
    const bool share = value > 0 && value < 1;
    return static_cast<int>(std::lround(share ? value * 100 : value));
}

}  // namespace

const LevelControl& volumeControl() {
    static constexpr LevelControl control{"volume", true, 0, readVolume, writeVolume};
    return control;
}

const LevelControl& brightnessControl() {
    static constexpr LevelControl control{"brightness", false, 5, readBrightness, writeBrightness};
    return control;
}

Result<Level> levelFor(const ToolContext& context, const LevelControl& control, const Level& now,
                       const std::string& text, const std::string& direction) {
    Level next = now;
    next.muted = false;
    if (direction == "mute" || direction == "unmute") {
        next.muted = direction == "mute";
        return next;
    }
    const auto percent = percentIn(text);
    if (!percent && (!text.empty() || direction.empty()))
        return fail(ErrorCode::InvalidInput,
                    context.say("“{words}” is no level; say a number from 0 to 100.", {{"words", text}}),
                    "level");
    if (direction == "up" || direction == "down") {
        const int step = percent.value_or(kStep);
        next.percent += direction == "up" ? step : -step;
    } else {
        if (*percent < 0 || *percent > 100)
            return fail(
                ErrorCode::InvalidInput,
                context.say("The {what, select, volume{volume} other{brightness}} goes from 0 to 100, not "
                            "to {percent}.",
                            {{"what", control.name}, {"percent", *percent}}),
                "level");
        next.percent = *percent;
    }
    next.percent = std::clamp(next.percent, control.least, 100);
    return next;
}

std::string levelText(const Phrases& phrases, const Level& level) {
    return level.muted ? phrases.say("muted") : phrases.say("{percent}%", {{"percent", level.percent}});
}

std::string levelToken(const Level& level) {
    return std::to_string(level.percent) + (level.muted ? " 1" : " 0");
}

std::optional<Level> levelFromToken(const std::string& token) {
    std::istringstream in(token);
    Level level;
    int muted = 0;
    if (!(in >> level.percent >> muted) || level.percent < 0 || level.percent > 1000) return std::nullopt;
    level.muted = muted == 1;
    return level;
}

}  // namespace hearth::agent
