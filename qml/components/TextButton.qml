// A button with a verb. `primary`: the one thing to do here; otherwise quiet.
import QtQuick
import QtQuick.Controls.Basic
import Hearth.Theme

AbstractButton {
    id: button

    property bool primary: false
    property string glyph: ""
    property string hint: ""

    readonly property real beside: picture.visible ? picture.width + row.spacing : 0

    readonly property real wordsWidth: Math.ceil(measured.advanceWidth) + 1

    implicitWidth: wordsWidth + beside + 2 * Theme.gap4
    implicitHeight: Math.max(36, row.implicitHeight + Theme.gap4)
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    opacity: enabled ? 1 : 0.5
    Accessible.name: text
    Accessible.onPressAction: button.clicked()
    Accessible.role: Accessible.Button
    Keys.onReturnPressed: button.clicked()
    Keys.onEnterPressed: button.clicked()

    Item {
        anchors.fill: parent

        Row {
            id: row
            anchors.centerIn: parent
            spacing: Theme.gap2

            Icon {
                id: picture
                visible: button.glyph !== ""
                name: button.glyph
                tint: label.color
                anchors.verticalCenter: parent.verticalCenter
            }
            Text {
                id: label
                text: button.text
                // Narrower than its words, it breaks them.
                width: Math.min(wordsWidth, button.width - 2 * Theme.gap2 - button.beside)
                wrapMode: Text.Wrap
                horizontalAlignment: Text.AlignHCenter
                color: button.primary ? Theme.accentText : Theme.text
                font.pixelSize: Theme.body
                font.weight: button.primary ? Font.DemiBold : Font.Normal
                anchors.verticalCenter: parent.verticalCenter
            }
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: button.primary ? Theme.accent : button.hovered || button.down ? Theme.surface2 : "transparent"
        border.width: button.primary ? 0 : 1
        border.color: Theme.outline
        opacity: button.primary && (button.hovered || button.down) ? 0.9 : 1

        FocusRing {
            shown: button.visualFocus
        }
    }

    TextMetrics {
        id: measured
        font: label.font
        text: button.text
    }
    Tip {
        shown: button.hovered && button.hint !== ""
        text: button.hint
    }
}
