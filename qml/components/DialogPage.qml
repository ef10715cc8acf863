// A dialog over the window; a page of its own where the window is narrow. Its content scrolls, its verbs stay.
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Templates as T
import QtQuick.Layouts
import Hearth.Theme

Popup {
    id: dialog

    required property string title
    readonly property bool full: parent !== null && parent.width < Theme.narrowWidth
    default property alias body: column.data  // in a ColumnLayout
    property alias verbs: row.data

    parent: T.Overlay.overlay
    modal: true
    focus: true
    anchors.centerIn: parent
    width: full ? parent.width : Math.min(520 * Theme.textScale, parent.width - 2 * Theme.gap6)
    height: full ? parent.height : Math.min(whole.implicitHeight + 2 * Theme.gap6, parent.height - 2 * Theme.gap6)
    padding: full ? Theme.gap4 : Theme.gap6
    background: Rectangle {
        color: Theme.surface
        radius: dialog.full ? 0 : Theme.cardRadius
        border.width: dialog.full ? 0 : 1
        border.color: Theme.divider
    }
    T.Overlay.modal: Rectangle {
        color: Qt.rgba(0, 0, 0, 0.4)
    }

    ColumnLayout {
        id: whole
        anchors.fill: parent
        spacing: Theme.gap4

        RowLayout {
            Words {
                text: dialog.title
                font.pixelSize: Theme.heading
                font.weight: Font.DemiBold
                Accessible.role: Accessible.Heading
                Layout.fillWidth: true
            }
            IconButton {
                glyph: "close"
                text: qsTr("Close (Esc)")
                onClicked: dialog.close()
            }
        }
        Flickable {
            contentHeight: column.implicitHeight
            implicitHeight: column.implicitHeight
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            Layout.fillWidth: true
            Layout.fillHeight: true
            ScrollBar.vertical: ScrollBar { Accessible.ignored: true }

            ColumnLayout {
                id: column
                width: parent.width
                spacing: Theme.gap3
            }
        }
        Flow {
            id: row
            layoutDirection: Qt.RightToLeft
            spacing: Theme.gap2
            Layout.fillWidth: true
        }
    }
}
