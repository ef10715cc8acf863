// What the assistant wrote: plain text on the page. A failure keeps the text and offers to try again.
import QtQuick
import Hearth.App
import Hearth.Components
import Hearth.Theme

Column {
    id: message

    required property ChatService chat
    required property var messageId
    required property string text
    required property int status
    required property string error
    required property string details
    required property int version
    required property int versions
    property bool touch: false
    property bool offersModel: false

    signal copied
    signal modelWanted

    spacing: Theme.gap1
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("Hearth: %1").arg(text === "" ? error : text)

    HoverHandler {
        id: hover
    }
    TextEdit {
        id: words
        visible: message.text !== ""
        width: parent.width
        // A new line is meant as one, which Markdown alone would join.
        text: message.status === MessageListModel.Streaming ? message.text : message.text.replace(/\n/g, "  \n")
        color: Theme.text
        font.pixelSize: Theme.message
        wrapMode: TextEdit.Wrap
        textFormat: message.status === MessageListModel.Streaming ? TextEdit.PlainText : TextEdit.MarkdownText
        readOnly: true
        selectByMouse: true
        activeFocusOnTab: false
        selectionColor: Theme.accent
        selectedTextColor: Theme.accentText
        Accessible.ignored: true
        onLinkActivated: link => Qt.openUrlExternally(link)
    }
    LineSpacing {
        document: words.textDocument
        factor: Theme.lineHeight
    }
    NoticeLine {
        visible: message.status === MessageListModel.Failed
        width: parent.width
        text: message.error
        glyph: "error"
        tint: Theme.danger
    }
    NoticeLine {
        visible: message.status === MessageListModel.Stopped
        width: parent.width
        text: qsTr("Stopped.")
        glyph: "info"
        tint: Theme.text2
    }
    TextAction {
        visible: message.status === MessageListModel.Failed
        glyph: "refresh"
        text: qsTr("Try again")
        enabled: !message.chat.busy
        x: -Theme.gap2
        onClicked: message.chat.regenerate(message.messageId)
    }
    TextButton {
        objectName: "offerModelButton"
        visible: message.offersModel
        enabled: visible
        glyph: "model"
        text: qsTr("Open a larger model…")
        onClicked: message.modelWanted()
    }
    MessageActions {
        x: -Theme.gap2
        shown: (hover.hovered || activeInside || message.touch) && message.status !== MessageListModel.Streaming
        chat: message.chat
        messageId: message.messageId
        version: message.version
        versions: message.versions
        details: message.details
        repeatable: true
        onCopyRequested: message.copied()
    }
}
