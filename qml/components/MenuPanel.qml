// A menu of a few verbs.
import QtQuick
import QtQuick.Controls.Basic
import Hearth.Theme

Menu {
    id: menu

    implicitWidth: Math.round(200 * Theme.textScale)
    padding: Theme.gap1
    delegate: MenuEntry {}
    background: Rectangle {
        implicitWidth: menu.implicitWidth
        color: Theme.surface
        radius: Theme.cardRadius
        border.color: Theme.outline
    }
}
