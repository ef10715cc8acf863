// The files that go with the next message; those that cannot say why.
import QtQuick
import Hearth.App
import Hearth.Theme

Flow {
    id: line

    required property ChatService chat

    spacing: Theme.gap2
    visible: chat.attachments.count > 0
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Attached files")

    Repeater {
        model: line.chat.attachments
        delegate: Chip {
            required property int index
            required property string name
            required property string error
            required detail

            objectName: "attachment"
            glyph: error === "" ? "file" : "warning"
            tint: error === "" ? Theme.text : Theme.warning
            text: error === "" ? name : qsTr("%1: %2").arg(name).arg(error)
            width: Math.min(implicitWidth, line.width)
            onRemoved: line.chat.attachments.remove(index)
        }
    }
}
