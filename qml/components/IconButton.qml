// A button that is a picture: always with a tooltip and a name for screen readers.
import QtQuick
import QtQuick.Controls.Basic
import Hearth.Theme

AbstractButton {
    id: button

    required property string glyph
    property color tint: Theme.text2
    property bool filled: false
    property int extent: 32  // at least
    readonly property int side: Math.max(extent, Theme.iconSize + 8)

    implicitWidth: side
    implicitHeight: side
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    opacity: enabled ? 1 : 0.4
    Accessible.name: text
    Accessible.onPressAction: button.clicked()
    Accessible.role: Accessible.Button
    Keys.onReturnPressed: button.clicked()
    Keys.onEnterPressed: button.clicked()

    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            name: button.glyph
            tint: button.filled ? Theme.accentText : button.hovered || button.visualFocus ? Theme.text : button.tint
        }
    }
    background: Rectangle {
        radius: button.filled ? height / 2 : Theme.radius
        color: button.filled ? Theme.accent : button.hovered || button.down ? Theme.surface2 : "transparent"

        FocusRing {
            shown: button.visualFocus
            corner: parent.radius
        }
    }

    Tip {
        shown: button.hovered && button.text !== ""
        text: button.text
    }
}
