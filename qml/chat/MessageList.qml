// The messages of the branch on show. Follows what is being written until the user scrolls away.
import QtQuick
import QtQuick.Controls.Basic
import Hearth.App
import Hearth.Components
import Hearth.Theme

ListView {
    id: list

    required property Assistant assistant
    required property int column
    property bool touch: false
    property bool following: true

    signal composerWanted
    signal modelWanted

    function follow() {
        list.following = true;
        settle.restart();
    }

    model: assistant.chat.messages
    spacing: Theme.gap2
    topMargin: Theme.gap2
    boundsBehavior: Flickable.StopAtBounds
    cacheBuffer: 2000
    clip: true
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Messages")
    onContentHeightChanged: if (following) settle.restart()
    onHeightChanged: if (following) settle.restart()
    onMovementEnded: following = atYEnd
    onContentYChanged: if (atYEnd) following = true

    Timer {
        id: settle
        interval: 0  // once the layout is done
        onTriggered: list.positionViewAtEnd()
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
        onActiveChanged: if (active) list.following = false
    }

    delegate: MessageRow {
        width: list.width
        column: list.column
        assistant: list.assistant
        touch: list.touch
        onComposerWanted: list.composerWanted()
        onModelWanted: list.modelWanted()
    }
    footer: Item {
        width: list.width
        height: thinking.visible ? thinking.height + Theme.gap4 : Theme.gap2

        ThinkingLine {
            id: thinking
            visible: list.assistant.chat.thinking
            chat: list.assistant.chat
            width: list.column
            anchors.horizontalCenter: parent.horizontalCenter
            y: Theme.gap1
        }
    }
}
