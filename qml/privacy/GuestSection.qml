// Tools of other programs: servers of the Model Context Protocol, which of them may be used, how they are, and
// which of their tools may run without asking.
import QtQuick
import QtQuick.Layouts
import Hearth.App
import Hearth.Components
import Hearth.Theme

Section {
    id: section

    required property GuestService guests

    heading: qsTr("Tools of other programs")
    explanation: qsTr("Servers of the Model Context Protocol. A larger model on this computer may propose to use their tools; each call waits for your yes unless you say otherwise. A server is a program of its own and can do what you can: add only those you trust.")

    function add() {
        if (name.text.trim() !== "" && line.text.trim() !== "") section.guests.add(name.text, line.text);
    }

    Column {  // a layout would keep rows that went while the page was hidden
        spacing: Theme.gap3
        Layout.fillWidth: true

        Repeater {
            model: section.guests.servers
            delegate: GuestRow {
                guests: section.guests
                width: parent ? parent.width : 0
            }
        }
    }
    GridLayout {
        columns: section.width < 480 * Theme.textScale ? 1 : 3
        columnSpacing: Theme.gap2
        rowSpacing: Theme.gap2
        Layout.fillWidth: true

        TextBox {
            id: name
            objectName: "guestName"
            placeholderText: qsTr("Name")
            Accessible.name: qsTr("Name of the server")
            Layout.preferredWidth: 140 * Theme.textScale
            Layout.fillWidth: section.width < 480 * Theme.textScale
            onAccepted: line.forceActiveFocus()
        }
        TextBox {
            id: line
            objectName: "guestLine"
            placeholderText: qsTr("Command, or address beginning with https://")
            Accessible.name: qsTr("Command or address of the server")
            Layout.fillWidth: true
            onAccepted: section.add()
        }
        TextButton {
            objectName: "guestAdd"
            glyph: "plus"
            text: qsTr("Add")
            enabled: name.text.trim() !== "" && line.text.trim() !== "" && !section.guests.busy
            onClicked: section.add()
        }
    }
    NoticeLine {
        objectName: "guestError"
        visible: section.guests.error !== ""
        text: section.guests.error
        glyph: "error"
        tint: Theme.danger
        Layout.fillWidth: true
    }
    Connections {
        target: section.guests
        function onAdded() { name.clear(); line.clear(); }
    }
}
