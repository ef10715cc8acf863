#include "tools/setting_names.h"

#include "controls/switches.h"
#include "words/words.h"

namespace hearth::agent::tools {

const LevelControl* findLevel(const std::string& said) {
    for (const std::string& word : words::of(said)) {
        if (word == "volume" || word == "sound" || word == "loudness") return &volumeControl();
        if (word == "brightness") return &brightnessControl();
    }
    return nullptr;
}

std::string unknownSetting(const std::string& setting) {
    std::vector<std::string> known;
    for (const Switch& entry : switches()) known.emplace_back(entry.label);
    known.emplace_back("volume");
    known.emplace_back("brightness");
    return "I can't reach the setting “" + setting + "”. I know " + words::joined(known) +
           "; for others, open your desktop's settings, and for Hearth's own the page Settings of its "
           "window.";
}

}  // namespace hearth::agent::tools
