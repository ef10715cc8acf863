// A line above the composer while a model is opened, and where that failed.
import QtQuick
import Hearth.App
import Hearth.Components
import Hearth.Theme

Rectangle {
    id: line

    required property ModelShelf shelf
    readonly property bool failed: shelf.error !== ""
    readonly property bool known: shelf.progress > 0

    signal openRequested

    visible: shelf.opening || failed
    implicitHeight: visible ? Math.max(44, content.implicitHeight + 2 * Theme.gap2) : 0
    radius: Theme.cardRadius
    color: Theme.surface
    border.color: failed ? Theme.danger : Theme.divider
    Accessible.role: Accessible.AlertMessage
    Accessible.name: words.text

    Icon {
        id: picture
        name: line.failed ? "error" : "model"
        tint: line.failed ? Theme.danger : Theme.accent
        anchors.left: parent.left
        anchors.leftMargin: Theme.gap3
        anchors.verticalCenter: parent.verticalCenter
    }
    Column {
        id: content
        anchors.left: picture.right
        anchors.right: verbs.left
        anchors.verticalCenter: parent.verticalCenter
        anchors.leftMargin: Theme.gap2
        anchors.rightMargin: Theme.gap2
        spacing: Theme.gap1

        Words {
            id: words
            objectName: "modelLineText"
            width: parent.width
            text: line.failed ? line.shelf.error
                : line.known ? qsTr("Opening %1, %2 %").arg(line.shelf.openingName).arg(Math.round(line.shelf.progress * 100))
                             : qsTr("Opening %1…").arg(line.shelf.openingName)
            Accessible.ignored: true
        }
        Rectangle {
            visible: line.shelf.opening
            width: parent.width
            height: 4
            radius: 2
            color: Theme.surface2

            Rectangle {
                width: parent.width * Math.max(0.02, line.shelf.progress)
                height: parent.height
                radius: 2
                color: Theme.accent
            }
        }
    }
    Row {
        id: verbs
        anchors.right: parent.right
        anchors.rightMargin: Theme.gap2
        anchors.verticalCenter: parent.verticalCenter

        TextAction {
            visible: line.failed
            text: qsTr("Open another…")
            onClicked: { line.shelf.dismissError(); line.openRequested(); }
        }
        IconButton {
            glyph: "close"
            text: line.failed ? qsTr("Close") : qsTr("Do not open it")
            onClicked: line.failed ? line.shelf.dismissError() : line.shelf.cancelOpening()
        }
    }
}
