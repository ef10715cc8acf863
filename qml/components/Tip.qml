// The small words that say what an icon does.
import QtQuick
import QtQuick.Controls.Basic
import Hearth.Theme

ToolTip {
    id: tip

    delay: 500
    padding: Theme.gap2
    contentItem: Text {
        text: tip.text
        color: Theme.background
        font.pixelSize: Theme.small
    }
    background: Rectangle {
        color: Theme.text
        radius: Theme.radius
    }
}
