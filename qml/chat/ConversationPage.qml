// A conversation: its messages or, while there are none, what can be asked; and the composer below.
import QtQuick
import QtQuick.Layouts
import Hearth.App
import Hearth.Components
import Hearth.Models
import Hearth.Theme

Rectangle {
    id: page

    required property Assistant assistant
    required property bool sideBarHidden
    property bool touch: false
    readonly property ChatService chat: assistant.chat
    readonly property int side: width < Theme.narrowWidth ? Theme.gap4 : Theme.gap8
    readonly property int column: Math.min(width - 2 * side, Theme.columnWidth)

    property alias list: messages

    signal sideBarRequested
    signal commandChosen(string command, string argument)
    signal modelsRequested

    function focusComposer() {
        composer.focusText();
    }
    function openModel() {
        dialog.open();
    }
    function openGuests() {
        guestDialog.open();
    }
    function suggest(text) {
        composer.setText(text);
    }

    color: Theme.background

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        PageHeader {
            assistant: page.assistant
            sideBarHidden: page.sideBarHidden
            touch: page.touch
            Layout.fillWidth: true
            onSideBarRequested: page.sideBarRequested()
        }
        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true

            Skeleton {
                visible: page.chat.loading
                width: page.column
                anchors.horizontalCenter: parent.horizontalCenter
                y: Theme.gap6
                lines: 5
            }
            EmptyState {
                visible: page.chat.conversationId === 0
                temporary: page.chat.temporary
                anchors.fill: parent
                column: page.column
                assistant: page.assistant
                onChosen: text => page.chat.send(text)
                onModelsRequested: page.modelsRequested()
            }
            MessageList {
                id: messages
                visible: page.chat.conversationId !== 0 && !page.chat.loading
                anchors.fill: parent
                assistant: page.assistant
                column: page.column
                touch: page.touch
                onComposerWanted: page.focusComposer()
                onModelWanted: dialog.open()
                onPassageWanted: (document, chunk) => page.assistant.library.openPassage(document, chunk)
                onReplacedWanted: replaced.show(page.chat.conversationId)
            }
            IconButton {
                visible: messages.visible && !messages.following && messages.contentHeight > messages.height
                glyph: "arrow-down"
                text: qsTr("To the newest message")
                extent: 36
                anchors.horizontalCenter: parent.horizontalCenter
                anchors.bottom: parent.bottom
                anchors.bottomMargin: Theme.gap2
                background: Rectangle {
                    radius: height / 2
                    color: Theme.surface
                    border.color: Theme.outline
                }
                onClicked: messages.follow()
            }
        }
        ModelLine {
            shelf: page.assistant.models
            Layout.preferredWidth: composer.width
            Layout.alignment: Qt.AlignHCenter
            Layout.topMargin: visible ? Theme.gap2 : 0
            onOpenRequested: dialog.open()
        }
        QueueLine {
            chat: page.chat
            Layout.preferredWidth: composer.width
            Layout.alignment: Qt.AlignHCenter
            Layout.topMargin: visible ? Theme.gap2 : 0
        }
        Composer {
            id: composer
            onScrollRequested: pages => messages.scroll(pages)
            onCommandChosen: (command, argument) => page.commandChosen(command, argument)
            assistant: page.assistant
            onModelRequested: dialog.open()
            touch: page.touch
            Layout.preferredWidth: Math.min(page.column + 2 * Theme.gap4, page.width - 2 * Theme.gap3)
            Layout.alignment: Qt.AlignHCenter
            Layout.bottomMargin: page.touch ? Theme.gap3 : Theme.gap4
            Layout.topMargin: Theme.gap2
        }
    }

    PageDrop {
        anchors.fill: parent
        assistant: page.assistant
        onTextDropped: text => composer.insert(text)
    }
    ModelDialog {
        id: dialog
        objectName: "modelDialog"
        shelf: page.assistant.models
    }

    GuestDialog {
        id: guestDialog
        guests: page.assistant.guests
    }
    Connections {
        target: page.assistant.guests
        function onPrompted(text) { composer.setText(text); }
        function onArrived() { composer.focusText(); }
    }
    ReplacedDialog {
        id: replaced
        privacy: page.assistant.privacy
    }

    // Spoken by screen readers: each finished sentence of an answer, and outcomes.
    Announcer {
        id: live
        parent: page
    }
    Connections {
        target: page.chat
        function onAnnounced(sentence) { live.say(sentence); }
        function onMessageWanted(row) { messages.reveal(row); }
        function onSent() { messages.follow(); }
        function onConversationChanged() { messages.follow(); }
    }
}
