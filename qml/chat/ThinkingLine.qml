// The assistant has the request and nothing to show yet.
import QtQuick
import Hearth.App
import Hearth.Components
import Hearth.Theme

Row {
    id: line

    required property ChatService chat

    spacing: Theme.gap2
    Accessible.role: Accessible.Indicator
    Accessible.name: words.text

    Rectangle {
        width: 8
        height: 8
        radius: 4
        color: Theme.accent
        anchors.verticalCenter: parent.verticalCenter
        SequentialAnimation on opacity {
            running: line.visible && !Theme.reducedMotion
            loops: Animation.Infinite
            NumberAnimation { to: 0.3; duration: 600; easing.type: Easing.InOutQuad }
            NumberAnimation { to: 1; duration: 600; easing.type: Easing.InOutQuad }
        }
    }
    Words {
        id: words
        color: Theme.text2
        Accessible.ignored: true
        text: line.chat.prefill > 0 && line.chat.prefill < 1
              ? qsTr("Reading, %1 %").arg(Math.round(line.chat.prefill * 100)) : qsTr("Working on it…")
    }
}
