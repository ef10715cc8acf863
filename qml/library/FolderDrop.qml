// Takes folders that are dropped on the page into the library.
import QtQuick
import Hearth.App
import Hearth.Components
import Hearth.Theme

DropArea {
    id: drop

    required property LibraryService library

    onEntered: event => event.accepted = event.hasUrls
    onDropped: event => {
        drop.library.addFolders(event.urls);
        event.accept(Qt.CopyAction);
    }

    Rectangle {
        visible: drop.containsDrag
        anchors.fill: parent
        anchors.margins: Theme.gap3
        radius: Theme.composerRadius
        color: Theme.accentSoft
        border.color: Theme.accent
        border.width: 2

        Column {
            anchors.centerIn: parent
            width: parent.width - 2 * Theme.gap4
            spacing: Theme.gap2
            Icon {
                name: "folder"
                tint: Theme.accent
                size: 40
                anchors.horizontalCenter: parent.horizontalCenter
            }
            Words {
                text: qsTr("Drop a folder here and I read its documents")
                font.pixelSize: Theme.heading
                horizontalAlignment: Text.AlignHCenter
                width: parent.width
            }
        }
    }
}
