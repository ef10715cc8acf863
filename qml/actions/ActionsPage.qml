// What was done and what is to come.
import QtQuick
import QtQuick.Layouts
import Hearth.App
import Hearth.Components
import Hearth.Theme

PageFrame {
    id: page

    required property Assistant assistant

    title: qsTr("Actions")

    Words {
        text: qsTr("What you ask me to do is shown in its conversation, with the way to take it back. A calendar "
                   + "and a log of all of it are not here yet.")
        color: Theme.text2
        Layout.fillWidth: true
    }
}
