// What is stored, and what left this device.
import QtQuick
import QtQuick.Layouts
import Hearth.App
import Hearth.Components
import Hearth.Theme

PageFrame {
    id: page

    required property Assistant assistant

    title: qsTr("Privacy")

    Words {
        text: qsTr("Everything stays on this device. A list of what is stored is not here yet; “hearth stored” "
                   + "in a terminal counts it.")
        color: Theme.text2
        Layout.fillWidth: true
    }
}
