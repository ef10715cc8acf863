// A text box that looks for something; Escape empties it.
import QtQuick
import Hearth.Theme

TextBox {
    id: field

    readonly property real before: glass.width + Theme.gap4 + 2
    readonly property real behind: Theme.iconSize + Theme.gap3

    leftPadding: Theme.mirrored ? behind : before
    rightPadding: Theme.mirrored ? before : behind
    Accessible.role: Accessible.EditableText
    Accessible.searchEdit: true
    Accessible.name: placeholderText
    Keys.onEscapePressed: event => {
        event.accepted = field.text !== "";
        field.clear();
    }

    Icon {
        id: glass
        name: "search"
        size: 18
        anchors.left: parent.left
        anchors.leftMargin: Theme.gap2 + 2
        anchors.verticalCenter: parent.verticalCenter
    }
    IconButton {
        visible: field.text !== ""
        glyph: "close"
        text: qsTr("Clear the search")
        extent: 28
        anchors.right: parent.right
        anchors.rightMargin: Theme.gap1
        anchors.verticalCenter: parent.verticalCenter
        onClicked: field.clear()
    }
}
