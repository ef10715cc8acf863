// Whether a larger model elsewhere may answer in this conversation, and the way to another choice.
import QtQuick
import QtQuick.Controls.Basic
import Hearth.App
import Hearth.Components
import Hearth.Theme

AbstractButton {
    id: picker

    required property ChatService chat
    required property bool offline
    property bool touch: false
    property bool compact: false
    readonly property bool mayLeave: chat.remoteUse !== ChatService.Never && !offline
    readonly property color tint: mayLeave ? Theme.remote : Theme.local

    signal chosen

    objectName: "remotePicker"
    text: picker.offline ? qsTr("Offline: stays here")
        : chat.remoteUse === ChatService.Never ? qsTr("Stays here")
        : chat.remoteUse === ChatService.Ask ? qsTr("Asks before sending") : qsTr("Sends when unsure")
    implicitWidth: row.implicitWidth + 2 * Theme.gap2
    implicitHeight: touch ? 44 : 32
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.name: qsTr("A larger model elsewhere: %1").arg(text)
    Accessible.onPressAction: picker.clicked()
    Accessible.role: Accessible.ButtonMenu
    Keys.onReturnPressed: picker.clicked()
    Keys.onEnterPressed: picker.clicked()
    onClicked: menu.popup(picker, 0, -menu.height - Theme.gap1)

    contentItem: Item {}

    Row {
        id: row
        anchors.centerIn: parent
        spacing: Theme.gap1

        Icon {
            name: picker.mayLeave ? "web" : "local"
            tint: picker.tint
            size: 16
            anchors.verticalCenter: parent.verticalCenter
        }
        Words {
            visible: !picker.compact
            text: picker.text
            color: picker.tint
            font.pixelSize: Theme.small
            wrapMode: Text.NoWrap
            anchors.verticalCenter: parent.verticalCenter
            Accessible.ignored: true
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: picker.hovered || picker.down || menu.visible ? Theme.surface2 : "transparent"

        FocusRing {
            shown: picker.visualFocus
        }
    }
    Tip {
        shown: picker.hovered && picker.compact && !menu.visible
        text: picker.text
    }
    MenuPanel {
        id: menu
        implicitWidth: Math.round(300 * Theme.textScale)
        onClosed: picker.chosen()

        MenuEntry {
            objectName: "remoteNever"
            glyph: picker.chat.remoteUse === ChatService.Never ? "check" : "local"
            text: qsTr("Never send anything")
            onTriggered: picker.chat.remoteUse = ChatService.Never
        }
        MenuEntry {
            objectName: "remoteAsk"
            glyph: picker.chat.remoteUse === ChatService.Ask ? "check" : "web"
            text: qsTr("Show me each time what would go")
            onTriggered: picker.chat.remoteUse = ChatService.Ask
        }
        MenuEntry {
            objectName: "remoteAutomatic"
            glyph: picker.chat.remoteUse === ChatService.Automatic ? "check" : "web"
            text: qsTr("Send when the model here is unsure")
            onTriggered: picker.chat.remoteUse = ChatService.Automatic
        }
    }
}
