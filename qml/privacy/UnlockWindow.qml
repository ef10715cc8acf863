// The window before sealed data: asks for the passphrase.
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Hearth.App
import Hearth.Components
import Hearth.Theme

ApplicationWindow {
    id: window

    required property VaultDoor door

    width: 420 * Theme.textScale
    height: column.implicitHeight + 2 * Theme.gap8
    minimumWidth: 320
    visible: true
    title: qsTr("Hearth is sealed")
    color: Theme.background

    SystemPalette {
        id: desktop
    }
    Binding {
        target: Theme
        property: "dark"
        value: desktop.window.hslLightness < 0.5
    }
    ColumnLayout {
        id: column
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.gap6
        y: Theme.gap8
        spacing: Theme.gap4

        Icon {
            name: "shield"
            tint: Theme.accent
            size: 32
        }
        Words {
            text: qsTr("Your data is sealed")
            font.pixelSize: Theme.heading
            font.weight: Font.DemiBold
            Accessible.role: Accessible.Heading
            Layout.fillWidth: true
        }
        PassphraseBox {
            id: words
            objectName: "unlockPassphrase"
            focus: true
            placeholderText: qsTr("Your passphrase")
            enabled: !window.door.busy
            faulty: window.door.problem !== ""
            Layout.fillWidth: true
            onAccepted: if (text !== "") window.door.open(text)
        }
        NoticeLine {
            visible: window.door.problem !== ""
            text: window.door.problem
            Layout.fillWidth: true
        }
        TextButton {
            objectName: "unlockButton"
            text: window.door.busy ? qsTr("Opening…") : qsTr("Open")
            primary: true
            enabled: words.text !== "" && !window.door.busy
            onClicked: window.door.open(words.text)
        }
    }
    Connections {
        target: window.door
        function onChanged() {
            if (window.door.problem === "") return;
            words.clear();
            words.forceActiveFocus();
        }
    }
}
