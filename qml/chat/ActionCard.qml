// An action from proposal to outcome: a form while it waits, one line after it ran.
import QtQuick
import QtQuick.Layouts
import Hearth.App
import Hearth.Components
import Hearth.Theme

Item {
    id: action

    required property ChatService chat
    required property ApprovalService approvals
    required property ActionCardData card
    required property var messageId
    readonly property bool open: card.state === ActionCardData.Waiting || card.state === ActionCardData.Failed
                                 || card.state === ActionCardData.Running

    signal linkOpened(string link)
    signal acted  // a button was used that is gone now

    // What is chosen for the tool holds from now on; this card is done, or not.
    function decide(choice) {
        action.approvals.choose(action.card.tool, choice);
        if (choice === ApprovalService.Never) action.chat.declineAction(action.card.actionId);
        else action.chat.confirmAction(action.card.actionId);
        action.acted();
    }

    implicitHeight: open ? frame.height : outcome.implicitHeight
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("%1: %2").arg(card.verb).arg(card.summary)

    Rectangle {
        id: frame
        visible: action.open
        enabled: visible
        x: Theme.leading(parent.width, width, 0)
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
            Flow {
                spacing: Theme.gap2
                Layout.fillWidth: true
                Layout.topMargin: Theme.gap1

                TextButton {
                    objectName: "confirmButton"
                    width: Math.min(implicitWidth, parent.width)
                    primary: true
                    enabled: action.card.state !== ActionCardData.Running
                    text: action.card.state === ActionCardData.Running ? qsTr("Working…")
                        : action.card.state === ActionCardData.Failed ? qsTr("Try again") : action.card.verb
                    hint: qsTr("Ctrl+Enter")
                    onClicked: { action.chat.confirmAction(action.card.actionId); action.acted(); }
                }
                TextButton {
                    objectName: "declineButton"
                    width: Math.min(implicitWidth, parent.width)
                    enabled: action.card.state !== ActionCardData.Running
                    text: qsTr("Not now")
                    onClicked: { action.chat.declineAction(action.card.actionId); action.acted(); }
                }
                IconButton {
                    id: more
                    objectName: "approvalButton"
                    glyph: "more"
                    text: qsTr("More answers")
                    extent: 36
                    enabled: action.card.state !== ActionCardData.Running
                    onClicked: answers.popup(more, 0, more.height)

                    MenuPanel {
                        id: answers
                        objectName: "approvalMenu"
                        implicitWidth: Math.min(action.width, Math.round(340 * Theme.textScale))
                        MenuEntry {
                            glyph: "check"
                            text: qsTr("Yes, and do not ask again until I close Hearth")
                            onTriggered: action.decide(ApprovalService.Session)
                        }
                        MenuEntry {
                            objectName: "allowAlways"
                            glyph: "check"
                            text: qsTr("Yes, and do not ask again")
                            onTriggered: action.decide(ApprovalService.Always)
                        }
                        MenuEntry {
                            objectName: "allowNever"
                            glyph: "close"
                            text: qsTr("No, and never do this")
                            onTriggered: action.decide(ApprovalService.Never)
                        }
                    }
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
