#include "tools/help.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "tools/basic_tool.h"
#include "tools/unavailable_tools.h"
#include "words/words.h"

namespace hearth::agent::tools {
namespace {

struct Area {
    const char* title;  // a phrase
    const char* tools;  // names, separated by blanks; the first ones give the examples
};

constexpr std::array<Area, 9> kAreas = {{
    {phrase("Calendar"), "create_event list_events update_event delete_event respond_event"},
    {phrase("Reminders, alarms and timers"),
     "set_reminder set_timer set_alarm list_reminders list_alarms cancel_reminder cancel_alarm "
     "control_timer"},
    {phrase("Notes and lists"),
     "create_note add_list_item show_list search_notes remove_list_item delete_note"},
    {phrase("People"), "find_contact send_email add_contact make_call"},
    {phrase("Files and programs"), "find_file open_app open_file"},
    {phrase("Music and films"), "play_music control_playback identify_music play_media add_to_playlist"},
    {phrase("This computer"), "set_volume change_setting system_info set_brightness get_setting"},
    {phrase("Working things out"), "calculate convert get_datetime define_word"},
    {phrase("On the web, with the words shown to you first"),
     "web_search get_weather find_place get_directions get_news get_stock translate answer_question "
     "search_service "
     "book_service book_ride"},
}};

bool isUnavailable(const std::string& name) {
    for (const UnavailableTool& tool : unavailableTools())
        if (tool.spec.name == name) return true;
    return false;
}

const ToolSpec* find(const std::vector<const ToolSpec*>& specs, std::string_view name) {
    for (const ToolSpec* spec : specs)
        if (spec->name == name) return spec;
    return nullptr;
}

std::vector<std::string> split(std::string_view names) {
    std::vector<std::string> out;
    while (!names.empty()) {
        const std::size_t blank = names.find(' ');
        out.emplace_back(names.substr(0, blank));
        names.remove_prefix(blank == std::string_view::npos ? names.size() : blank + 1);
    }
    return out;
}

}  // namespace

std::string helpText(const std::vector<const ToolSpec*>& specs, const Phrases& phrases) {
    constexpr std::size_t kExamples = 3;  // an area
    std::string text = phrases.say("Here is what you can ask:");
    for (const Area& area : kAreas) {
        std::vector<std::string> examples;
        for (const std::string& name : split(area.tools))
            if (const ToolSpec* spec = find(specs, name);
                spec && !spec->examples.empty() && examples.size() < kExamples)
                examples.push_back(phrases.quoted(spec->examples.front()));
        if (!examples.empty())
            text += "\n• " + phrases.say("{area}: {examples}", {{"area", phrases.say(area.title)},
                                                                {"examples", phrases.any(examples)}});
    }
    std::vector<std::string> missing;
    for (const ToolSpec* spec : specs)
        if (isUnavailable(spec->name)) {
            std::string verb = phrases.say(spec->verb);
            if (phrases.language() == "en") verb = lowered(verb);  // in the middle of a sentence
            if (std::find(missing.begin(), missing.end(), verb) == missing.end()) missing.push_back(verb);
        }
    text += "\n" + phrases.say("What changes something waits for your yes, and most of it can be undone.");
    if (!missing.empty())
        text += "\n" + phrases.say("Not possible here: {verbs}.", {{"verbs", phrases.all(missing)}});
    return text;
}

std::string helpFor(const ToolSpec& spec) {
    std::string text = spec.verb + ": " + spec.description + ".";
    std::vector<std::string> needs;
    for (const ArgumentSpec& argument : spec.arguments)
        if (argument.required) needs.push_back(words::folded(argument.label));
    if (!needs.empty()) text += " Needs: " + Phrases().all(needs) + ".";
    if (isUnavailable(spec.name)) return text + " This is not possible on this computer yet.";
    if (spec.writes) text += " Waits for your yes.";
    for (const std::string& example : spec.examples) text += "\n• “" + example + "”";
    return text;
}

std::vector<const ToolSpec*> findHelp(const std::vector<const ToolSpec*>& specs, const std::string& said) {
    constexpr std::size_t kFound = 5;
    constexpr double kLeastFit = 0.5;
    std::vector<std::pair<double, const ToolSpec*>> fitting;
    for (const ToolSpec* spec : specs) {
        std::string name = spec->name;
        std::replace(name.begin(), name.end(), '_', ' ');
        double fit = words::coverage(said, name + " " + spec->verb + " " + spec->description);
        for (const std::string& example : spec->examples)
            fit = std::max(fit, 0.9 * words::coverage(said, example));
        if (isUnavailable(spec->name)) fit -= 0.3;
        if (fit >= kLeastFit) fitting.emplace_back(fit, spec);
    }
    std::stable_sort(fitting.begin(), fitting.end(), [](auto& a, auto& b) { return a.first > b.first; });
    std::vector<const ToolSpec*> found;
    for (const auto& [fit, spec] : fitting)
        if (found.size() < kFound) found.push_back(spec);
    return found;
}

}  // namespace hearth::agent::tools
