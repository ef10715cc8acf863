// The outline of lines that are still being read.
import QtQuick
import Hearth.Theme

Column {
    id: skeleton

    property int lines: 3
    property int lineHeight: 14

    spacing: Theme.gap3
    Accessible.role: Accessible.Indicator
    Accessible.name: qsTr("Loading")

    Repeater {
        model: skeleton.lines
        Rectangle {
            required property int index
            width: skeleton.width * (index % 3 === 2 ? 0.55 : index % 2 === 1 ? 0.9 : 0.8)
            height: skeleton.lineHeight
            radius: Theme.radius
            color: Theme.divider
        }
    }
}
