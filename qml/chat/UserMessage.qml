// What the user wrote, right-aligned; can be edited, which makes another version of the conversation.
import QtQuick
import Hearth.App
import Hearth.Components
import Hearth.Theme

Item {
    id: message

    required property ChatService chat
    required property var messageId
    required property string text
    property var attached: []  // files that went with it, each with name and text
    required property string time
    required property int version
    required property int versions
    property bool touch: false
    property bool rested: true
    property bool editing: false
    property bool whole: false  // a long one is folded until it is asked for
    readonly property int most: 1600

    signal copied

    function startEditing() {
        message.editing = true;
        (editor.item as MessageEditor).begin();
    }
    function finishEditing(text) {
        message.editing = false;
        message.chat.editMessage(message.messageId, text);
    }

    implicitHeight: bubble.height + files.height + actions.height
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("You: %1").arg(text === "" ? attached.map(file => file.name).join(", ") : text)

    LineSpacing {
        document: words.textDocument
        factor: Theme.lineHeight
    }
    HoverHandler {
        id: hover
    }
    Rectangle {
        id: bubble
        visible: message.text !== "" || message.editing
        anchors.right: parent.right
        width: message.editing ? parent.width : Math.min(parent.width * 0.85, words.implicitWidth)
        height: message.editing ? editor.height + 2 * Theme.gap3 : visible ? words.implicitHeight : 0
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
        Part {
            id: editor
            wanted: message.editing
            x: Theme.gap3
            y: Theme.gap3
            width: parent.width - 2 * Theme.gap3
            sourceComponent: MessageEditor {
                text: message.text
                onFinished: message.finishEditing(text)
                onCanceled: message.editing = false
            }
        }
    }
    Part {
        id: files
        wanted: message.attached.length > 0
        anchors.right: parent.right
        anchors.top: bubble.bottom
        width: Math.min(parent.width * 0.85, Math.round(360 * Theme.textScale))
        height: wanted ? implicitHeight : 0
        sourceComponent: AttachedFiles {
            files: message.attached
        }
    }
    Part {
        wanted: message.text.length > message.most && !message.editing
        anchors.left: bubble.left
        anchors.top: files.bottom
        sourceComponent: TextAction {
            text: message.whole ? qsTr("Show less") : qsTr("Show all")
            onClicked: message.whole = !message.whole
        }
    }
    Part {
        id: actions
        anchors.right: parent.right
        anchors.top: files.bottom
        height: Theme.actionHeight
        visible: true  // the room for the buttons
        wanted: message.rested || message.versions > 1
        sourceComponent: MessageActions {
            shown: (hover.hovered || activeInside || message.touch) && !message.editing
            chat: message.chat
            messageId: message.messageId
            version: message.version
            versions: message.versions
            most: message.width
            details: message.time
            editable: true
            onCopyRequested: message.copied()
            onEditRequested: message.startEditing()
        }
    }
}
