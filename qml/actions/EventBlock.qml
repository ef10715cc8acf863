// An event in a week: as tall as it is long.
import QtQuick
import QtQuick.Controls.Basic
import Hearth.Components
import Hearth.Theme

AbstractButton {
    id: block

    required property int index
    required property string title
    required property string time
    required property bool allDay
    required property int column
    required property int columns
    required property int startMinute
    required property int length
    required property int lane
    required property int lanes

    signal opened

    text: title
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    clip: true
    Accessible.role: Accessible.Button
    Accessible.name: qsTr("%1, %2").arg(title).arg(time)
    Keys.onReturnPressed: block.opened()
    Keys.onEnterPressed: block.opened()
    onClicked: block.opened()

    contentItem: Item {}

    Column {
        x: Theme.leading(parent.width, width, 6)
        y: 2
        width: parent.width - 8
        Words {
            width: parent.width
            text: block.title
            color: block.allDay ? Theme.surface : Theme.text
            font.pixelSize: Theme.small
            font.weight: Font.DemiBold
            wrapMode: block.height > 2 * Theme.small + 12 ? Text.Wrap : Text.NoWrap
            maximumLineCount: 2
            elide: Text.ElideRight
            Accessible.ignored: true
        }
        Words {
            visible: !block.allDay && block.height > 3 * Theme.small
            width: parent.width
            text: block.time
            color: Theme.text2
            font.pixelSize: Theme.small
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
            Accessible.ignored: true
        }
    }
    background: Rectangle {
        radius: 4
        color: block.allDay ? Theme.local : block.hovered || block.down ? Theme.divider : Theme.surface2
        Rectangle {
            visible: !block.allDay
            x: Theme.leading(parent.width, width, 0)
            width: 3
            height: parent.height
            radius: 1
            color: Theme.accent
        }
        FocusRing {
            shown: block.visualFocus
            corner: 4
            anchors.margins: 0
        }
    }
}
