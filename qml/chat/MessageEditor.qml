// What the user wrote, to be written anew.
import QtQuick
import QtQuick.Controls.Basic
import Hearth.Components
import Hearth.Theme

Column {
    id: editing

    property alias text: editor.text

    signal finished
    signal canceled

    function begin() {
        editor.forceActiveFocus();
    }

    spacing: Theme.gap2

    TextArea {
        id: editor
        width: parent.width
        color: Theme.text
        font.pixelSize: Theme.message
        wrapMode: TextArea.Wrap
        Accessible.name: qsTr("Your message")
        Keys.onReturnPressed: event => {
            if (event.modifiers & Qt.ShiftModifier || editor.inputMethodComposing) event.accepted = false;
            else editing.finished();
        }
        Keys.onEscapePressed: editing.canceled()
        Keys.onTabPressed: editor.nextItemInFocusChain().forceActiveFocus(Qt.TabFocusReason)
        background: Rectangle {
            radius: Theme.radius
            color: Theme.surface
            border.width: 2
            border.color: Theme.accent
        }
    }
    Row {
        spacing: Theme.gap2
        TextButton {
            primary: true
            text: qsTr("Send again")
            onClicked: editing.finished()
        }
        TextButton {
            text: qsTr("Cancel")
            onClicked: editing.canceled()
        }
    }
}
