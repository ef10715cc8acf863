// A verb in the line of text, in the accent colour: Undo, Open, Try again.
import QtQuick
import QtQuick.Controls.Basic
import Hearth.Theme

AbstractButton {
    id: button

    property string glyph: ""
    property string hint: ""  // a quiet word behind it

    // What is beside the word, which gives way where the button is narrower than it would be.
    readonly property real beside: 2 * Theme.gap2 + (glyph === "" ? 0 : icon.width + row.spacing)
                                   + (hint === "" ? 0 : behind.implicitWidth + row.spacing)

    implicitWidth: word.implicitWidth + beside
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
                id: icon
                visible: button.glyph !== ""
                name: button.glyph
                tint: Theme.accent
                size: 16
                anchors.verticalCenter: parent.verticalCenter
            }
            Text {
                id: word
                text: button.text
                width: Math.min(implicitWidth, Math.max(0, button.width - button.beside))
                elide: Text.ElideRight
                color: Theme.accent
                font.pixelSize: Theme.body
                font.weight: Font.DemiBold
                anchors.verticalCenter: parent.verticalCenter
            }
            Text {
                id: behind
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
