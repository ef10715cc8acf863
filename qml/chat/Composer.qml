// Where the user writes: grows to eight lines, Enter sends, Shift+Enter breaks the line.
import QtQuick
import QtQuick.Controls.Basic
import Hearth.App
import Hearth.Components
import Hearth.Theme

Rectangle {
    id: composer

    required property ChatService chat
    property bool touch: false
    readonly property int lines: 8

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

    implicitHeight: Math.max(touch ? 56 : 52, flick.height + Theme.gap2)
    radius: Theme.composerRadius
    color: Theme.surface
    border.width: 1
    border.color: input.activeFocus ? Theme.accent : Theme.outline

    Flickable {
        id: flick
        anchors.left: parent.left
        anchors.right: button.left
        anchors.verticalCenter: parent.verticalCenter
        height: Math.min(input.implicitHeight, Math.round(composer.lines * metrics.lineSpacing)
                                               + input.topPadding + input.bottomPadding)
        contentHeight: input.implicitHeight
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        ScrollBar.vertical: ScrollBar {}

        TextArea.flickable: TextArea {
            id: input
            leftPadding: Theme.gap4
            rightPadding: Theme.gap2
            topPadding: Theme.gap3
            bottomPadding: Theme.gap3
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
    IconButton {
        id: button
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: (composer.touch ? 56 : 52) / 2 - extent / 2
        extent: composer.touch ? 44 : 36
        filled: composer.chat.busy || input.text.trim() !== ""
        enabled: filled
        glyph: composer.chat.busy ? "stop" : "send"
        text: composer.chat.busy ? qsTr("Stop (Esc)") : qsTr("Send (Enter)")
        onClicked: composer.chat.busy ? composer.chat.stop() : composer.send()
    }
}
