// The offline switch where the side bar, which has it too, is not on show.
import QtQuick
import Hearth.Theme

IconButton {
    id: button

    required property bool offline

    objectName: "offlineButton"
    checkable: false
    glyph: offline ? "local" : "web"
    tint: offline ? Theme.local : Theme.text2
    text: offline ? qsTr("Offline: nothing leaves this device. Press to go online") : qsTr("Go offline")
    Accessible.role: Accessible.CheckBox
    Accessible.checkable: true
    Accessible.checked: offline
}
