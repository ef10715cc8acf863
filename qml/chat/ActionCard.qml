// An action from proposal to outcome: a form while it waits, one line after it ran.
import QtQuick
import QtQuick.Layouts
import Hearth.App
import Hearth.Components
import Hearth.Theme

Item {
    id: action

    required property ChatService chat
    required property ActionCardData card
    required property var messageId
    readonly property bool open: card.state === ActionCardData.Waiting || card.state === ActionCardData.Failed
                                 || card.state === ActionCardData.Running

    signal linkOpened(string link)
    signal acted  // a button was used that is gone now

    implicitHeight: open ? frame.height : outcome.implicitHeight
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("%1: %2").arg(card.verb).arg(card.summary)

    Rectangle {
        id: frame
        visible: action.open
        enabled: visible
        width: Math.min(parent.width, Math.round(560 * Theme.textScale))
        height: content.implicitHeight + 2 * Theme.gap4
        radius: Theme.cardRadius
        color: Theme.surface
        border.color: Theme.divider

        ColumnLayout {
            id: content
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.margins: Theme.gap4
            spacing: Theme.gap3

            RowLayout {
                spacing: Theme.gap2
                Icon {
                    name: action.card.icon
                    tint: Theme.accent
                }
                Words {
                    text: action.card.verb
                    font.pixelSize: Theme.body
                    font.weight: Font.DemiBold
                    Accessible.role: Accessible.Heading
                    Layout.fillWidth: true
                }
            }
            ActionForm {
                card: action.card
                chat: action.chat
                enabled: action.card.state !== ActionCardData.Running
                Layout.fillWidth: true
            }
            NoticeLine {
                visible: action.card.question !== ""
                text: action.card.question
                glyph: "question"
                tint: Theme.text
                Layout.fillWidth: true
            }
            Column {  // a layout would keep rows that went while the page was hidden
                spacing: Theme.gap3
                Layout.fillWidth: true

                Repeater {
                    model: action.card.warnings
                    NoticeLine {
                        required property string modelData
                        text: modelData
                        width: parent ? parent.width : 0
                    }
                }
            }
            NoticeLine {
                visible: action.card.result !== ""
                text: action.card.result
                glyph: "error"
                tint: Theme.danger
                Layout.fillWidth: true
            }
            RowLayout {
                spacing: Theme.gap2
                Layout.topMargin: Theme.gap1

                TextButton {
                    objectName: "confirmButton"
                    primary: true
                    enabled: action.card.state !== ActionCardData.Running
                    text: action.card.state === ActionCardData.Running ? qsTr("Working…")
                        : action.card.state === ActionCardData.Failed ? qsTr("Try again") : action.card.verb
                    hint: qsTr("Ctrl+Enter")
                    onClicked: { action.chat.confirmAction(action.card.actionId); action.acted(); }
                }
                TextButton {
                    objectName: "declineButton"
                    enabled: action.card.state !== ActionCardData.Running
                    text: qsTr("Not now")
                    onClicked: { action.chat.declineAction(action.card.actionId); action.acted(); }
                }
            }
        }
    }
    ActionOutcome {
        id: outcome
        visible: !action.open
        width: parent.width
        card: action.card
        onLinkOpened: link => action.linkOpened(link)
        onUndoRequested: { action.chat.undoAction(action.card.actionId); action.acted(); }
        onAskAgainRequested: action.chat.regenerate(action.messageId)
    }
}
