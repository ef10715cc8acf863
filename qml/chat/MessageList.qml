// The messages of the branch on show. Follows what is being written until the user scrolls away.
import QtQuick
import QtQuick.Controls.Basic
import Hearth.App
import Hearth.Components
import Hearth.Theme

ListView {
    id: list
    objectName: "messageList"

    required property Assistant assistant
    required property int column
    property bool touch: false
    property bool following: true
    property int wantedRow: -1
    readonly property bool resting: !pause.running  // nothing has moved for a moment

    signal composerWanted
    signal modelWanted
    signal passageWanted(double document, double chunk)
    signal replacedWanted

    // Shows this row in the middle, and for a moment that it is meant.
    function reveal(row) {
        settle.stop();
        list.following = false;
        list.wantedRow = row;
        placing.restart();
    }
    function scroll(pages) {
        list.following = false;
        const end = list.originY + list.contentHeight + list.bottomMargin - list.height;
        list.contentY = Math.max(list.originY - list.topMargin, Math.min(end, list.contentY + pages * list.height * 0.9));
    }
    function follow() {
        list.following = true;
        settle.restart();
    }

    model: assistant.chat.messages
    spacing: Theme.gap2
    topMargin: Theme.gap2
    boundsBehavior: Flickable.StopAtBounds
    cacheBuffer: 600
    clip: true
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Messages")
    onContentHeightChanged: if (following) settle.restart()
    onHeightChanged: if (following) settle.restart()
    onMovementEnded: following = atYEnd
    onContentYChanged: {
        // The list's own atYEnd still tells of the place before.
        if (contentY + height >= originY + contentHeight + bottomMargin - 1) following = true;
        pause.restart();
    }

    Timer {
        id: pause
        interval: 100
    }
    Timer {
        id: settle
        interval: 0  // once the layout is done
        onTriggered: list.positionViewAtEnd()
    }
    Timer {
        id: placing
        interval: 0
        onTriggered: {
            // Heights are known only once the rows are there.
            for (let i = 0; i < 3; ++i) list.positionViewAtIndex(list.wantedRow, ListView.Center);
            flash.restart();
        }
    }
    Timer {
        id: flash
        interval: 2000
        onTriggered: list.wantedRow = -1
    }
    WheelHandler {
        acceptedDevices: PointerDevice.Mouse | PointerDevice.TouchPad
        onWheel: event => {
            if (event.angleDelta.y > 0) list.following = false;
            const top = list.originY - list.topMargin;
            const end = Math.max(top, list.originY + list.contentHeight + list.bottomMargin - list.height);
            const step = event.pixelDelta.y !== 0 ? event.pixelDelta.y : event.angleDelta.y * 0.6;
            list.contentY = Math.max(top, Math.min(end, list.contentY - step));
        }
    }
    ScrollBar.vertical: ScrollBar {
        Accessible.ignored: true
        onActiveChanged: if (active) list.following = false
    }

    delegate: MessageRow {
        width: list.width
        column: list.column
        assistant: list.assistant
        touch: list.touch
        wanted: list.wantedRow === index
        resting: list.resting
        onComposerWanted: list.composerWanted()
        onModelWanted: list.modelWanted()
        onPassageWanted: (document, chunk) => list.passageWanted(document, chunk)
        onReplacedWanted: list.replacedWanted()
    }
    footer: Item {
        width: list.width
        height: thinking.visible ? thinking.height + Theme.gap4 : send.visible ? send.height + Theme.gap4
              : unanswered.visible ? unanswered.height + Theme.gap4 : Theme.gap2

        ThinkingLine {
            id: thinking
            visible: list.assistant.chat.thinking
            chat: list.assistant.chat
            width: list.column
            anchors.horizontalCenter: parent.horizontalCenter
            y: Theme.gap1
        }
        UnansweredLine {
            id: unanswered
            visible: list.assistant.chat.unanswered
            chat: list.assistant.chat
            width: list.column
            anchors.horizontalCenter: parent.horizontalCenter
            y: Theme.gap1
            onActed: list.composerWanted()
        }
        SendCard {
            id: send
            visible: list.assistant.chat.offer.waits
            chat: list.assistant.chat
            width: list.column
            anchors.horizontalCenter: parent.horizontalCenter
            y: Theme.gap1
            onActed: list.composerWanted()
        }
    }
}
