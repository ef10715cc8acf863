// The documents that can be asked.
import QtQuick
import QtQuick.Layouts
import Hearth.App
import Hearth.Components
import Hearth.Theme

PageFrame {
    id: page

    required property Assistant assistant

    title: qsTr("Library")

    Words {
        text: qsTr("I cannot read your documents yet.")
        color: Theme.text2
        Layout.fillWidth: true
    }
}
