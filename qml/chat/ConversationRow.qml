// A conversation in the side bar: opens it; its menu renames, pins and deletes.
import QtQuick
import QtQuick.Controls.Basic
import Hearth.App
import Hearth.Components
import Hearth.Theme

ItemDelegate {
    id: row

    required property Assistant assistant
    required property var conversationId
    required property string title
    required property bool pinned
    required property bool waiting
    required property int index
    required property bool chosen
    property bool touch: false
    property bool renaming: false

    signal opened
    signal exportRequested

    function open() {
        row.assistant.chat.open(row.conversationId);
        row.opened();
    }
    function rename() {
        row.renaming = true;
        nameBox.text = row.title;
        nameBox.forceActiveFocus();
        nameBox.selectAll();
    }
    function finishRenaming() {
        if (row.renaming) row.assistant.conversations.rename(row.conversationId, nameBox.text);
        row.renaming = false;
    }

    height: Math.max(touch ? 44 : 34, Theme.body + 2 * Theme.gap2 + 4)
    hoverEnabled: true
    focus: ListView.isCurrentItem
    Accessible.role: Accessible.ListItem
    Accessible.name: row.pinned ? qsTr("%1, pinned").arg(row.title) : row.title
    Accessible.description: row.waiting ? qsTr("A card waits for your yes") : ""
    Accessible.selected: chosen
    onClicked: open()
    Keys.onReturnPressed: open()
    Keys.onMenuPressed: menu.popup()
    Keys.onDeletePressed: row.assistant.conversations.remove(row.conversationId)

    contentItem: Item {}

    Item {
        anchors.fill: parent
        anchors.leftMargin: Theme.gap2
        anchors.rightMargin: Theme.gap2

        Words {
            visible: !row.renaming
            anchors.left: parent.left
            anchors.leftMargin: row.waiting ? Theme.gap4 : 0
            anchors.right: more.visible ? more.left : parent.right
            anchors.verticalCenter: parent.verticalCenter
            text: row.title
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
            font.weight: row.chosen ? Font.DemiBold : Font.Normal
            Accessible.ignored: true
        }
        Rectangle {
            objectName: "waitingMark"
            visible: row.waiting && !row.renaming
            width: 8
            height: 8
            radius: 4
            color: Theme.accent
            anchors.left: parent.left
            anchors.verticalCenter: parent.verticalCenter
            HoverHandler {
                id: overMark
            }
            Tip {
                shown: overMark.hovered
                text: qsTr("A card waits for your yes")
            }
        }
        TextBox {
            id: nameBox
            visible: row.renaming
            anchors.fill: parent
            anchors.margins: 1
            Accessible.name: qsTr("Name of the conversation")
            onAccepted: row.finishRenaming()
            onActiveFocusChanged: if (!activeFocus) row.finishRenaming()
            Keys.onEscapePressed: row.renaming = false
        }
        IconButton {
            id: more
            visible: !row.renaming && (row.hovered || row.visualFocus || hovered || activeFocus || menu.visible
                                       || row.touch)
            extent: 28
            anchors.right: parent.right
            anchors.rightMargin: -Theme.gap1
            anchors.verticalCenter: parent.verticalCenter
            glyph: "more"
            text: qsTr("More for “%1”").arg(row.title)
            onClicked: menu.popup(more, 0, more.height)
        }
    }
    leftPadding: Theme.gap2
    rightPadding: Theme.gap2
    background: Rectangle {
        radius: Theme.radius
        color: row.chosen ? Theme.accentSoft : row.hovered ? Theme.surface : "transparent"

        FocusRing {
            shown: row.visualFocus || (row.ListView.isCurrentItem && row.ListView.view.activeFocus)
            anchors.margins: 0
        }
    }

    MenuPanel {
        id: menu
        MenuEntry {
            glyph: "edit"
            text: qsTr("Rename")
            onTriggered: row.rename()
        }
        MenuEntry {
            glyph: "pin"
            text: row.pinned ? qsTr("Unpin") : qsTr("Pin to the top")
            onTriggered: row.assistant.conversations.setPinned(row.conversationId, !row.pinned)
        }
        MenuEntry {
            glyph: "export"
            text: qsTr("Export…")
            onTriggered: row.exportRequested()
        }
        MenuEntry {
            glyph: "trash"
            text: qsTr("Delete")
            tint: Theme.danger
            onTriggered: row.assistant.conversations.remove(row.conversationId)
        }
    }
}
