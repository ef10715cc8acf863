// A colour that can be chosen.
import QtQuick
import QtQuick.Controls.Basic
import Hearth.Components
import Hearth.Theme

AbstractButton {
    id: swatch

    required property color tone
    required property bool chosen
    property string glyph: chosen ? "check" : ""

    implicitWidth: 36
    implicitHeight: 36
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.RadioButton
    Accessible.onPressAction: swatch.clicked()
    Accessible.name: text
    Accessible.checkable: true
    Accessible.checked: chosen
    Keys.onReturnPressed: swatch.clicked()
    Keys.onEnterPressed: swatch.clicked()

    contentItem: Item {}
    background: Item {
        Rectangle {
            anchors.centerIn: parent
            width: 28
            height: 28
            radius: 14
            color: swatch.tone
            border.width: swatch.chosen || swatch.hovered ? 2 : 1
            border.color: swatch.chosen ? Theme.text : Theme.outline
        }
        Icon {
            anchors.centerIn: parent
            name: swatch.glyph
            size: 18
            tint: swatch.tone.hslLightness < 0.55 ? "#ffffff" : "#171513"
        }
        FocusRing {
            shown: swatch.visualFocus
            corner: 18
        }
    }

    Tip {
        shown: swatch.hovered
        text: swatch.text
    }
}
