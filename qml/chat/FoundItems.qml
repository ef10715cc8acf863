// What a reading action found, one row a thing.
import QtQuick
import Hearth.App
import Hearth.Components
import Hearth.Theme

Rectangle {
    id: list

    required property ActionCardData card

    signal linkOpened(string link)

    implicitHeight: rows.implicitHeight + 2 * Theme.gap1
    radius: Theme.cardRadius
    color: Theme.surface
    border.color: Theme.divider
    Accessible.role: Accessible.List
    Accessible.name: list.card.headline

    Column {
        id: rows
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.gap1
        y: Theme.gap1

        Repeater {
            model: list.card.items
            FoundItem {
                width: rows.width
                glyph: list.card.icon
                onClicked: list.linkOpened(modelData.link)
            }
        }
    }
}
