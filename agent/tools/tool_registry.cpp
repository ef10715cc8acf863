#include "agent/tool_registry.h"

#include "tools/by_hand.h"
#include "tools/tools.h"
#include "tools/unavailable_tools.h"
#include "tools/web_tools.h"

namespace hearth::agent {

namespace {

// In the order of assets/training/functions.json, one line a tool.
// clang-format off
constexpr tools::ToolMaker kMakers[] = {
    tools::makeCreateEvent,
    tools::makeListEvents,
    tools::makeUpdateEvent,
    tools::makeDeleteEvent,
    tools::makeRespondEvent,
    tools::makeSetAlarm,
    tools::makeListAlarms,
    tools::makeCancelAlarm,
    tools::makeSetTimer,
    tools::makeControlTimer,
    tools::makeSetReminder,
    tools::makeListReminders,
    tools::makeAddListItem,
    tools::makeShowList,
    tools::makeRemoveListItem,
    tools::makeCreateNote,
    tools::makeSearchNotes,
    tools::makeSendEmail,
    tools::makeMakeCall,
    tools::makeFindContact,
    tools::makeAddContact,
    tools::makePlayMusic,
    tools::makePlayMedia,
    tools::makeControlPlayback,
    tools::makeIdentifyMusic,
    tools::makeAddToPlaylist,
    tools::makeSetVolume,
    tools::makeSetBrightness,
    tools::makeChangeSetting,
    tools::makeGetSetting,
    tools::makeOpenApp,
    tools::makeGetDatetime,
    tools::makeConvert,
    tools::makeCalculate,
    tools::makeDefineWord,
    tools::makeCancelReminder,
    tools::makeDeleteNote,
    tools::makeFindFile,
    tools::makeOpenFile,
    tools::makeSystemInfo,
};
// clang-format on

}  // namespace

ToolRegistry ToolRegistry::withAllTools(const ToolContext& context) {
    ToolRegistry registry;
    for (const tools::ToolMaker make : kMakers) registry.add(make(context));
    for (auto& tool : tools::makeWebTools(context)) registry.add(std::move(tool));
    for (auto& tool : tools::makeUnavailableTools(context)) registry.add(std::move(tool));
    for (auto& tool : tools::makeByHandTools(context)) registry.addByHand(std::move(tool));
    return registry;
}

void ToolRegistry::add(std::unique_ptr<Tool> tool) {
    const std::string name = tool->spec().name;
    if (!tools_.contains(name)) order_.push_back(name);
    tools_[name] = std::move(tool);
}

void ToolRegistry::addByHand(std::unique_ptr<Tool> tool) {
    const std::string name = tool->spec().name;
    tools_[name] = std::move(tool);
}

Tool* ToolRegistry::find(const std::string& name) const {
    const auto found = tools_.find(name);
    if (found != tools_.end()) return found->second.get();
    for (const auto& guest : guests_)
        if (guest->spec().name == name) return guest.get();
    return nullptr;
}

std::vector<const ToolSpec*> ToolRegistry::guests() const {
    std::vector<const ToolSpec*> specs;
    for (const auto& guest : guests_) specs.push_back(&guest->spec());
    return specs;
}

std::vector<const ToolSpec*> ToolRegistry::specs() const {
    std::vector<const ToolSpec*> specs;
    for (const std::string& name : order_) specs.push_back(&tools_.at(name)->spec());
    return specs;
}

}  // namespace hearth::agent
