// A small window over other programs: one question, its answer or card, and the way to the large window.
// Escape closes it.
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import QtQuick.Window
import Hearth.App
import Hearth.Chat
import Hearth.Components
import Hearth.Theme

Window {
    id: quick

    required property Assistant assistant
    readonly property QuickAsk chat: assistant.quickAsk
    readonly property int most: Math.min(620, Screen.desktopAvailableHeight - 80)

    signal windowWanted

    function summon() {
        quick.chat.startOver();
        field.clear();
        quick.x = Screen.virtualX + Math.round((Screen.width - quick.width) / 2);
        quick.y = Screen.virtualY + Math.round(Screen.height * 0.2);
        quick.show();
        quick.raise();
        quick.requestActivate();
        field.forceActiveFocus();
    }
    function goOn() {
        if (!quick.chat.continueInWindow()) return;
        quick.close();
        quick.windowWanted();
    }
    function leave() {
        if (quick.chat.busy) quick.chat.stop();
        else quick.close();
    }

    title: qsTr("Quick question – Hearth")
    flags: Qt.Dialog | Qt.FramelessWindowHint | Qt.WindowStaysOnTopHint
    width: Math.min(Math.round(600 * Math.min(Theme.textScale, 1.5)), Screen.width - 2 * Theme.gap4)
    height: Math.min(quick.most, column.implicitHeight + 2 * Theme.gap3)
    color: Theme.surface
    visible: false

    Shortcut {
        sequence: "Escape"
        onActivated: quick.leave()
    }
    Shortcut {
        sequences: ["Ctrl+Return", "Ctrl+Enter"]
        enabled: quick.chat.card !== null
        onActivated: quick.assistant.chat.confirmAction(quick.chat.card.actionId)
    }
    Rectangle {
        anchors.fill: parent
        color: Theme.surface
        border.color: Theme.outline
    }
    ColumnLayout {
        id: column
        anchors.fill: parent
        anchors.margins: Theme.gap3
        spacing: Theme.gap2

        RowLayout {
            spacing: Theme.gap2
            Icon {
                name: "hearth"
                tint: Theme.accent
                size: 24
            }
            TextBox {
                id: field
                objectName: "quickField"
                placeholderText: qsTr("Ask me, or tell me what to do")
                Accessible.name: placeholderText
                font.pixelSize: Theme.message
                Layout.fillWidth: true
                onAccepted: { quick.chat.ask(text); clear(); }
            }
            IconButton {
                glyph: quick.chat.busy ? "stop" : "close"
                text: quick.chat.busy ? qsTr("Stop (Esc)") : qsTr("Close (Esc)")
                onClicked: quick.leave()
            }
        }
        Words {
            visible: quick.chat.question !== ""
            text: quick.chat.question
            color: Theme.text2
            font.pixelSize: Theme.small
            maximumLineCount: 2
            elide: Text.ElideRight
            Layout.fillWidth: true
        }
        Flickable {
            id: flick
            visible: quick.chat.question !== ""
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            contentHeight: body.implicitHeight
            implicitHeight: contentHeight
            Layout.fillWidth: true
            Layout.fillHeight: true
            ScrollBar.vertical: ScrollBar { Accessible.ignored: true }

            Column {
                id: body
                width: flick.width
                spacing: Theme.gap2

                Words {
                    visible: quick.chat.busy && quick.chat.answer === "" && !card.active
                    text: qsTr("Working on it…")
                    color: Theme.text2
                }
                AnswerBlocks {
                    width: parent.width
                    text: quick.chat.answer
                    onCopyRequested: text => quick.assistant.copy(text)
                }
                NoticeLine {
                    visible: quick.chat.error !== ""
                    width: parent.width
                    text: quick.chat.error
                    glyph: "error"
                    tint: Theme.danger
                }
                Loader {
                    id: card
                    objectName: "quickCard"
                    active: quick.chat.card !== null
                    width: parent.width
                    sourceComponent: ActionCard {
                        chat: quick.assistant.chat
                        approvals: quick.assistant.approvals
                        card: quick.chat.card
                        messageId: 0
                        onLinkOpened: link => quick.assistant.openLink(link)
                    }
                }
            }
        }
        TextAction {
            objectName: "quickContinue"
            visible: quick.chat.question !== ""
            text: qsTr("Continue in the window")
            glyph: "open"
            onClicked: quick.goOn()
        }
    }
}
