// The ring that shows where the keyboard is. Goes around its parent.
import QtQuick
import Hearth.Theme

Rectangle {
    id: ring

    required property bool shown
    property int corner: Theme.radius

    anchors.fill: parent
    anchors.margins: -2
    visible: shown
    color: "transparent"
    radius: corner + 2
    border.width: 2
    border.color: Theme.accent
}
