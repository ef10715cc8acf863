// A verb in the line of text, in the accent colour: Undo, Open, Try again.
import QtQuick
import QtQuick.Controls.Basic
import Hearth.Theme

AbstractButton {
    id: button

    property string glyph: ""
    property string hint: ""  // a quiet word behind it

    implicitWidth: row.implicitWidth + 2 * Theme.gap2
    implicitHeight: Math.max(32, row.implicitHeight + Theme.gap2)
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.name: hint === "" ? text : qsTr("%1, %2").arg(text).arg(hint)
    Accessible.onPressAction: button.clicked()
    Accessible.role: Accessible.Button
    Keys.onReturnPressed: button.clicked()
    Keys.onEnterPressed: button.clicked()

    Item {
        anchors.fill: parent

        Row {
            id: row
            anchors.centerIn: parent
            spacing: Theme.gap1

            Icon {
                visible: button.glyph !== ""
                name: button.glyph
                tint: Theme.accent
                size: 16
                anchors.verticalCenter: parent.verticalCenter
            }
            Text {
                text: button.text
                color: Theme.accent
                font.pixelSize: Theme.body
                font.weight: Font.DemiBold
                anchors.verticalCenter: parent.verticalCenter
            }
            Text {
                visible: text !== ""
                text: button.hint
                color: Theme.text2
                font.pixelSize: Theme.small
                leftPadding: Theme.gap1
                anchors.verticalCenter: parent.verticalCenter
            }
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: button.hovered || button.down ? Theme.accentSoft : "transparent"

        FocusRing {
            shown: button.visualFocus
        }
    }
}
