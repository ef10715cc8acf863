// One row of the conversation: the user's words, the assistant's, or an action.
import QtQuick
import Hearth.App
import Hearth.Theme

Item {
    id: row

    required property Assistant assistant
    required property int column
    required property var messageId
    required property int kind
    required property string text
    required property int status
    required property string error
    required property string modelName
    required property string time
    required property int speed
    required property int version
    required property int versions
    required property bool offersModel
    required property bool unfinished
    required property string thought
    required property int thoughtSeconds
    required property int leftOut
    required property int summarized
    required property string summary
    required property var attached
    required property string shownText
    required property var documents
    required property string host
    required property string note
    required property int index
    required property ActionCardData card
    property bool touch: false
    property bool wanted: false
    property bool resting: true  // nothing moves
    property bool rested: false  // nothing moved for a moment since the row is there

    signal composerWanted
    signal modelWanted
    signal passageWanted(double document, double chunk)
    signal replacedWanted

    // Messages keep room for their buttons below; an action needs its own.
    Component.onCompleted: if (resting) rested = true
    onRestingChanged: if (resting) rested = true
    implicitHeight: body.height + (kind === MessageListModel.Action ? Theme.gap4 : 0)

    Rectangle {
        objectName: "wantedMark"
        visible: row.wanted
        anchors.fill: parent
        anchors.leftMargin: (row.width - row.column) / 2 - Theme.gap3
        anchors.rightMargin: anchors.leftMargin
        radius: Theme.cardRadius
        color: "transparent"
        border.width: 2
        border.color: Theme.accent
    }
    Loader {
        id: body
        width: row.column
        anchors.horizontalCenter: parent.horizontalCenter
        sourceComponent: row.kind === MessageListModel.User ? user
                       : row.kind === MessageListModel.Action ? action : answer
    }
    Component {
        id: user
        UserMessage {
            chat: row.assistant.chat
            messageId: row.messageId
            text: row.text
            attached: row.attached
            time: row.time
            version: row.version
            versions: row.versions
            touch: row.touch
            rested: row.rested
            onCopied: row.assistant.copy(row.text)
        }
    }
    Component {
        id: answer
        AssistantMessage {
            chat: row.assistant.chat
            messageId: row.messageId
            text: row.text
            status: row.status
            error: row.error
            details: [row.time, row.modelName, row.speed > 0 ? qsTr("%1 tokens/s").arg(row.speed) : ""].filter(part => part !== "").join(" · ")
            version: row.version
            versions: row.versions
            touch: row.touch
            rested: row.rested
            offersModel: row.offersModel && row.assistant.models.builtIn && !row.assistant.models.opening
            newest: row.index === row.assistant.chat.messages.count - 1
            unfinished: row.unfinished
            thought: row.thought
            thoughtSeconds: row.thoughtSeconds
            leftOut: row.leftOut
            summarized: row.summarized
            summary: row.summary
            shownText: row.shownText
            documents: row.documents
            onPassageWanted: (document, chunk) => row.passageWanted(document, chunk)
            host: row.host
            modelName: row.modelName
            note: row.note
            onCopyRequested: text => row.assistant.copy(text)
            onModelWanted: row.modelWanted()
            onReplacedWanted: row.replacedWanted()
        }
    }
    Component {
        id: action
        ActionCard {
            chat: row.assistant.chat
            approvals: row.assistant.approvals
            card: row.card
            messageId: row.messageId
            onActed: row.composerWanted()
            onLinkOpened: link => row.assistant.openLink(link)
        }
    }
}
