// Where the user writes: grows to eight lines, Enter sends, Shift+Enter breaks the line, a slash begins a
// command. Below the words, who answers and how full its memory is.
import QtQuick
import QtQuick.Controls.Basic
import Hearth.App
import Hearth.Components
import Hearth.Models
import Hearth.Theme

Rectangle {
    id: composer

    required property Assistant assistant
    readonly property ChatService chat: assistant.chat
    property bool touch: false
    readonly property int lines: 8
    property int back: 0  // how many messages ago the one is that was recalled; 0: none
    property string recalled: ""

    signal modelRequested
    signal scrollRequested(int pages)
    signal commandChosen(string command, string argument)

    function focusText() {
        input.forceActiveFocus(Qt.OtherFocusReason);
    }
    function setText(text) {
        input.text = text;
        input.cursorPosition = text.length;
        focusText();
    }
    function insert(text) {
        input.insert(input.cursorPosition, text);
        focusText();
    }
    function send() {
        const text = input.text;
        if (text.trim() === "" && composer.chat.attachments.count === 0) return;
        if (composer.chat.attachments.reading) return;  // its words are still to come
        input.clear();
        composer.back = 0;
        const command = menu.commandOf(text);
        if (command !== "") composer.commandChosen(command, menu.argumentOf(text));
        else composer.chat.send(text);
    }
    // Goes through the user's own messages; what is being written is never lost to it.
    function recall(step) {
        const untouched = input.text === "" || (composer.back > 0 && input.text === composer.recalled);
        const next = composer.back + step;
        if (!untouched || next < 0) return false;
        const text = next === 0 ? "" : composer.chat.ownMessage(next);
        if (next > 0 && text === "") return true;
        composer.back = next;
        composer.recalled = text;
        setText(text);
        return true;
    }

    implicitHeight: flick.y + flick.height + button.height + Theme.gap2
    radius: Theme.composerRadius
    color: Theme.surface
    border.width: 1
    border.color: input.activeFocus ? Theme.accent : Theme.outline

    TapHandler {
        onTapped: composer.focusText()
    }
    AttachmentLine {
        id: attached
        chat: composer.chat
        x: Theme.gap3
        y: Theme.gap3
        width: parent.width - 2 * Theme.gap3
    }
    Flickable {
        id: flick
        anchors.left: parent.left
        anchors.right: parent.right
        y: attached.visible ? attached.y + attached.height + Theme.gap1 : Theme.gap1
        height: Math.min(input.implicitHeight, Math.round(composer.lines * metrics.lineSpacing)
                                               + input.topPadding + input.bottomPadding)
        contentHeight: input.implicitHeight
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        ScrollBar.vertical: ScrollBar { Accessible.ignored: true }

        TextArea.flickable: TextArea {
            id: input
            leftPadding: Theme.gap4
            rightPadding: Theme.gap4
            topPadding: Theme.gap2
            bottomPadding: Theme.gap1
            color: Theme.text
            placeholderText: qsTr("Ask me, or tell me what to do")
            placeholderTextColor: Theme.text2
            selectionColor: Theme.accent
            selectedTextColor: Theme.accentText
            font.pixelSize: Theme.message
            wrapMode: TextArea.Wrap
            textFormat: TextEdit.PlainText
            selectByMouse: true
            focus: true
            background: null
            Accessible.name: placeholderText
            // A tab is the way on, not a character.
            Keys.onTabPressed: if (!menu.complete()) input.nextItemInFocusChain().forceActiveFocus(Qt.TabFocusReason)
            Keys.onReturnPressed: event => {
                if (input.inputMethodComposing) { event.accepted = false; return; }  // it ends the word
                event.accepted = !(event.modifiers & Qt.ShiftModifier);
                if (event.accepted && menu.take()) return;
                if (event.modifiers & Qt.ControlModifier) composer.chat.confirmAction(composer.chat.waitingAction);
                else if (event.accepted) composer.send();
            }
            Keys.onEnterPressed: composer.send()
            Keys.onPressed: event => {
                if (event.key === Qt.Key_PageUp || event.key === Qt.Key_PageDown) {
                    event.accepted = true;
                    composer.scrollRequested(event.key === Qt.Key_PageUp ? -1 : 1);
                }
                if (event.matches(StandardKey.Paste) && composer.chat.attachments.paste()) event.accepted = true;
                if (input.text !== "" || !event.matches(StandardKey.Undo)) return;
                event.accepted = true;
                composer.chat.undoAction(composer.chat.undoableAction);
            }
            Keys.onUpPressed: event => event.accepted = menu.move(-1) || composer.recall(1)
            Keys.onDownPressed: event => event.accepted = menu.move(1) || composer.recall(-1)
            Keys.onEscapePressed: event => event.accepted = menu.dismiss()
        }
    }
    PersonalMarks {
        objectName: "personalMarks"
        textDocument: input.textDocument
        finder: composer.assistant.finder
        active: composer.assistant.remote.named && !composer.assistant.settings.offline
                && composer.chat.remoteUse !== ChatService.Never
        tint: Theme.remote
    }
    FontMetrics {
        id: metrics
        font: input.font
    }
    SlashMenu {
        id: menu
        typed: input.text
        x: Theme.gap2
        y: -height - Theme.gap1
        width: Math.min(composer.width - 2 * Theme.gap2, Math.round(440 * Theme.textScale))
        onCompleted: text => composer.setText(text)
        onChosen: (command, argument) => { input.clear(); composer.commandChosen(command, argument); }
    }
    ModelPicker {
        id: picker
        anchors.left: parent.left
        anchors.leftMargin: Theme.gap2
        anchors.verticalCenter: button.verticalCenter
        shelf: composer.assistant.models
        touch: composer.touch
        onOpenRequested: composer.modelRequested()
    }
    RemotePicker {
        id: remote
        visible: composer.assistant.remote.named
        anchors.left: picker.right
        anchors.verticalCenter: button.verticalCenter
        chat: composer.chat
        offline: composer.assistant.settings.offline
        touch: composer.touch
        compact: composer.width < 520 * Theme.textScale
        onChosen: composer.focusText()
    }
    SearchPicker {
        visible: hasChoice
        anchors.left: composer.assistant.remote.named ? remote.right : picker.right
        anchors.verticalCenter: button.verticalCenter
        chat: composer.chat
        library: composer.assistant.library
        touch: composer.touch
        compact: composer.width < (composer.assistant.remote.named ? 640 : 460) * Theme.textScale
        onChosen: composer.focusText()
    }
    TokenMeter {
        chat: composer.chat
        compact: composer.width < (composer.assistant.remote.named ? 620 : 420)
        anchors.right: stopButton.visible ? stopButton.left : button.left
        anchors.rightMargin: Theme.gap2
        anchors.verticalCenter: button.verticalCenter
    }
    IconButton {
        id: stopButton  // beside the one that sends, while something is written
        visible: composer.chat.busy && button.sends
        anchors.right: button.left
        anchors.rightMargin: Theme.gap1
        anchors.verticalCenter: button.verticalCenter
        extent: button.extent
        glyph: "stop"
        text: qsTr("Stop (Esc)")
        onClicked: composer.chat.stop()
    }
    IconButton {
        id: button
        readonly property bool sends: input.text.trim() !== "" || composer.chat.attachments.count > 0
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Theme.gap2
        extent: composer.touch ? 44 : 36
        filled: composer.chat.busy || sends
        enabled: filled && !composer.chat.attachments.reading
        glyph: composer.chat.busy && !sends ? "stop" : "send"
        text: !composer.chat.busy ? qsTr("Send (Enter)") : sends ? qsTr("Send after this answer (Enter)") : qsTr("Stop (Esc)")
        onClicked: composer.chat.busy && !sends ? composer.chat.stop() : composer.send()
    }
}
