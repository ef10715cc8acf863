#include "tools/level_tool.h"

#include "tools/setting_names.h"
#include "tools/tools.h"
#include "words/words.h"

namespace hearth::agent::tools {

using base::ErrorCode;
using base::fail;
using base::Result;

Result<Prepared> preparedLevel(const ToolContext& context, const LevelControl& control, Prepared result,
                               const std::string& words, const std::string& direction) {
    auto now = control.read(context);
    if (!now) return tl::unexpected(now.error());
    auto next = levelFor(context, control, *now, words, direction);
    if (!next) return tl::unexpected(next.error());
    Field target;
    target.name = kTargetField;
    target.value = levelToken(*next);
    result.fields.push_back(target);
    result.summary = context.say("{what, select, volume{Volume} other{Brightness}} {before} → {after}",
                                 {{"what", control.name},
                                  {"before", levelText(context.phrases, *now)},
                                  {"after", levelText(context.phrases, *next)}});
    return result;
}

Result<Outcome> runLevel(const ToolContext& context, const LevelControl& control, const std::string& target) {
    const auto next = levelFromToken(target);
    if (!next)
        return fail(ErrorCode::InvalidInput, context.say("It is not clear which level is meant."), "level");
    auto before = control.read(context);
    if (!before) return tl::unexpected(before.error());
    if (auto done = control.write(context, *next); !done) return tl::unexpected(done.error());
    return Outcome{levelLine(context, control, *next), {}, levelToken(*before), {}};
}

Result<std::string> undoLevel(const ToolContext& context, const LevelControl& control,
                              const std::string& token) {
    const auto before = levelFromToken(token);
    if (!before) return fail(ErrorCode::InvalidInput, context.say("There is nothing to take back."));
    if (auto done = control.write(context, *before); !done) return tl::unexpected(done.error());
    return context.say("The {what, select, volume{volume} other{brightness}} is at {level} again.",
                       {{"what", control.name}, {"level", levelText(context.phrases, *before)}});
}

namespace {

ToolSpec volumeSpec() {
    ToolSpec spec;
    spec.name = "set_volume";
    spec.verb = "Set volume";
    spec.description = "Change or mute the volume";
    spec.icon = "volume";
    spec.writes = true;
    spec.arguments = {
        {"level", ArgumentType::Number, "Level", "How loud, from 0 to 100?", false, {}},
        {"direction",
         ArgumentType::Enum,
         "Change",
         "Louder or quieter?",
         false,
         {"up", "down", "mute", "unmute"}},
        {"device", ArgumentType::Text, "Device", "Of which device?", false, {}},
    };
    spec.examples = {"turn the volume up", "set the volume to 40 percent", "mute"};
    return spec;
}

ToolSpec brightnessSpec() {
    ToolSpec spec;
    spec.name = "set_brightness";
    spec.verb = "Set brightness";
    spec.description = "Change the screen's brightness";
    spec.icon = "brightness";
    spec.writes = true;
    spec.arguments = {
        {"level", ArgumentType::Number, "Level", "How bright, from 0 to 100?", false, {}},
        {"direction", ArgumentType::Enum, "Change", "Brighter or darker?", false, {"up", "down"}},
    };
    spec.examples = {"make the screen brighter", "brightness to 50 percent", "dim the screen"};
    return spec;
}

// Devices that are not this computer: their volume is out of reach.
bool isElsewhere(const std::string& device) {
    for (const std::string& word : words::of(device))
        for (const char* other :
             {"tv", "television", "phone", "radio", "alexa", "echo", "car", "kitchen", "bedroom"})
            if (word == other) return true;
    return false;
}

class LevelTool final : public BasicTool {
  public:
    LevelTool(ToolSpec spec, const LevelControl& control, const ToolContext& context)
        : BasicTool(std::move(spec), context), control_(control) {}

    Result<Prepared> prepare(const Call& call) override {
        Prepared result = prepared(call);
        const std::string level = valueOf(result.fields, "level");
        const std::string direction = valueOf(result.fields, "direction");
        const std::string device = valueOf(result.fields, "device");
        result.summary = say(spec().verb);
        if (isElsewhere(device))
            return fail(
                ErrorCode::Unsupported,
                say("I can only change the volume of this computer; “{device}” is not connected to it.",
                    {{"device", device}}),
                "device");
        if (level.empty() && direction.empty()) {
            ask(result, "level", questionFor("level"));
            return result;
        }
        return preparedLevel(context(), control_, std::move(result), level, direction);
    }

    Result<Outcome> run(const std::vector<Field>& fields, base::CancelToken) override {
        return runLevel(context(), control_, valueOf(fields, kTargetField));
    }

    Result<std::string> undo(const std::string& token) override {
        return undoLevel(context(), control_, token);
    }

  private:
    const LevelControl& control_;
};

}  // namespace

std::unique_ptr<Tool> makeSetVolume(const ToolContext& context) {
    return std::make_unique<LevelTool>(volumeSpec(), volumeControl(), context);
}

std::unique_ptr<Tool> makeSetBrightness(const ToolContext& context) {
    return std::make_unique<LevelTool>(brightnessSpec(), brightnessControl(), context);
}

}  // namespace hearth::agent::tools
