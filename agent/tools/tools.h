// The makers of all tools: one line a tool, and one line in the table of tool_registry.cpp. Each is defined
// in the file of its tool. `context` must outlive what they make.
#pragma once

#include <memory>

#include "agent/tool.h"
#include "agent/tool_context.h"

namespace hearth::agent::tools {

using ToolMaker = std::unique_ptr<Tool> (*)(const ToolContext& context);

std::unique_ptr<Tool> makeCreateEvent(const ToolContext& context);
std::unique_ptr<Tool> makeListEvents(const ToolContext& context);
std::unique_ptr<Tool> makeUpdateEvent(const ToolContext& context);
std::unique_ptr<Tool> makeDeleteEvent(const ToolContext& context);
std::unique_ptr<Tool> makeRespondEvent(const ToolContext& context);
std::unique_ptr<Tool> makeSetAlarm(const ToolContext& context);
std::unique_ptr<Tool> makeListAlarms(const ToolContext& context);
std::unique_ptr<Tool> makeCancelAlarm(const ToolContext& context);
std::unique_ptr<Tool> makeSetTimer(const ToolContext& context);
std::unique_ptr<Tool> makeControlTimer(const ToolContext& context);
std::unique_ptr<Tool> makeSetReminder(const ToolContext& context);
std::unique_ptr<Tool> makeListReminders(const ToolContext& context);
std::unique_ptr<Tool> makeAddListItem(const ToolContext& context);
std::unique_ptr<Tool> makeShowList(const ToolContext& context);
std::unique_ptr<Tool> makeRemoveListItem(const ToolContext& context);
std::unique_ptr<Tool> makeCreateNote(const ToolContext& context);
std::unique_ptr<Tool> makeSearchNotes(const ToolContext& context);
std::unique_ptr<Tool> makeSendEmail(const ToolContext& context);
std::unique_ptr<Tool> makeMakeCall(const ToolContext& context);
std::unique_ptr<Tool> makeFindContact(const ToolContext& context);
std::unique_ptr<Tool> makeAddContact(const ToolContext& context);
std::unique_ptr<Tool> makePlayMusic(const ToolContext& context);
std::unique_ptr<Tool> makePlayMedia(const ToolContext& context);
std::unique_ptr<Tool> makeControlPlayback(const ToolContext& context);
std::unique_ptr<Tool> makeIdentifyMusic(const ToolContext& context);
std::unique_ptr<Tool> makeAddToPlaylist(const ToolContext& context);
std::unique_ptr<Tool> makeSetVolume(const ToolContext& context);
std::unique_ptr<Tool> makeSetBrightness(const ToolContext& context);
std::unique_ptr<Tool> makeChangeSetting(const ToolContext& context);
std::unique_ptr<Tool> makeGetSetting(const ToolContext& context);
std::unique_ptr<Tool> makeOpenApp(const ToolContext& context);
std::unique_ptr<Tool> makeGetDatetime(const ToolContext& context);
std::unique_ptr<Tool> makeConvert(const ToolContext& context);
std::unique_ptr<Tool> makeCalculate(const ToolContext& context);
std::unique_ptr<Tool> makeDefineWord(const ToolContext& context);
std::unique_ptr<Tool> makeCancelReminder(const ToolContext& context);
std::unique_ptr<Tool> makeDeleteNote(const ToolContext& context);
std::unique_ptr<Tool> makeFindFile(const ToolContext& context);
std::unique_ptr<Tool> makeOpenFile(const ToolContext& context);
std::unique_ptr<Tool> makeSystemInfo(const ToolContext& context);

}  // namespace hearth::agent::tools
