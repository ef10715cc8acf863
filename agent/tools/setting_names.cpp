#include "tools/setting_names.h"

#include "words/words.h"

namespace hearth::agent::tools {

const LevelControl* findLevel(const std::string& said) {
    for (const std::string& word : words::of(said)) {
        if (word == "volume" || word == "sound" || word == "loudness") return &volumeControl();
        if (word == "brightness") return &brightnessControl();
    }
    return nullptr;
}

std::string unknownSetting(const ToolContext& context, const std::string& setting) {
    std::vector<std::string> known;
    for (const Switch& entry : switches()) known.push_back(context.say(entry.label));
    known.push_back(context.say("the volume"));
    known.push_back(context.say("the brightness"));
    return context.say(
        "I can't reach the setting “{setting}”. I know {known}; for others, open your desktop's settings, "
        "and for Hearth's own the page Settings of its window.",
        {{"setting", setting}, {"known", context.phrases.all(known)}});
}

std::string switchLine(const ToolContext& context, const Switch& entry, bool on) {
    return context.say(on ? "{setting} is on." : "{setting} is off.",
                       {{"setting", context.say(entry.label)}});
}

std::string levelLine(const ToolContext& context, const LevelControl& control, const Level& level) {
    if (level.muted) return context.say("The sound is off.");
    return context.say("The {what, select, volume{volume} other{brightness}} is at {level}.",
                       {{"what", control.name}, {"level", levelText(context.phrases, level)}});
}

std::string levelQuestion(const ToolContext& context, const LevelControl& control) {
    return context.say("What should the {what, select, volume{volume} other{brightness}} be, from 0 to 100?",
                       {{"what", control.name}});
}

}  // namespace hearth::agent::tools
