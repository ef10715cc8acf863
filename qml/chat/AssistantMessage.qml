// What the assistant wrote: text on the page, with code and formulas set apart. A failure keeps the text and
// offers to try again; what was cut short can go on.
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
    property bool newest: false
    property bool unfinished: false
    property string thought: ""
    property int thoughtSeconds: 0
    property int leftOut: 0
    property int summarized: 0
    property string summary: ""
    property string host: ""  // where a larger model elsewhere answered
    property string modelName: ""
    property string note: ""

    signal copyRequested(string text)
    signal modelWanted
    signal replacedWanted

    spacing: Theme.gap1
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("Hearth: %1").arg(text === "" ? error : text)

    HoverHandler {
        id: hover
    }
    ContextMark {
        width: parent.width
        leftOut: message.leftOut
        summarized: message.summarized
        summary: message.summary
    }
    Folded {
        objectName: "thought"
        visible: message.thought !== ""
        width: parent.width
        heading: message.thoughtSeconds < 0 ? qsTr("Thinking…")
               : qsTr("Thought for %1 s").arg(message.thoughtSeconds)
        text: message.thought
    }
    NoticeLine {
        objectName: "answerNote"
        visible: message.note !== ""
        width: parent.width
        text: message.note
        tint: Theme.text2
        glyph: "info"
    }
    AnswerBlocks {
        width: parent.width
        text: message.text
        onCopyRequested: text => message.copyRequested(text)
    }
    NoticeLine {
        objectName: "fromElsewhere"
        visible: message.host !== ""
        width: parent.width
        text: message.modelName === "" ? qsTr("Answered by %1; your own names and numbers are put back.").arg(message.host)
            : qsTr("Answered by %1 at %2; your own names and numbers are put back.").arg(message.modelName).arg(message.host)
        glyph: "web"
        tint: Theme.remote
    }
    TextAction {
        objectName: "replacedButton"
        visible: message.host !== ""
        text: qsTr("What was replaced")
        x: -Theme.gap2
        onClicked: message.replacedWanted()
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
        text: qsTr("You stopped this answer.")
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
    TextAction {
        objectName: "continueButton"
        visible: message.unfinished && message.newest && !message.chat.busy
        glyph: "arrow-down"
        text: qsTr("Continue")
        x: -Theme.gap2
        onClicked: message.chat.continueAnswer(message.messageId)
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
        onCopyRequested: message.copyRequested(message.text)
    }
}
