// system_info: battery, storage, memory, processor, network, temperature and how long the computer runs.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "system/system_state.h"
#include "tools/basic_tool.h"
#include "tools/tools.h"
#include "words/words.h"

namespace hearth::agent::tools {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

ToolSpec makeSpec() {
    ToolSpec spec;
    spec.name = "system_info";
    spec.verb = "Look at this computer";
    spec.description = "Say how this computer is doing: battery, storage, memory, network";
    spec.icon = "computer";
    spec.arguments = {{"what", ArgumentType::Text, "About", "What do you want to know?", false, {}}};
    spec.examples = {"how much battery is left", "how much free space do I have", "is the network up"};
    return spec;
}

std::string batteryText(const ToolContext& context) {
    const auto battery = readBattery(context.systemRoot);
    if (!battery) return {};
    return context.say(
        "The battery is at {percent}%{status, select, Charging{ and charging} Discharging{ and not plugged "
        "in} Full{, fully charged} other{}}.",
        {{"percent", battery->percent}, {"status", battery->status}});
}

std::string storageText(const ToolContext& context) {
    const auto storage = readStorage(context.homeDir.empty() ? context.dataDir : context.homeDir);
    if (!storage) return {};
    return context.say("{free} of {total} are free on the disk of your files.",
                       {{"free", sizeText(storage->free, context.phrases)},
                        {"total", sizeText(storage->total, context.phrases)}});
}

std::string memoryText(const ToolContext& context) {
    const auto memory = readMemory(context.systemRoot);
    if (!memory) return {};
    return context.say("{free} of {total} memory are free.",
                       {{"free", sizeText(memory->available, context.phrases)},
                        {"total", sizeText(memory->total, context.phrases)}});
}

std::string processorText(const ToolContext& context) {
    const auto processor = readProcessor(context.systemRoot);
    if (!processor) return {};
    // Tasks that wait count too, so the share may lie above everything.
    const double share = processor->load / processor->cores;
    const std::string busy =
        share >= 1 ? context.say("fully busy")
                   : context.say("{percent}% busy", {{"percent", static_cast<int>(100 * share + 0.5)}});
    const std::string name = processor->name.empty()
                                 ? context.say("The processor")
                                 : context.say("The processor ({name})", {{"name", processor->name}});
    return context.say(
        "{processor} has {count, plural, one{# core} other{# cores}} and was {busy} over the last minute.",
        {{"processor", name}, {"count", processor->cores}, {"busy", busy}});
}

std::string networkText(const ToolContext& context) {
    const auto links = readNetwork(context.systemRoot);
    if (links.empty()) return {};
    std::vector<std::string> up;
    for (const auto& link : links)
        if (link.up) up.push_back(link.wireless ? context.say("Wi-Fi") + " (" + link.name + ")" : link.name);
    return up.empty() ? context.say("No network is connected.")
                      : context.say("Connected by {links}.", {{"links", context.phrases.all(up)}});
}

std::string temperatureText(const ToolContext& context) {
    const auto degrees = readTemperature(context.systemRoot);
    if (!degrees) return {};
    return context.say("The hottest sensor shows {degrees} °C.",
                       {{"degrees", static_cast<int>(*degrees + 0.5)}});
}

std::string uptimeText(const ToolContext& context) {
    const auto seconds = readUptime(context.systemRoot);
    if (!seconds) return {};
    return context.say("The computer has been running for {span}.",
                       {{"span", spanText(*seconds, context.phrases)}});
}

struct Subject {
    const char* name;
    const char* words;    // folded, each of which asks for it
    const char* missing;  // a phrase: what is said where the machine has no such thing
    std::string (*text)(const ToolContext&);
};

constexpr Subject kSubjects[] = {
    {"battery", "battery power charge charged charging plugged", phrase("This computer has no battery."),
     batteryText},
    {"storage", "storage disk disc space drive hard ssd room full",
     phrase("The disk's free space cannot be read here."), storageText},
    {"memory", "memory ram swap", phrase("The memory cannot be read here."), memoryText},
    {"processor", "processor cpu load busy cores core speed usage",
     phrase("The processor's load cannot be read here."), processorText},
    {"network", "network internet wifi wi fi online connection connected ethernet wlan",
     phrase("No network device is visible here."), networkText},
    {"temperature", "temperature hot heat warm overheating", phrase("This computer shows no temperature."),
     temperatureText},
    {"uptime", "uptime running on since long boot booted restarted",
     phrase("How long it runs cannot be read here."), uptimeText},
};

bool asksFor(const Subject& subject, const std::string& what) {
    const auto known = words::of(subject.words);
    for (const std::string& word : words::of(what))
        if (std::find(known.begin(), known.end(), word) != known.end()) return true;
    return false;
}

class SystemInfo final : public BasicTool {
  public:
    explicit SystemInfo(const ToolContext& context) : BasicTool(makeSpec(), context) {}

    Result<Prepared> prepare(const Call& call) override {
        Prepared result = prepared(call);
        const std::string what = valueOf(result.fields, "what");
        result.summary =
            what.empty() ? say("How this computer is doing") : say("This computer: {what}", {{"what", what}});
        return result;
    }

    Result<Outcome> run(const std::vector<Field>& fields, base::CancelToken) override {
        const std::string what = valueOf(fields, "what");
        bool matched = false;
        for (const Subject& subject : kSubjects) matched = matched || asksFor(subject, what);
        std::string text;
        nlohmann::json items = nlohmann::json::array();
        for (const Subject& subject : kSubjects) {
            if (matched && !asksFor(subject, what)) continue;
            std::string line = subject.text(context());
            if (line.empty() && matched) line = say(subject.missing);
            if (line.empty()) continue;
            text += (text.empty() ? "" : "\n") + line;
            items.push_back({{"about", subject.name}, {"text", line}});
        }
        if (text.empty())
            return fail(ErrorCode::Unsupported, say("This system tells nothing about itself here."));
        return Outcome{text, {}, {}, items.dump()};
    }
};

}  // namespace

std::unique_ptr<Tool> makeSystemInfo(const ToolContext& context) {
    return std::make_unique<SystemInfo>(context);
}

}  // namespace hearth::agent::tools
