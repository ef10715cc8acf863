// Where the user writes: grows to eight lines, Enter sends, Shift+Enter breaks the line. Below the words, who
// answers.
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

    signal modelRequested

    function focusText() {
        input.forceActiveFocus(Qt.OtherFocusReason);
    }
    function setText(text) {
        input.text = text;
        input.cursorPosition = text.length;
        focusText();
    }
    function send() {
        if (composer.chat.busy || input.text.trim() === "") return;
        const text = input.text;
        input.clear();
        composer.chat.send(text);
    }
    function recall() {
        if (input.text === "" && composer.chat.lastRequest !== "") setText(composer.chat.lastRequest);
    }

    implicitHeight: flick.height + button.height + Theme.gap3
    radius: Theme.composerRadius
    color: Theme.surface
    border.width: 1
    border.color: input.activeFocus ? Theme.accent : Theme.outline

    TapHandler {
        onTapped: composer.focusText()
    }
    Flickable {
        id: flick
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.topMargin: Theme.gap1
        height: Math.min(input.implicitHeight, Math.round(composer.lines * metrics.lineSpacing)
                                               + input.topPadding + input.bottomPadding)
        contentHeight: input.implicitHeight
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        ScrollBar.vertical: ScrollBar {}

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
            Keys.onTabPressed: input.nextItemInFocusChain().forceActiveFocus(Qt.TabFocusReason)
            Keys.onReturnPressed: event => {
                event.accepted = !(event.modifiers & Qt.ShiftModifier);
                if (event.modifiers & Qt.ControlModifier) composer.chat.confirmAction(composer.chat.waitingAction);
                else if (event.accepted) composer.send();
            }
            Keys.onEnterPressed: composer.send()
            Keys.onPressed: event => {
                if (input.text !== "" || !event.matches(StandardKey.Undo)) return;
                event.accepted = true;
                composer.chat.undoAction(composer.chat.undoableAction);
            }
            Keys.onUpPressed: event => {
                event.accepted = input.text === "";
                composer.recall();
            }
        }
    }
    FontMetrics {
        id: metrics
        font: input.font
    }
    ModelPicker {
        anchors.left: parent.left
        anchors.leftMargin: Theme.gap2
        anchors.verticalCenter: button.verticalCenter
        shelf: composer.assistant.models
        touch: composer.touch
        onOpenRequested: composer.modelRequested()
    }
    IconButton {
        id: button
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Theme.gap2
        extent: composer.touch ? 44 : 36
        filled: composer.chat.busy || input.text.trim() !== ""
        enabled: filled
        glyph: composer.chat.busy ? "stop" : "send"
        text: composer.chat.busy ? qsTr("Stop (Esc)") : qsTr("Send (Enter)")
        onClicked: composer.chat.busy ? composer.chat.stop() : composer.send()
    }
}
