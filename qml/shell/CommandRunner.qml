// What each command of the table does. What concerns the window itself goes out as a signal.
import QtQuick
import Hearth.App
import Hearth.Chat

QtObject {
    id: runner

    required property Assistant assistant
    required property ConversationPage page
    required property ConversationDialogs dialogs
    readonly property ChatService chat: assistant.chat
    readonly property ConversationBook book: assistant.conversations

    signal placeWanted(string key)  // "" is the conversation
    signal sideBarToggled
    signal searchWanted(string words)
    signal renameWanted
    signal paletteWanted
    signal sheetWanted
    signal quickAskWanted
    signal closeWanted

    // Nothing for an id of a newer table.
    function run(command, argument) {
        const act = runner.acts[command];
        if (act !== undefined) act(argument);
    }
    function converse(act) {
        runner.placeWanted("");
        act();
    }
    function scaleText(factor) {
        const settings = runner.assistant.settings;
        settings.textScale = factor === 0 ? 1 : Math.max(1, Math.min(2, settings.textScale + factor));
    }
    function openBeside(step) {
        const id = runner.book.list.beside(runner.chat.conversationId, step);
        if (id > 0) converse(() => runner.chat.open(id));
    }
    function isPinned() {
        return runner.book.list.isPinned(runner.chat.conversationId);
    }
    function rename(title) {
        if (title !== undefined && title !== "") runner.book.rename(runner.chat.conversationId, title);
        else runner.renameWanted();
    }
    function copyLast() {
        const text = runner.chat.lastAnswer();
        if (text !== "") runner.assistant.copy(text);
    }

    readonly property var acts: ({
        "new": () => runner.converse(() => runner.chat.startNew()),
        "temporary": () => runner.converse(() => runner.chat.startTemporary()),
        "stop": () => runner.chat.stop(),
        "regenerate": () => runner.chat.regenerate(runner.chat.newestMessage()),
        "continue": () => runner.chat.continueAnswer(runner.chat.newestMessage()),
        "confirm": () => runner.chat.confirmAction(runner.chat.waitingAction),
        "copy": () => runner.copyLast(),
        "composer": () => runner.placeWanted(""),
        "attach": () => runner.dialogs.attach(),
        "guests": () => runner.converse(() => runner.page.openGuests()),
        "model": () => runner.page.openModel(),
        "rename": title => runner.rename(title),
        "pin": () => runner.book.setPinned(runner.chat.conversationId, !runner.isPinned()),
        "delete": () => runner.book.remove(runner.chat.conversationId),
        "export": () => runner.dialogs.exportConversation(runner.chat.conversationId),
        "exportAll": () => runner.dialogs.exportConversation(0),
        "import": () => runner.dialogs.importConversations(),
        "find": words => runner.searchWanted(words === undefined ? "" : words),
        "palette": () => runner.paletteWanted(),
        "previous": () => runner.openBeside(-1),
        "next": () => runner.openBeside(1),
        "place": key => runner.placeWanted(key),
        "conversation": id => runner.converse(() => runner.chat.open(id)),
        "settings": () => runner.placeWanted("settings"),
        "sidebar": () => runner.sideBarToggled(),
        "quickAsk": () => runner.quickAskWanted(),
        "larger": () => runner.scaleText(0.1),
        "smaller": () => runner.scaleText(-0.1),
        "usual": () => runner.scaleText(0),
        "shortcuts": () => runner.sheetWanted(),
        "quit": () => runner.closeWanted()
    })
}
