// What belongs to the whole window and to none of its pages: commands and their shortcuts, the palette, the
// sheet of shortcuts, the dialogs for files, and the small window for quick questions.
import QtQuick
import Hearth.App
import Hearth.Chat

Item {
    id: shell

    required property Assistant assistant
    required property ConversationPage page

    signal placeWanted(string key)
    signal sideBarToggled
    signal searchWanted(string words)
    signal renameWanted
    signal windowWanted
    signal closeWanted

    function run(command, argument) {
        runner.run(command, argument);
    }
    function exportConversation(id) {
        dialogs.exportConversation(id);
    }
    function askQuickly() {
        quick.active = true;
        (quick.item as QuickAskWindow).summon();
    }

    CommandRunner {
        id: runner
        assistant: shell.assistant
        page: shell.page
        dialogs: dialogs
        onPlaceWanted: key => shell.placeWanted(key)
        onSideBarToggled: shell.sideBarToggled()
        onSearchWanted: words => shell.searchWanted(words)
        onRenameWanted: shell.renameWanted()
        onPaletteWanted: palette.open()
        onSheetWanted: sheet.open()
        onQuickAskWanted: shell.askQuickly()
        onCloseWanted: shell.closeWanted()
    }
    CommandShortcuts {
        chat: shell.assistant.chat
        onTriggered: command => runner.run(command)
    }
    CommandPalette {
        id: palette
        assistant: shell.assistant
        onChosen: (command, argument) => runner.run(command, argument)
    }
    ShortcutSheet {
        id: sheet
    }
    ConversationDialogs {
        id: dialogs
        assistant: shell.assistant
    }
    Loader {
        id: quick
        active: false
        sourceComponent: QuickAskWindow {
            assistant: shell.assistant
            onWindowWanted: shell.windowWanted()
        }
    }
}
