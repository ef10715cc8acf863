// One line of text that can be edited.
import QtQuick
import QtQuick.Controls.Basic
import Hearth.Theme

TextField {
    id: box

    property bool faulty: false

    implicitHeight: Math.max(36, contentHeight + Theme.gap4)
    leftPadding: Theme.gap3
    rightPadding: Theme.gap3
    topPadding: Theme.gap1
    bottomPadding: Theme.gap1
    color: Theme.text
    placeholderTextColor: Theme.text2
    selectionColor: Theme.accent
    selectedTextColor: Theme.accentText
    font.pixelSize: Theme.body
    selectByMouse: true
    verticalAlignment: TextInput.AlignVCenter

    background: Rectangle {
        radius: Theme.radius
        color: Theme.surface
        border.width: box.activeFocus || box.faulty ? 2 : 1
        border.color: box.activeFocus ? Theme.accent : box.faulty ? Theme.warning : Theme.outline
    }
}
