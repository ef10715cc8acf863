// What the assistant wrote: text on the page, with code and formulas set apart. A failure keeps the text and
// offers to try again; what was cut short can go on. What few messages have is made for those alone, and the
// buttons once nothing moves: thousands of these pass while one scrolls.
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
    property bool rested: true
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

    property string shownText: text    // with links at its citations
    property var documents: undefined  // what it rests on

    signal copyRequested(string text)
    signal modelWanted
    signal passageWanted(double document, double chunk)
    signal replacedWanted

    function openSource(number) {
        const source = message.documents === undefined ? undefined : message.documents.sources[number - 1];
        if (source !== undefined) message.passageWanted(source.document, source.chunk);
    }

    spacing: Theme.gap1
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("Hearth: %1").arg(text === "" ? error : text)

    HoverHandler {
        id: hover
    }
    Part {
        wanted: message.leftOut > 0
        width: parent.width
        sourceComponent: ContextMark {
            leftOut: message.leftOut
            summarized: message.summarized
            summary: message.summary
        }
    }
    Part {
        wanted: message.thought !== ""
        width: parent.width
        sourceComponent: Folded {
            objectName: "thought"
            heading: message.thoughtSeconds < 0 ? qsTr("Thinking…")
                   : qsTr("Thought for %1 s").arg(message.thoughtSeconds)
            text: message.thought
        }
    }
    Part {
        wanted: message.note !== ""
        width: parent.width
        sourceComponent: NoticeLine {
            objectName: "answerNote"
            text: message.note
            tint: Theme.text2
            glyph: "info"
        }
    }
    AnswerBlocks {
        id: blocks
        width: parent.width
        text: message.shownText
        rested: message.rested
        onCopyRequested: text => message.copyRequested(text)
        onSourceWanted: number => message.openSource(number)
        onPointed: (link, y) => {
            if (tips.item) (tips.item as AnswerTips).point(link, tips.mapFromItem(blocks, 0, y).y);
        }
    }
    Part {
        id: tips
        wanted: message.documents !== undefined
        sourceComponent: AnswerTips {
            documents: message.documents
        }
    }
    Part {
        wanted: message.documents !== undefined
        width: parent.width
        sourceComponent: AnswerSources {
            documents: message.documents
            onWanted: number => message.openSource(number)
        }
    }
    Part {
        wanted: message.host !== ""
        width: parent.width
        sourceComponent: NoticeLine {
            objectName: "fromElsewhere"
            text: message.modelName === ""
                  ? qsTr("Answered by %1; your own names and numbers are put back.").arg(message.host)
                  : qsTr("Answered by %1 at %2; your own names and numbers are put back.").arg(message.modelName).arg(message.host)
            glyph: "web"
            tint: Theme.remote
        }
    }
    Part {
        wanted: message.host !== ""
        x: Theme.leading(parent.width, width, -Theme.gap2)
        sourceComponent: TextAction {
            objectName: "replacedButton"
            text: qsTr("What was replaced")
            onClicked: message.replacedWanted()
        }
    }
    Part {
        wanted: message.status === MessageListModel.Failed
        width: parent.width
        sourceComponent: NoticeLine {
            text: message.error
            glyph: "error"
            tint: Theme.danger
        }
    }
    Part {
        wanted: message.status === MessageListModel.Stopped
        width: parent.width
        sourceComponent: NoticeLine {
            text: qsTr("You stopped this answer.")
            glyph: "info"
            tint: Theme.text2
        }
    }
    Part {
        wanted: message.status === MessageListModel.Failed
        x: Theme.leading(parent.width, width, -Theme.gap2)
        sourceComponent: TextAction {
            glyph: "refresh"
            text: qsTr("Try again")
            enabled: !message.chat.busy
            onClicked: message.chat.regenerate(message.messageId)
        }
    }
    Part {
        wanted: message.unfinished && message.newest && !message.chat.busy
        x: Theme.leading(parent.width, width, -Theme.gap2)
        sourceComponent: TextAction {
            objectName: "continueButton"
            glyph: "arrow-down"
            text: qsTr("Continue")
            onClicked: message.chat.continueAnswer(message.messageId)
        }
    }
    Part {
        wanted: message.offersModel
        x: Theme.leading(parent.width, width, 0)
        sourceComponent: TextButton {
            objectName: "offerModelButton"
            width: Math.min(implicitWidth, message.width)
            glyph: "model"
            text: qsTr("Open a larger model…")
            onClicked: message.modelWanted()
        }
    }
    Part {
        x: Theme.leading(parent.width, width, -Theme.gap2)
        height: Theme.actionHeight
        visible: true  // the room for the buttons
        wanted: message.rested || message.versions > 1
        sourceComponent: MessageActions {
            shown: (hover.hovered || activeInside || message.touch) && message.status !== MessageListModel.Streaming
            chat: message.chat
            messageId: message.messageId
            version: message.version
            versions: message.versions
            most: message.width
            details: message.details
            repeatable: true
            onCopyRequested: message.copyRequested(message.text)
        }
    }
}
