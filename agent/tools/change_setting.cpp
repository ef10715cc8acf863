// change_setting: switches of the desktop, and volume and brightness where they are called settings.
#include "controls/switches.h"
#include "tools/basic_tool.h"
#include "tools/level_tool.h"
#include "tools/setting_names.h"
#include "tools/tools.h"
#include "words/words.h"

namespace hearth::agent::tools {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

ToolSpec makeSpec() {
    ToolSpec spec;
    spec.name = "change_setting";
    spec.verb = "Change setting";
    spec.description = "Change a setting of the device, assistant or vehicle";
    spec.icon = "settings";
    spec.writes = true;
    spec.arguments = {
        {"setting", ArgumentType::Text, "Setting", "Which setting should I change?", true, {}},
        {"value", ArgumentType::Text, "Value", "On or off?", false, {}},
        {"amount", ArgumentType::Number, "Amount", "How much?", false, {}},
        {"unit", ArgumentType::Text, "Unit", "In which unit?", false, {}},
    };
    spec.examples = {"switch to dark mode", "turn Bluetooth off", "turn on do not disturb"};
    return spec;
}

std::optional<bool> onOrOff(const std::string& text) {
    std::optional<bool> on;
    for (const std::string& word : words::of(text)) {
        if (word == "on" || word == "enable" || word == "enabled" || word == "yes" || word == "activate" ||
            word == "start" || word == "true" || word == "dark")
            on = true;
        if (word == "off" || word == "disable" || word == "disabled" || word == "no" ||
            word == "deactivate" || word == "stop" || word == "false" || word == "light")
            on = false;
    }
    return on;
}

// "up" for "higher" and the like, for settings with a level.
std::string directionOf(const std::string& text) {
    for (const std::string& word : words::of(text)) {
        if (word == "up" || word == "higher" || word == "increase" || word == "louder" ||
            word == "brighter" || word == "raise")
            return "up";
        if (word == "down" || word == "lower" || word == "decrease" || word == "quieter" ||
            word == "darker" || word == "dimmer" || word == "reduce")
            return "down";
        if (word == "mute" || word == "unmute") return word;
    }
    return {};
}

class ChangeSetting final : public BasicTool {
  public:
    explicit ChangeSetting(const ToolContext& context) : BasicTool(makeSpec(), context) {}

    Result<Prepared> prepare(const Call& call) override {
        Prepared result = prepared(call);
        result.summary = say("Change a setting");
        const std::string setting = valueOf(result.fields, "setting");
        const std::string value = valueOf(result.fields, "value");
        if (setting.empty()) return result;
        if (const LevelControl* control = findLevel(setting)) {
            std::string level = valueOf(result.fields, "amount");
            const std::string direction = directionOf(value);
            if (level.empty() && direction.empty()) level = value;
            if (level.empty() && direction.empty()) {
                ask(result, "value", levelQuestion(context(), *control));
                return result;
            }
            return preparedLevel(context(), *control, std::move(result), level, direction);
        }
        const Switch* found = findSwitch(setting);
        if (!found) return fail(ErrorCode::Unsupported, unknownSetting(context(), setting), "setting");
        return preparedSwitch(std::move(result), *found, setting, value);
    }

    Result<Outcome> run(const std::vector<Field>& fields, base::CancelToken) override {
        const std::string setting = valueOf(fields, "setting");
        if (const LevelControl* control = findLevel(setting)) {
            auto outcome = runLevel(context(), *control, valueOf(fields, kTargetField));
            if (outcome) outcome->undo = std::string(control->name) + ":" + outcome->undo;
            return outcome;
        }
        const Switch* found = findSwitch(setting);
        const auto on = onOrOff(valueOf(fields, "value"));
        if (!found || !on)
            return fail(ErrorCode::InvalidInput, say("It is not clear what should change."), "value");
        auto before = found->read(context());
        if (!before) return tl::unexpected(before.error());
        if (auto done = found->write(context(), *on); !done) return tl::unexpected(done.error());
        const std::string undo = std::string(found->id) + ":" + (*before ? "on" : "off");
        return Outcome{switchLine(context(), *found, *on), {}, undo, {}};
    }

    Result<std::string> undo(const std::string& token) override {
        const std::size_t colon = token.find(':');
        const std::string name = token.substr(0, colon);
        const std::string value = colon == std::string::npos ? "" : token.substr(colon + 1);
        if (const LevelControl* control = findLevel(name)) return undoLevel(context(), *control, value);
        for (const Switch& entry : switches()) {
            if (name != entry.id || (value != "on" && value != "off")) continue;
            if (auto done = entry.write(context(), value == "on"); !done) return tl::unexpected(done.error());
            return say(value == "on" ? "{setting} is on again." : "{setting} is off again.",
                       {{"setting", say(entry.label)}});
        }
        return fail(ErrorCode::InvalidInput, phrase("There is nothing to take back."));
    }

  private:
    Result<Prepared> preparedSwitch(Prepared result, const Switch& found, const std::string& setting,
                                    const std::string& value) {
        auto now = found.read(context());
        if (!now) return tl::unexpected(now.error());
        const bool opposite = words::folded(setting).find("light mode") != std::string::npos ||
                              words::folded(setting).find("light theme") != std::string::npos ||
                              words::folded(setting) == "notifications";
        std::optional<bool> on = onOrOff(value);
        // "light mode" alone wants the dark style off; "switch to dark mode" says on by its name.
        const bool named = words::folded(setting).find("dark") != std::string::npos || opposite;
        if (value.empty() && named && words::folded(setting) != "notifications") on = true;
        if (on && opposite) on = !*on;
        set(result, "setting", found.label, say(found.label));
        if (!on) {
            ask(result, "value", say("Should {setting} be on or off?", {{"setting", say(found.label)}}),
                {"on", "off"}, {say("on"), say("off")});
            return result;
        }
        set(result, "value", *on ? "on" : "off", say(*on ? "on" : "off"));
        result.summary = say(*on ? "{setting} on" : "{setting} off", {{"setting", say(found.label)}});
        if (*now == *on)
            result.warnings.push_back(say(*on ? "{setting} is on already" : "{setting} is off already",
                                          {{"setting", say(found.label)}}));
        return result;
    }
};

}  // namespace

std::unique_ptr<Tool> makeChangeSetting(const ToolContext& context) {
    return std::make_unique<ChangeSetting>(context);
}

}  // namespace hearth::agent::tools
