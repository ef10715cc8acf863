// A passage that was found: its document, where in it, and the words around what was looked for.
import QtQuick
import QtQuick.Controls.Basic
import Hearth.Components
import Hearth.Theme

AbstractButton {
    id: row

    required property string title
    required property string place
    required property string at
    required property string heading
    required property string date
    required property string snippet
    required property string plain
    property bool chosen: false

    implicitHeight: column.implicitHeight + 2 * Theme.gap3
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("%1: %2").arg(row.title).arg(row.plain)
    Accessible.selected: chosen
    Accessible.onPressAction: row.clicked()
    Keys.onReturnPressed: row.clicked()
    Keys.onEnterPressed: row.clicked()
    Keys.onDownPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
    Keys.onUpPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)

    contentItem: Item {}

    Column {
        id: column
        x: Theme.gap3
        y: Theme.gap3
        width: parent.width - 2 * Theme.gap3
        spacing: Theme.gap1

        Item {
            width: parent.width
            height: name.implicitHeight
            Words {
                id: name
                width: parent.width - date.width - Theme.gap2
                text: row.at === "" ? row.title : qsTr("%1 · %2").arg(row.title).arg(row.at)
                font.weight: Font.DemiBold
                wrapMode: Text.NoWrap
                elide: Text.ElideMiddle
                Accessible.ignored: true
            }
            Words {
                id: date
                anchors.right: parent.right
                anchors.baseline: name.baseline
                text: row.date
                color: Theme.text2
                font.pixelSize: Theme.small
                Accessible.ignored: true
            }
        }
        Text {
            width: parent.width
            text: row.snippet
            textFormat: Text.StyledText
            color: Theme.text
            font.pixelSize: Theme.body
            wrapMode: Text.Wrap
            maximumLineCount: 3
            elide: Text.ElideRight
            lineHeight: 1.25
            Accessible.ignored: true
        }
        Words {
            width: parent.width
            text: row.heading === "" ? row.place : qsTr("%1 · %2").arg(row.place).arg(row.heading)
            color: Theme.text2
            font.pixelSize: Theme.small
            wrapMode: Text.NoWrap
            elide: Text.ElideMiddle
            Accessible.ignored: true
        }
    }
    background: Rectangle {
        radius: Theme.cardRadius
        color: row.chosen ? Theme.accentSoft : row.hovered || row.down ? Theme.surface2 : Theme.surface
        border.color: row.chosen ? Theme.accent : Theme.divider

        FocusRing {
            shown: row.visualFocus
            corner: Theme.cardRadius
        }
    }
}
