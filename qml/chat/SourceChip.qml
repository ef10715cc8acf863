// A source of an answer: its number, document and place. The passage shows while it is pointed at.
import QtQuick
import QtQuick.Controls.Basic
import Hearth.Components
import Hearth.Theme

AbstractButton {
    id: chip

    required property int number
    required property var passage

    objectName: "source" + number
    implicitWidth: row.implicitWidth + 2 * Theme.gap2
    implicitHeight: Math.max(28, Theme.small + 2 * Theme.gap2)
    hoverEnabled: true
    Accessible.name: qsTr("Source %1: %2").arg(number).arg(text)
    Accessible.description: passage.text
    Keys.onReturnPressed: clicked()

    contentItem: Item {}
    background: Rectangle {
        radius: Theme.radius
        color: chip.hovered ? Theme.surface2 : Theme.surface
        border.width: 1
        border.color: Theme.outline
        FocusRing {
            shown: chip.visualFocus
        }
    }
    Row {
        id: row
        anchors.verticalCenter: parent.verticalCenter
        x: Theme.gap2
        spacing: Theme.gap2

        Text {
            text: chip.number
            color: Theme.accent
            font.pixelSize: Theme.small
            font.weight: Font.DemiBold
        }
        Text {
            text: chip.text
            color: Theme.text
            font.pixelSize: Theme.small
            elide: Text.ElideMiddle
            width: Math.min(implicitWidth, Math.round(280 * Theme.textScale))
        }
    }
    PassageTip {
        shown: chip.hovered || chip.visualFocus
        passage: chip.passage
        y: chip.height + Theme.gap1
    }
}
