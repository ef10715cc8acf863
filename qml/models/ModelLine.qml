// A line above the composer while a model is opened, and where that failed.
import QtQuick
import QtQuick.Layouts
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
    implicitHeight: visible ? content.implicitHeight + 2 * Theme.gap2 : 0
    radius: Theme.cardRadius
    color: Theme.surface
    border.color: failed ? Theme.danger : Theme.divider
    Accessible.role: Accessible.AlertMessage
    Accessible.name: words.text

    RowLayout {
        id: content
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.leftMargin: Theme.gap3
        anchors.rightMargin: Theme.gap2
        spacing: Theme.gap2

        Icon {
            name: line.failed ? "error" : "model"
            tint: line.failed ? Theme.danger : Theme.accent
        }
        ColumnLayout {
            spacing: Theme.gap1
            Layout.fillWidth: true

            Words {
                id: words
                objectName: "modelLineText"
                text: line.failed ? line.shelf.error
                    : line.known ? qsTr("Opening %1, %2 %").arg(line.shelf.openingName).arg(Math.round(line.shelf.progress * 100))
                                 : qsTr("Opening %1…").arg(line.shelf.openingName)
                Accessible.ignored: true
                Layout.fillWidth: true
            }
            Rectangle {
                visible: line.shelf.opening
                radius: 2
                color: Theme.surface2
                Layout.fillWidth: true
                Layout.preferredHeight: 4

                Rectangle {
                    width: parent.width * Math.max(0.02, line.shelf.progress)
                    height: parent.height
                    radius: 2
                    color: Theme.accent
                }
            }
        }
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
