// What was written while an answer is on its way, one chip each: it can be changed, sent at once or dropped.
import QtQuick
import QtQuick.Layouts
import Hearth.App
import Hearth.Components
import Hearth.Theme

Column {
    id: line

    required property ChatService chat

    spacing: Theme.gap1
    visible: chat.queue.count > 0
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Waiting to be sent")

    Words {
        text: line.chat.busy ? qsTr("Sent when this answer is finished") : qsTr("Not sent yet")
        color: Theme.text2
        font.pixelSize: Theme.small
        leftPadding: Theme.gap2
    }
    Repeater {
        model: line.chat.queue
        delegate: Chip {
            id: chip
            required property int queuedId
            required text
            required property string files

            objectName: "queued"
            width: line.width
            glyph: "clock"
            removeText: qsTr("Do not send")
            text: ""
            detail: files
            onRemoved: line.chat.dropQueued(queuedId)

            TextInput {
                id: editor
                text: chip.text
                color: Theme.text
                font.pixelSize: Theme.body
                selectionColor: Theme.accent
                selectedTextColor: Theme.accentText
                selectByMouse: true
                clip: true
                Layout.fillWidth: true
                Accessible.role: Accessible.EditableText
                Accessible.name: qsTr("Waiting message")
                onEditingFinished: line.chat.editQueued(chip.queuedId, text)
                Keys.onEscapePressed: line.chat.dropQueued(chip.queuedId)
                FocusRing {
                    shown: editor.activeFocus
                    anchors.margins: -4
                }
            }
            TextAction {
                visible: !line.chat.busy
                text: qsTr("Send now")
                onClicked: line.chat.sendQueued(chip.queuedId)
            }
        }
    }
}
