// What the user wrote, right-aligned; can be edited, which makes another version of the conversation.
import QtQuick
import QtQuick.Controls.Basic
import Hearth.App
import Hearth.Components
import Hearth.Theme

Item {
    id: message

    required property ChatService chat
    required property var messageId
    required property string text
    required property string time
    required property int version
    required property int versions
    property bool touch: false
    property bool editing: false
    property bool whole: false  // a long one is folded until it is asked for
    readonly property int most: 1600

    signal copied

    function startEditing() {
        message.editing = true;
        editor.text = message.text;
        editor.forceActiveFocus();
    }
    function finishEditing() {
        message.editing = false;
        message.chat.editMessage(message.messageId, editor.text);
    }

    implicitHeight: bubble.height + actions.height
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("You: %1").arg(text)

    LineSpacing {
        document: words.textDocument
        factor: Theme.lineHeight
    }
    HoverHandler {
        id: hover
    }
    Rectangle {
        id: bubble
        anchors.right: parent.right
        width: message.editing ? parent.width : Math.min(parent.width * 0.85, words.implicitWidth)
        height: message.editing ? editColumn.height + 2 * Theme.gap3 : words.implicitHeight
        radius: Theme.cardRadius
        color: Theme.accentSoft

        TextEdit {
            id: words
            visible: !message.editing
            width: parent.width
            leftPadding: Theme.gap4
            rightPadding: Theme.gap4
            topPadding: Theme.gap2 + 3  // the room between lines is below them
            bottomPadding: Theme.gap2 - 1
            text: message.whole || message.text.length <= message.most ? message.text
                  : message.text.slice(0, message.most - 200) + "…"
            color: Theme.text
            font.pixelSize: Theme.message
            wrapMode: TextEdit.Wrap
            readOnly: true
            selectByMouse: true
            activeFocusOnTab: false
            selectionColor: Theme.accent
            selectedTextColor: Theme.accentText
            Accessible.ignored: true
        }
        Column {
            id: editColumn
            visible: message.editing
            x: Theme.gap3
            y: Theme.gap3
            width: parent.width - 2 * Theme.gap3
            spacing: Theme.gap2

            TextArea {
                id: editor
                width: parent.width
                color: Theme.text
                font.pixelSize: Theme.message
                wrapMode: TextArea.Wrap
                Accessible.name: qsTr("Your message")
                Keys.onReturnPressed: event => {
                    if (event.modifiers & Qt.ShiftModifier) event.accepted = false;
                    else message.finishEditing();
                }
                Keys.onEscapePressed: message.editing = false
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
                    onClicked: message.finishEditing()
                }
                TextButton {
                    text: qsTr("Cancel")
                    onClicked: message.editing = false
                }
            }
        }
    }
    TextAction {
        id: unfold
        visible: message.text.length > message.most && !message.editing
        text: message.whole ? qsTr("Show less") : qsTr("Show all")
        anchors.left: bubble.left
        anchors.top: bubble.bottom
        onClicked: message.whole = !message.whole
    }
    MessageActions {
        id: actions
        anchors.right: parent.right
        anchors.top: bubble.bottom
        shown: (hover.hovered || activeInside || message.touch) && !message.editing
        chat: message.chat
        messageId: message.messageId
        version: message.version
        versions: message.versions
        details: message.time
        editable: true
        onCopyRequested: message.copied()
        onEditRequested: message.startEditing()
    }
}
