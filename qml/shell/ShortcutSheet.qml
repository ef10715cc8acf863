// All shortcuts at a glance, in groups.
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Hearth.App
import Hearth.Components
import Hearth.Theme

FloatingPanel {
    id: sheet

    objectName: "shortcutSheet"
    mostHeight: 640
    implicitHeight: head.height + list.contentHeight + Theme.gap2 + 2 * padding
    onOpened: list.forceActiveFocus(Qt.PopupFocusReason)

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.gap2

        RowLayout {
            id: head
            Words {
                text: qsTr("Keyboard shortcuts")
                font.pixelSize: Theme.heading
                font.weight: Font.DemiBold
                Accessible.role: Accessible.Heading
                Layout.fillWidth: true
            }
            IconButton {
                glyph: "close"
                text: qsTr("Close")
                onClicked: sheet.close()
            }
        }
        ListView {
            id: list
            objectName: "shortcutList"
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            Layout.fillWidth: true
            Layout.fillHeight: true
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Keyboard shortcuts")
            model: CommandModel {
                scope: CommandModel.Shortcuts
            }
            Keys.onUpPressed: list.flick(0, 600)
            Keys.onDownPressed: list.flick(0, -600)
            ScrollBar.vertical: ScrollBar { Accessible.ignored: true }
            section.property: "group"
            section.delegate: Words {
                required property string section
                width: list.width
                text: section
                color: Theme.text2
                font.pixelSize: Theme.small
                font.weight: Font.DemiBold
                topPadding: Theme.gap2
                bottomPadding: Theme.gap1
                Accessible.role: Accessible.Heading
            }
            delegate: Item {
                id: row
                required property string title
                required property string keys
                width: list.width
                readonly property bool stacked: list.width < 260 * Theme.textScale
                height: stacked ? label.implicitHeight + caps.height + Theme.gap3
                                : Math.max(30, label.implicitHeight + Theme.gap2)
                Accessible.role: Accessible.ListItem
                Accessible.name: qsTr("%1, %2").arg(row.title).arg(row.keys)
                Words {
                    id: label
                    text: row.title
                    anchors.left: parent.left
                    width: row.stacked ? parent.width : parent.width - caps.width - Theme.gap4
                    y: row.stacked ? 0 : (parent.height - height) / 2
                    Accessible.ignored: true
                }
                KeyCaps {
                    id: caps
                    keys: row.keys
                    x: Theme.leading(parent.width, width, row.stacked ? 0 : parent.width - width - Theme.gap3)
                    y: row.stacked ? label.height : (parent.height - height) / 2
                }
            }
        }
    }
}
