// What floats over the whole window until it is closed: the palette, the sheet of shortcuts. Escape and a
// click beside it close it.
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Templates as T
import Hearth.Theme

T.Popup {
    id: panel

    property int mostWidth: 560
    property int mostHeight: 560

    parent: T.Overlay.overlay
    modal: true
    focus: true
    x: Math.round((parent.width - width) / 2)
    y: Math.round(Math.min(parent.height * 0.12, (parent.height - height) / 2))
    width: Math.min(Math.round(mostWidth * Math.min(Theme.textScale, 1.5)), parent.width - 2 * Theme.gap3)
    height: Math.min(implicitHeight, Math.round(mostHeight * Theme.textScale), parent.height - 2 * Theme.gap3)
    padding: Theme.gap3
    background: Rectangle {
        radius: Theme.cardRadius
        color: Theme.surface
        border.color: Theme.outline
    }
    T.Overlay.modal: Rectangle {
        color: Qt.rgba(0, 0, 0, 0.3)
    }
}
