// Takes model files that are dropped on the page, and says so while one hovers.
import QtQuick
import Hearth.App
import Hearth.Components
import Hearth.Theme

DropArea {
    id: drop

    required property ModelShelf shelf

    keys: ["text/uri-list"]
    onDropped: event => {
        if (!event.hasUrls) return;
        drop.shelf.openFile(event.urls[0]);
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
            spacing: Theme.gap2
            Icon {
                name: "model"
                tint: Theme.accent
                size: 40
                anchors.horizontalCenter: parent.horizontalCenter
            }
            Words {
                text: qsTr("Drop a model here to talk with it")
                font.pixelSize: Theme.heading
            }
        }
    }
}
