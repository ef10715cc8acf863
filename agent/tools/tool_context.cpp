#include "agent/tool_context.h"

#include <chrono>

namespace hearth::agent {

std::int64_t SystemClock::now() const {
    using namespace std::chrono;
    return duration_cast<seconds>(system_clock::now().time_since_epoch()).count();
}

ToolContext ToolContext::below(const std::filesystem::path& dataDir) {
    ToolContext context;
    context.dataDir = dataDir;
    context.calendarDir = dataDir / "calendar";
    context.remindersDir = dataDir / "reminders";
    context.notesDir = dataDir / "notes";
    context.listsDir = dataDir / "lists";
    context.contactsDir = dataDir / "contacts";
    return context;
}

}  // namespace hearth::agent
