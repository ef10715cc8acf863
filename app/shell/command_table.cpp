#include "shell/command_table.h"

#include <QCoreApplication>

namespace hearth::app {
namespace {

// Marks a text of the table for the translators.
#define HEARTH_TEXT(context, text) text

constexpr const char* kConversation = HEARTH_TEXT("Commands", "Conversation");
constexpr const char* kWindow = HEARTH_TEXT("Commands", "Window");
constexpr const char* kFinding = HEARTH_TEXT("Commands", "Finding");

}  // namespace

const std::vector<Command>& commandTable() {
    static const std::vector<Command> table = {
        {"new", HEARTH_TEXT("Commands", "New conversation"), "plus", "Ctrl+N", "new", kConversation},
        {"temporary", HEARTH_TEXT("Commands", "New temporary conversation"), "temporary", "Ctrl+Shift+N",
         "temporary", kConversation},
        {"stop", HEARTH_TEXT("Commands", "Stop the answer"), "stop", "Escape", "", kConversation, false},
        {"regenerate", HEARTH_TEXT("Commands", "Answer again"), "refresh", "Ctrl+R", "again", kConversation},
        {"continue", HEARTH_TEXT("Commands", "Continue the answer"), "arrow-down", "Ctrl+Shift+R", "continue",
         kConversation},
        {"confirm", HEARTH_TEXT("Commands", "Confirm the card"), "check", "Ctrl+Return", "", kConversation,
         false},
        {"copy", HEARTH_TEXT("Commands", "Copy the last answer"), "copy", "Ctrl+Shift+C", "copy",
         kConversation},
        {"composer", HEARTH_TEXT("Commands", "Write a message"), "edit", "Ctrl+L", "", kConversation},
        {"attach", HEARTH_TEXT("Commands", "Attach files"), "file", "Ctrl+O", "attach", kConversation},
        {"guests", HEARTH_TEXT("Commands", "Add from another program"), "app", "", "from", kConversation},
        {"model", HEARTH_TEXT("Commands", "Open a model"), "model", "Ctrl+M", "model", kConversation},
        {"rename", HEARTH_TEXT("Commands", "Rename this conversation"), "edit", "F2", "rename",
         kConversation},
        {"pin", HEARTH_TEXT("Commands", "Pin or unpin this conversation"), "pin", "Ctrl+P", "pin",
         kConversation},
        {"delete", HEARTH_TEXT("Commands", "Delete this conversation"), "trash", "", "delete", kConversation},
        {"export", HEARTH_TEXT("Commands", "Export this conversation"), "export", "Ctrl+E", "export",
         kConversation},
        {"exportAll", HEARTH_TEXT("Commands", "Export all conversations"), "export", "", "", kConversation},
        {"import", HEARTH_TEXT("Commands", "Import conversations"), "import", "", "import", kConversation},
        {"find", HEARTH_TEXT("Commands", "Search all conversations"), "search", "Ctrl+K", "find", kFinding},
        {"palette", HEARTH_TEXT("Commands", "All commands"), "keyboard", "Ctrl+Shift+P", "", kFinding, false},
        {"previous", HEARTH_TEXT("Commands", "Previous conversation"), "chevron-left", "Ctrl+PgUp", "",
         kFinding},
        {"next", HEARTH_TEXT("Commands", "Next conversation"), "chevron-right", "Ctrl+PgDown", "", kFinding},
        {"settings", HEARTH_TEXT("Commands", "Settings"), "settings", "Ctrl+,", "settings", kWindow, false},
        {"sidebar", HEARTH_TEXT("Commands", "Show or hide the side bar"), "sidebar", "Ctrl+B", "", kWindow},
        {"quickAsk", HEARTH_TEXT("Commands", "Quick question"), "message", "Ctrl+Shift+Space", "", kWindow},
        {"larger", HEARTH_TEXT("Commands", "Larger text"), "plus", "Ctrl++", "", kWindow},
        {"smaller", HEARTH_TEXT("Commands", "Smaller text"), "chevron-down", "Ctrl+-", "", kWindow},
        {"usual", HEARTH_TEXT("Commands", "Usual text size"), "refresh", "Ctrl+0", "", kWindow},
        {"shortcuts", HEARTH_TEXT("Commands", "Keyboard shortcuts"), "keyboard", "Ctrl+/", "help", kWindow},
        {"quit", HEARTH_TEXT("Commands", "Close the window"), "close", "Ctrl+Q", "", kWindow},
    };
    return table;
}

#undef HEARTH_TEXT

QString commandText(const char* english) {
    return QCoreApplication::translate("Commands", english);
}

SlashMessage readSlash(const QString& message) {
    if (!message.startsWith(QLatin1Char('/'))) return {};
    const auto end = message.indexOf(QLatin1Char(' '));
    const QString word = message.mid(1, end < 0 ? -1 : end - 1).trimmed().toLower();
    for (const Command& command : commandTable())
        if (*command.slash != '\0' && word == QLatin1String(command.slash))
            return {&command, end < 0 ? QString() : message.mid(end).trimmed()};
    return {};
}

}  // namespace hearth::app
