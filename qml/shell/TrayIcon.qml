// The picture in the desktop's tray and its menu. Only made where the user wants it: see Tray.qml.
import QtQuick
import Qt.labs.platform as Platform
import Hearth.App

Platform.SystemTrayIcon {
    id: tray

    required property Assistant assistant

    signal openRequested
    signal newConversationRequested
    signal quitRequested

    visible: available
    icon.source: "qrc:/icons/hearth.svg"
    tooltip: qsTr("Hearth")
    onActivated: reason => {
        if (reason !== Platform.SystemTrayIcon.Context) tray.openRequested();
    }
    menu: Platform.Menu {
        Platform.MenuItem {
            text: qsTr("Open Hearth")
            onTriggered: tray.openRequested()
        }
        Platform.MenuItem {
            text: qsTr("New conversation")
            onTriggered: tray.newConversationRequested()
        }
        Platform.MenuItem {
            text: qsTr("Quick question")
            onTriggered: tray.assistant.askQuickly()
        }
        Platform.MenuSeparator {}
        Platform.MenuItem {
            text: qsTr("Offline")
            checkable: true
            checked: tray.assistant.settings.offline
            onTriggered: tray.assistant.settings.offline = !tray.assistant.settings.offline
        }
        Platform.MenuSeparator {}
        Platform.MenuItem {
            text: qsTr("Quit")
            onTriggered: tray.quitRequested()
        }
    }
}
