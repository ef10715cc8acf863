// The newest message has no answer, and none is on its way: the way to ask again.
import QtQuick
import QtQuick.Layouts
import Hearth.App
import Hearth.Components
import Hearth.Theme

RowLayout {
    id: line

    required property ChatService chat

    signal acted  // the button is gone now

    spacing: Theme.gap2

    NoticeLine {
        text: line.chat.remoteUse === ChatService.Ask
              ? qsTr("I have not answered this. Ask again, and I show you first what would be sent.")
              : qsTr("I have not answered this.")
        glyph: "info"
        tint: Theme.text2
        Layout.fillWidth: true
    }
    TextButton {
        objectName: "askAgain"
        text: qsTr("Ask again")
        enabled: !line.chat.busy
        Layout.alignment: Qt.AlignTop
        onClicked: { line.chat.regenerate(line.chat.newestMessage()); line.acted(); }
    }
}
