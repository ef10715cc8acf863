// Makes the table's shortcuts known to the window.
import QtQuick
import QtQml
import Hearth.App

Instantiator {
    id: shortcuts

    required property ChatService chat

    signal triggered(string command)

    // Those that would take a key from what else uses it are there only while they mean something.
    function useful(command) {
        if (command === "stop") return shortcuts.chat.busy;
        if (command === "confirm") return shortcuts.chat.waitingAction !== "";
        return true;
    }

    model: CommandModel {
        scope: CommandModel.Shortcuts
    }
    delegate: Shortcut {
        required property string command
        required property string keys
        sequences: keys === "Ctrl+Return" ? ["Ctrl+Return", "Ctrl+Enter"] : keys === "Ctrl++" ? ["Ctrl++", "Ctrl+="] : [keys]
        context: Qt.WindowShortcut
        enabled: shortcuts.useful(command)
        onActivated: shortcuts.triggered(command)
    }
}
