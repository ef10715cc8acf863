// How far something is: a line that fills.
import QtQuick
import Hearth.Theme

Rectangle {
    id: line

    required property double share  // 0 … 1

    implicitHeight: 4
    radius: 2
    color: Theme.divider
    Accessible.role: Accessible.ProgressBar
    Accessible.name: qsTr("%1 %").arg(Math.round(line.share * 100))

    Rectangle {
        width: parent.width * Math.max(0.01, Math.min(1, line.share))
        height: parent.height
        radius: 2
        color: Theme.accent
    }
}
