// The tray, where the user wants Hearth to stay in it and the desktop has one.
import QtQuick
import Hearth.App

Loader {
    id: holder

    required property Assistant assistant
    readonly property bool there: item !== null && (item as TrayIcon).available

    signal openRequested
    signal newConversationRequested
    signal quitRequested

    function update() {
        if (!holder.assistant.settings.keepInTray) holder.source = "";
        else if (holder.status === Loader.Null)
            holder.setSource("qrc:/qt/qml/Hearth/Shell/TrayIcon.qml", { assistant: holder.assistant });
    }

    Component.onCompleted: update()

    Connections {
        target: holder.assistant.settings
        function onChanged() { holder.update(); }
    }
    Connections {
        target: holder.item
        function onOpenRequested() { holder.openRequested(); }
        function onNewConversationRequested() { holder.newConversationRequested(); }
        function onQuitRequested() { holder.quitRequested(); }
    }
}
