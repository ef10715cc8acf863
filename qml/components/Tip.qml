// The small words that say what an icon does. They are made when they are first shown: there is one for each
// button of each message.
import QtQuick
import QtQuick.Controls.Basic
import Hearth.Theme

Loader {
    id: tip

    required property string text
    required property bool shown

    anchors.fill: parent
    active: shown && text !== ""
    sourceComponent: ToolTip {
        delay: 500
        visible: true
        padding: Theme.gap2
        text: tip.text
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
}
